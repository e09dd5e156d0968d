extension Unicode.Scalar {
  /// Whether the scalar is a control character or reorders or hides text; a tab is a blank.
  package var steersTerminals: Bool {
    switch properties.generalCategory {
    case .control: value != 0x09
    case .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension String {
  /// A name from outside as it may be shown: what steers terminals, and tabs, as `\u{1b}`.
  package var shown: String {
    // Most names are plain.
    if utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.steersTerminals || scalar == "\t" {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

/// How text reaches the clipboard of whoever sits at the terminal: as the sequence OSC 52, which goes
/// wherever the terminal is, also from another machine.
///
/// A terminal may refuse it without a word. Source: XTerm Control Sequences, "Manipulate Selection Data".
package enum Clipboard: Hashable, Sendable {
  /// The terminal takes the sequence.
  case direct
  /// Within tmux, which takes it where `set-clipboard` is on, and passes it through where
  /// `allow-passthrough` is.
  case tmux
  /// Within GNU screen, which passes on what is wrapped in short strings.
  case screen

  /// Finds the way from the environment; nil on terminals that would print the sequence or drop it.
  package init?(environment: [String: String]) {
    let name = environment["TERM"] ?? ""
    let lacking = ["linux", "dumb", "vt", "cons", "cygwin", "sun", "ansi", "unknown"]
    guard !name.isEmpty, !lacking.contains(where: name.hasPrefix) else { return nil }
    func isSet(_ variable: String) -> Bool { environment[variable]?.isEmpty == false }
    if isSet("TMUX") || name.hasPrefix("tmux") {
      self = .tmux
    } else if isSet("STY") || name.hasPrefix("screen") {
      self = .screen
    } else {
      self = .direct
    }
  }

  /// The bytes that put text on the clipboard.
  package func sequence(for text: String) -> [UInt8] {
    let plain = "\u{1B}]52;c;\(Self.base64(text))\u{7}"
    let all =
      switch self {
      case .direct: plain
      case .tmux:
        plain + "\u{1B}Ptmux;"
          + plain.split(separator: "\u{1B}", omittingEmptySubsequences: false)
          .joined(separator: "\u{1B}\u{1B}") + "\u{1B}\\"
      case .screen: Self.pieces(of: plain).map { "\u{1B}P\($0)\u{1B}\\" }.joined()
      }
    return Array(all.utf8)
  }

  // Screen cuts strings off that are longer than some hundred bytes.
  private static func pieces(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = text[...]
    while !rest.isEmpty {
      pieces.append(rest.prefix(200))
      rest = rest.dropFirst(200)
    }
    return pieces
  }

  /// The text's UTF-8 in base 64, RFC 4648, section 4.
  static func base64(_ text: String) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bytes = Array(text.utf8)
    var encoded = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) { bits, offset in
        bits << 8 | (start + offset < bytes.count ? Int(bytes[start + offset]) : 0)
      }
      for digit in 0..<4 {
        encoded.append(digit <= group.count ? digits[bits >> (18 - 6 * digit) & 63] : "=")
      }
    }
    return encoded
  }
}

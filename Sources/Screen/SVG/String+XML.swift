extension String {
  /// The text as XML's character data: no markup, and no scalars that XML does not allow.
  var escapedForXML: String {
    var result = ""
    for scalar in withoutControlCharacters.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\u{FFFE}", "\u{FFFF}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

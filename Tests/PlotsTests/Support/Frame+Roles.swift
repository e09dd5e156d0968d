import Screen

extension Frame {
  /// The roles as a grid of letters parallel to `text`.
  ///
  /// A capital is a glyph on a bar's colour or in reverse.
  var roles: String {
    var result = ""
    for row in 0..<size.rows {
      var line = ""
      for column in 0..<size.columns {
        let cell = self[column, row]
        let isFilled = cell.style.background != .text || cell.style.attributes.contains(.reverse)
        let letter = Self.letters[cell.style.foreground] ?? "?"
        line += cell.glyph == " " && !isFilled ? " " : isFilled ? letter.uppercased() : letter
      }
      while line.last == " " { line.removeLast() }
      result += line + "\n"
    }
    return result
  }

  private static let letters: [Role: String] = [
    .dim: "d", .bright: "h", .bar: "b", .law: "l", .sample: "s", .marker: "m", .residualUp: "u",
    .residualDown: "n", .alert: "a", .warning: "w", .text: "t",
  ]
}

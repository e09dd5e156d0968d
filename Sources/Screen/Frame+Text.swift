extension Frame {
  /// The frame as plain lines without trailing blanks, each ended by a newline.
  package var text: String {
    var result = ""
    for row in 0..<size.rows {
      var line = String.UnicodeScalarView()
      for column in 0..<size.columns {
        let glyph = self[column, row].glyph
        if glyph != Cell.continuation { line.append(glyph) }
      }
      while line.last == " " { line.removeLast() }
      result += String(line) + "\n"
    }
    return result
  }
}

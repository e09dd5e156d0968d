package import Screen

/// A number in large figures made of blocks, three by five dots each.
package struct BigText: Sendable {
  /// What is written: figures, signs, a point, an exponent.
  package let text: String
  /// How often each dot is repeated across and down.
  package let scale: Int

  /// Prepares text; nil if it has a character that there is no figure for.
  package init?(_ text: String, scale: Int = 1) {
    guard text.allSatisfy({ Self.figures[$0] != nil }) else { return nil }
    (self.text, self.scale) = (text, max(1, scale))
  }

  /// The columns it takes.
  package var columns: Int {
    text.reduce(0) { $0 + ((Self.figures[$1]?.first?.count ?? 0) + 1) * scale } - scale
  }

  /// The rows it takes: a row has two dots above each other, in ASCII one.
  package func rows(in glyphs: GlyphSet) -> Int {
    glyphs == .ascii ? 5 * scale : (5 * scale + 1) / 2
  }

  /// The figures as a frame of exactly their size.
  package func frame(_ style: Style, in glyphs: GlyphSet) -> Frame {
    var frame = Frame(size: Size(columns: max(0, columns), rows: rows(in: glyphs)))
    let halves: [Unicode.Scalar] = [" ", "▀", "▄", "█"]
    var left = 0
    for character in text {
      guard let figure = Self.figures[character], let width = figure.first?.count else { continue }
      func isSet(_ column: Int, _ dot: Int) -> Bool {
        let row = dot / scale
        guard row < figure.count else { return false }
        return Array(figure[row])[column / scale] == "#"
      }
      for column in 0..<width * scale {
        for row in 0..<frame.size.rows {
          let glyph: Unicode.Scalar =
            glyphs == .ascii
            ? (isSet(column, row) ? "#" : " ")
            : halves[(isSet(column, 2 * row) ? 1 : 0) + (isSet(column, 2 * row + 1) ? 2 : 0)]
          if glyph != " " { frame[left + column, row] = Cell(glyph, style) }
        }
      }
      left += (width + 1) * scale
    }
    return frame
  }

  private static let figures: [Character: [String]] = [
    "0": ["###", "#.#", "#.#", "#.#", "###"], "1": [".#.", "##.", ".#.", ".#.", "###"],
    "2": ["###", "..#", "###", "#..", "###"], "3": ["###", "..#", ".##", "..#", "###"],
    "4": ["#.#", "#.#", "###", "..#", "..#"], "5": ["###", "#..", "###", "..#", "###"],
    "6": ["###", "#..", "###", "#.#", "###"], "7": ["###", "..#", ".#.", ".#.", ".#."],
    "8": ["###", "#.#", "###", "#.#", "###"], "9": ["###", "#.#", "###", "..#", "###"],
    ".": [".", ".", ".", ".", "#"], "-": ["...", "...", "###", "...", "..."],
    "+": ["...", ".#.", "###", ".#.", "..."], "e": ["...", "###", "###", "#..", "###"],
    " ": [".", ".", ".", ".", "."],
  ]
}

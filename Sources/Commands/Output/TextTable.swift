internal import Screen

/// Rows as lines of text, whose columns are as wide as what stands in them.
enum TextTable {
  /// The lines, without blanks at their ends.
  ///
  /// - Parameters:
  ///   - rows: the cells, as many in each.
  ///   - words: the first columns that hold words, which begin at one place; numbers end at one.
  ///   - indent: the blanks before each line.
  static func lines(_ rows: [[String]], words: Int = .max, indent: Int = 0) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.reduce(0) { max($0, TextWidth.columns(of: $1[column])) }
    }
    return rows.map { row in
      let cells = zip(row, widths).enumerated().map { column, cell in
        let (text, width) = cell
        let blanks = String(repeating: " ", count: width - TextWidth.columns(of: text))
        return column < words ? text + blanks : blanks + text
      }
      let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
      return line.droppingTrailingBlanks
    }
  }
}

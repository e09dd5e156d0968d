import Screen

/// A mark with its name, in the role of what it names.
struct LegendEntry: Hashable, Sendable {
  var text: String
  var role: Role

  init(_ mark: Unicode.Scalar, _ name: String, _ role: Role) {
    text = String(Character(mark)) + " " + name
    self.role = role
  }
}

extension Frame {
  /// Draws a legend in the first of the rows that has room for it, at the right or else the left.
  ///
  /// - Parameter isAtLeft: whether the left will do.
  /// - Returns: whether there was room, with two blank cells beside it.
  @discardableResult
  mutating func drawLegend(
    _ entries: [LegendEntry], columns: Range<Int>, rows: Range<Int>, isAtLeft: Bool = true
  ) -> Bool {
    let gap = 2
    let width = entries.reduce(gap * (entries.count - 1)) { $0 + TextWidth.columns(of: $1.text) }
    guard width > 0, width + gap < columns.count else { return false }
    for row in rows {
      let (right, left) = (columns.upperBound - width, columns.lowerBound + 1)
      for start in isAtLeft ? [right, left] : [right] {
        let needed =
          max(columns.lowerBound, start - gap)..<min(columns.upperBound, start + width + gap)
        guard needed.allSatisfy({ self[$0, row] == .blank }) else { continue }
        var column = start
        for entry in entries {
          column += put(entry.text, column: column, row: row, Style(entry.role)) + gap
        }
        return true
      }
    }
    return false
  }
}

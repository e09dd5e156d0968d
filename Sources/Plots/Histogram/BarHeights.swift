private import Mathematics

/// Heights of bars in eighths of a row, by integer arithmetic.
struct BarHeights: Hashable, Sendable {
  /// The eighths of each bar.
  let eighths: [Int]

  /// Heights round(count · 8 · rows / maximum), at least 1 for a count above zero.
  ///
  /// - Parameter maximum: the count that fills all rows; a small one need not be whole, so it is
  ///   taken to 1/65,536.
  init(counts: [Int], maximum: Double, rows: Int) {
    let most = 8 * min(8191, max(0, rows))
    guard most > 0, maximum > 0, maximum < 1e12 else {
      eighths = counts.map { $0 > 0 ? min(1, most) : 0 }
      return
    }
    let unit = maximum < 1e6 ? 65_536 : 1
    let full = max(1, Int(clamping: (maximum * Double(unit)).rounded()))
    let clipped = Int(clamping: maximum) + 1
    eighths = counts.map { count in
      if count <= 0 { return 0 }
      if count > clipped { return most }
      return min(most, max(1, (count * unit * most + full / 2) / full))
    }
  }

  /// The eighths of bar `bar` in a row counted from the bottom.
  func eighths(_ bar: Int, rowFromBottom row: Int) -> Int {
    min(8, max(0, eighths[bar] - 8 * row))
  }
}

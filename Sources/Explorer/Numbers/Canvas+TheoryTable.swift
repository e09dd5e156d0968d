internal import Measurements
internal import Plots
internal import Screen

extension Canvas {
  /// The table of quantities beside theory.
  ///
  /// - Parameters:
  ///   - sample: what the column of quantities is called.
  ///   - hasScores: whether some rows have a z or a promise to keep.
  mutating func drawTheoryTable(
    _ rows: [TheoryRow], sample: String, hasScores: Bool, in region: Region, isWide: Bool
  ) {
    if isWide {
      let legend = rows.contains { $0.isMedian && $0.theory != nil } ? MedianLabel.legend : ""
      heading("Theory · \(sample)" + (hasScores ? " · z" : ""), legend, in: region)
      let shown = rows.mostImportant(6)
      let (left, right) = region.split(after: region.columns / 2 - 1, gap: 2)
      draw(Array(shown.prefix(3)), TheoryColumns(left, hasScores: hasScores), in: left)
      draw(Array(shown.dropFirst(3)), TheoryColumns(right, hasScores: hasScores), in: right)
    } else {
      heading("Numbers", in: region)
      let ends = TheoryColumns(region, hasScores: hasScores)
      put(" theory", endColumn: ends.theory, row: region.row, Style(.dim))
      put(" \(sample)", endColumn: ends.sample, row: region.row, Style(.dim))
      if hasScores { put(" z", endColumn: ends.score, row: region.row, Style(.dim)) }
      draw(rows.mostImportant(region.rows - 1), ends, in: region)
    }
  }

  private mutating func draw(_ rows: [TheoryRow], _ ends: TheoryColumns, in region: Region) {
    for (index, row) in rows.enumerated() {
      let line = region.row + 1 + index
      put(" \(row.name)", column: region.column, row: line, Style(.dim))
      put(
        row.theory.map { number($0, columns: ends.room) } ?? "·", endColumn: ends.theory,
        row: line, Style(.law))
      put(number(row.sample, columns: ends.room), endColumn: ends.sample, row: line, Style(.bright))
      if let z = row.z {
        let text = (z < 0 ? "" : "+") + NumberText.fixed(z, decimals: 1, in: glyphs)
        put(
          text, endColumn: ends.score, row: line,
          abs(z) >= 3 ? Style(.alert, .bold) : Style(.good))
      } else if let verdict = row.verdict {
        put(verdict.mark, endColumn: ends.score, row: line, verdict.style)
      } else if row.isMedian, row.theory != nil {
        put(MedianLabel.sign, endColumn: ends.score, row: line, Style(.dim))
      }
    }
  }
}

/// Where the columns of a table beside theory end.
private struct TheoryColumns {
  let theory: Int
  let sample: Int
  let score: Int
  /// The columns of a number.
  let room: Int

  init(_ region: Region, hasScores: Bool) {
    let scoreColumns = hasScores ? 5 : 0
    let labelColumns = hasScores ? 10 : 9
    let shared = (region.columns - labelColumns - scoreColumns) / 2
    score = region.endColumn - 1
    sample = score - scoreColumns
    theory = sample - shared
    room = shared - 1
  }
}

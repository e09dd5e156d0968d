internal import MeanField
internal import Plots
internal import Propagation
internal import Scenes
internal import Screen

extension Canvas {
  /// Theory and network beside each other, or A and B.
  mutating func drawSignalNumbers(
    _ report: PropagationReport, _ pinned: PropagationReport?, _ model: Model, in region: Region,
    isWide: Bool
  ) {
    let rows = SignalNumbers(report).rows
    if model.scene.pin != nil {
      let ofA = pinned.map { SignalNumbers($0).rows }
      let compared = rows.enumerated().map { index, row in
        ComparedNumbers.Row(
          name: row.name, a: ofA.map { $0[index].sample } ?? .nan, b: row.sample,
          isTheory: false, isScale: row.isScale, importance: row.importance)
      }
      drawCompared(ComparedNumbers(rows: compared), in: region, isWide: isWide)
      return
    }
    heading(isWide ? "Theory · network" : "Numbers", in: region)
    if isWide {
      let (left, right) = region.split(after: region.columns / 2 - 1, gap: 2)
      draw(Array(rows.prefix(3)), in: left)
      draw(Array(rows.dropFirst(3).prefix(3)), in: right)
    } else {
      let ends = SignalColumns(region)
      put(" theory", endColumn: ends.theory, row: region.row, Style(.dim))
      put(" network", endColumn: ends.sample, row: region.row, Style(.dim))
      draw(Array(rows.prefix(max(0, region.rows - 1))), in: region)
    }
  }

  private mutating func draw(_ rows: [SignalNumbers.Row], in region: Region) {
    let ends = SignalColumns(region)
    for (index, row) in rows.enumerated() {
      let line = region.row + 1 + index
      put(" \(row.name)", column: region.column, row: line, Style(.dim))
      put(
        row.theory.map { number($0, columns: ends.room) } ?? "·", endColumn: ends.theory,
        row: line, Style(.law))
      put(
        number(row.sample, columns: ends.room), endColumn: ends.sample, row: line, Style(.bright))
    }
  }
}

/// Where the columns of the signal's numbers end.
private struct SignalColumns {
  let theory: Int
  let sample: Int
  /// The columns of a number.
  let room: Int

  init(_ region: Region) {
    let shared = (region.columns - 9) / 2
    sample = region.endColumn - 1
    theory = sample - shared
    room = shared - 1
  }
}

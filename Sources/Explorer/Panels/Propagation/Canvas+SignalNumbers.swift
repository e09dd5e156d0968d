internal import Initializers
internal import Networks
internal import Scenes
internal import Screen

extension Canvas {
  /// Theory and network beside each other, or A and B.
  mutating func drawSignalNumbers(
    _ report: PropagationReport, _ pinned: PropagationReport?, isCompared: Bool, in region: Region,
    isWide: Bool
  ) {
    let rows = SignalNumbers(report).rows
    guard isCompared else {
      drawTheoryTable(rows, sample: "network", hasScores: false, in: region, isWide: isWide)
      return
    }
    // Rows name their layer, which may be another one in A.
    let ofA = pinned.map { SignalNumbers($0).rows }
    let compared = rows.enumerated().map { index, row in
      row.compared(with: ofA?[index])
    }
    drawCompared(ComparedNumbers(rows: compared), in: region, isWide: isWide)
  }
}

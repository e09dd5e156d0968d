internal import Networks
internal import Readings
internal import Scenes
internal import Screen
internal import Words

extension Canvas {
  /// Theory and network beside each other, or A and B.
  mutating func drawSignalNumbers(
    _ report: PropagationReport, _ pinned: PropagationReport?, isCompared: Bool, in region: Region,
    isWide: Bool
  ) {
    let rows = Self.readings(report)
    guard isCompared else {
      drawTheoryTable(
        rows, sample: Phrase("legend.network"), hasScores: false, in: region, isWide: isWide)
      return
    }
    // Rows name their layer, which may be another one in A.
    let ofA = pinned.map(Self.readings)
    let compared = rows.enumerated().map { index, row in ComparedRow(ofA?[index], row) }
    drawCompared(compared, in: region, isWide: isWide)
  }

  /// The readings of the last layer reached and of the first, the most important first.
  private static func readings(_ report: PropagationReport) -> [Reading] {
    let readings = SignalReadings(report)
    let last = report.layers.last?.layer ?? report.request.network.depth
    func reading(_ name: LayerName) -> Reading {
      var reading = readings[name, layer: last]
      // Which layer will be the last one reached is not known before there is one.
      if report.layers.isEmpty { reading.theory = nil }
      return reading
    }
    return [
      reading(.meanSquare), readings[.meanSquare, layer: 1], reading(.outputRoot),
      readings[.gradient, layer: 1], readings[.perpendicular], reading(.flat),
      readings[.weightGradient, layer: 1], reading(.alike),
    ]
  }
}

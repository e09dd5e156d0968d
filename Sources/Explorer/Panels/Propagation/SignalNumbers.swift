internal import Initializers
internal import MeanField
internal import Networks
internal import Scenes

/// The numbers of a signal beside what theory says of them, the most important first.
struct SignalNumbers {
  let rows: [TheoryRow]

  /// Gathers the numbers of a report.
  init(_ report: PropagationReport) {
    let prediction = report.prediction
    let last = report.layers.last
    let first = report.layers.first
    let depth = report.request.network.depth
    let lastTheory = last.flatMap { layer in prediction?.lengths[layer.layer - 1] }
    let rows: [(String, Double?, Double?)] = [
      ("q \(last?.layer ?? depth)", lastTheory, last?.preActivations.meanSquare),
      ("q 1", prediction?.lengths.first, first?.preActivations.meanSquare),
      (
        "rms x",
        lastTheory.flatMap { prediction?.map.activation.secondMoment($0).squareRoot() },
        last?.postActivations.rootMeanSquare
      ),
      ("∂² 1", prediction?.gradients.first, first?.gradient?.meanSquare),
      ("χ⊥", prediction?.perpendicularSusceptibility, Self.rate(report)),
      ("flat", nil, last?.flatFraction),
      ("∂W² 1", nil, first?.gradient?.weightMeanSquare),
      ("alike", nil, last?.preActivations.correlation),
    ]
    self.rows = rows.enumerated().map { index, row in
      TheoryRow(
        name: row.0, theory: row.1, sample: row.2 ?? .nan,
        isScale: row.0 != "flat" && row.0 != "alike", importance: rows.count - index)
    }
  }

  // The factor by which the gradients grow, layer for layer towards the input, near the last layer.
  private static func rate(_ report: PropagationReport) -> Double? {
    let gradients = report.layers.compactMap { $0.gradient?.meanSquare }
    guard gradients.count == report.request.network.depth, gradients.count >= 2 else { return nil }
    let rates = zip(gradients, gradients.dropFirst()).map { $0 / $1 }.sorted()
    return rates[rates.count / 2]
  }
}

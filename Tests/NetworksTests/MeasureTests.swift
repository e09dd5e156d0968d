import MeanField
import Testing

@testable import Networks

@Suite("The numbers of a layer")
struct MeasureTests {
  // Two inputs, three neurons.
  static let signal: [Float] = [1, -2, 3, 5, 0, 1]

  @Test("Means, shares and spreads by hand")
  func statisticsByHand() {
    let statistics = LayerMeasure(activation: .linear, columns: 3).statistics(Self.signal, rows: 2)
    #expect(statistics.meanSquare == 40.0 / 6)
    #expect(abs(statistics.mean - 8.0 / 6) < 1e-15)
    #expect(abs(statistics.std - (40.0 / 6 - 16.0 / 9).squareRoot()) < 1e-15)
    // Neurons' means over the batch: 3, −1, 2.
    #expect(abs(statistics.sharedMeanSquare - 14.0 / 3) < 1e-15)
    // Their variances: 4, 1, 1.
    #expect(abs(statistics.meanSquare - statistics.sharedMeanSquare - 2) < 1e-14)
    // Σ z₁·z₂ = 8 over one pair, Σ z²/2 = 20.
    #expect(abs(statistics.correlation - 8.0 / 20) < 1e-14)
  }

  @Test("Flat slopes and dead neurons are counted")
  func flatSlopesAreCounted() {
    let measure = LayerMeasure(activation: .relu, columns: 3)
    let slopes: [Float] = [0, 0.5, 0.0005, 0, 1, .nan]
    let layer = measure.signal(
      layer: 4, preActivations: Self.signal, postActivations: Self.signal, derivatives: slopes,
      range: nil)
    #expect(layer.layer == 4)
    #expect(layer.flatFraction == 0.5)
    #expect(abs(layer.deadFraction - 1.0 / 3) < 1e-15)
  }

  @Test("Both ends of the range count in it")
  func histogramCountsEnds() {
    let histogram = ValueHistogram(
      [-1, -1.1, 1, 1.1, 0, .nan, .infinity, -.infinity], range: -1...1)
    #expect(histogram.counts.count == ValueHistogram.binCount)
    #expect(histogram.counts.first == 1 && histogram.counts.last == 1)
    #expect(histogram.counts[30] == 1)
    #expect(histogram.below == 2 && histogram.above == 2 && histogram.notNumbers == 1)
  }

  @Test("Ranges go as far as the activation", arguments: Activation.allCases)
  func rangesAreSound(activation: Activation) {
    for size in [0, 1e-40, 1e-20, 1e-3, 0.5, 4, 1e30, 1e200, .infinity, .nan] {
      let range = activation.range(rootMeanSquare: size)
      #expect(range.lowerBound < range.upperBound)
      #expect((1 / (range.upperBound - range.lowerBound)).isFinite)
    }
    let least = stride(from: -30.0, through: 0, by: 0.001).map { activation.value($0) }.min() ?? 0
    #expect(Double(activation.range(rootMeanSquare: 50).lowerBound) <= max(least, -150))
  }

  @Test("All layers share one range, and every value is counted")
  func layersShareRange() throws {
    for activation in [Activation.relu, .tanh, .gelu] {
      let report = try Simulation.report(
        "xavier_normal", depth: 6, width: 33, activation: activation, batch: 7)
      for layer in report.layers {
        #expect(layer.values.range == report.layers[0].values.range)
        let histogram = layer.values
        let total = histogram.counts.reduce(0, +) + histogram.below + histogram.above
        #expect(total == 33 * 7 && histogram.notNumbers == 0)
      }
    }
  }
}

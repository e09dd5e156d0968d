/// The networks that a band is about: what is drawn anew in each of them.
package struct Ensemble: Hashable, Sendable {
  /// n₁ to n_L, the last repeated for layers that have none; inputs are as wide as layer 1.
  package var widths: [Int]
  /// B, the independent inputs that mean squares are taken over.
  package var batch: Int
  /// E x⁴/(E x²)² of the inputs' numbers: 3 if they are normal, 1.8 if uniform.
  package var inputKurtosis = 3.0
  /// E w⁴/(E w²)² of a weight.
  package var weightKurtosis = 3.0
  /// The same as it acts on a sum of squares down a column; other than a weight's where the weights
  /// of a column depend on each other.
  package var columnKurtosis = 3.0
  /// E b⁴/(E b²)² of a bias.
  package var biasKurtosis = 3.0

  /// Networks of normal weights and biases, sent normal inputs.
  package init(widths: [Int], batch: Int = 1) {
    self.widths = widths
    self.batch = batch
  }

  /// The neurons of a layer, from 0; of the input below 0.
  func width(_ layer: Int) -> Double {
    guard let last = widths.indices.last else { return .nan }
    return Double(max(widths[min(max(layer, 0), last)], 0))
  }

  /// 1/B, the share of what is an input's own in a mean over the batch.
  var ownShare: Double { 1 / Double(max(batch, 1)) }
}

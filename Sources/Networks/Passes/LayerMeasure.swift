private import CKernels
internal import MeanField

/// Measures the signals of one layer, a row an input.
struct LayerMeasure {
  let activation: Activation
  let columns: Int

  /// The numbers of a layer.
  ///
  /// - Parameter range: the values counted, as in the layers before; nil in the first.
  func signal(
    layer: Int, preActivations: [Float], postActivations: [Float], derivatives: [Float],
    range: ClosedRange<Float>?
  ) -> LayerSignal {
    let rows = columns > 0 ? preActivations.count / columns : 0
    var counts = [UInt32](repeating: 0, count: columns)
    Kernels.best.small(derivatives, rows, columns, LayerSignal.flatSlope, &counts)
    let flat = counts.reduce(0) { $0 + Int($1) }
    let dead = counts.reduce(0) { $0 + (Int($1) == rows ? 1 : 0) }
    let after = statistics(postActivations, rows: rows)
    return LayerSignal(
      layer: layer,
      preActivations: statistics(preActivations, rows: rows),
      postActivations: after,
      values: ValueHistogram(
        postActivations,
        range: range ?? activation.bounds
          ?? activation.range(rootMeanSquare: after.meanSquare.squareRoot())),
      flatFraction: Double(flat) / Double(max(preActivations.count, 1)),
      deadFraction: Double(dead) / Double(max(columns, 1)))
  }

  func statistics(_ signal: [Float], rows: Int) -> SignalStatistics {
    var squares = [Double](repeating: 0, count: rows)
    var sums = [Double](repeating: 0, count: columns)
    Kernels.best.sums(signal, rows, columns, &squares, &sums)
    let count = Double(max(signal.count, 1))
    let (inputs, neurons) = (Double(max(rows, 1)), Double(max(columns, 1)))
    return SignalStatistics(
      meanSquare: squares.reduce(0, +) / count,
      mean: sums.reduce(0, +) / count,
      sharedMeanSquare: sums.reduce(0) { $0 + $1 / inputs * ($1 / inputs) } / neurons,
      inputs: rows)
  }
}

/// A tensor that must be drawn as a whole, step by step, so that it can be given up.
protocol WholeDraw: Sendable {
  /// The weights in storage order, once all is done.
  var weights: [Float] { get }
  /// Whether all is done.
  var isFinished: Bool { get }
  /// Does the next step; short, but for one that LAPACK does.
  mutating func advance(_ generator: inout any Generator) throws(InitializerError)
}

extension Draw {
  /// Whether all weights must be in memory at once.
  package var needsWholeTensor: Bool {
    switch self {
    case .truncatedNormal, .orthogonal, .sparse: true
    case .uniform, .normal, .constant, .ones, .nothing: false
    }
  }

  /// Whether drawing cannot be given up once it has begun.
  package var isDrawnInOneStep: Bool { if case .orthogonal = self { true } else { false } }

  /// What draws a tensor as a whole; nil where that is not needed.
  func whole(count: Int) -> (any WholeDraw)? {
    switch self {
    case .truncatedNormal(let law): TruncatedNormalDraw(law, count: count)
    case .orthogonal(let rows, let columns, let gain):
      OrthogonalDraw(rows: rows, columns: columns, gain: gain)
    case .sparse(let rows, let columns, let zeros, let std):
      SparseDraw(rows: rows, columns: columns, zeros: zeros, std: std)
    case .uniform, .normal, .constant, .ones, .nothing: nil
    }
  }
}

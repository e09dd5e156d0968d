/// The weights of the methods that need the whole tensor at once.
enum WholeTensor {
  /// Draws them, in storage order.
  static func weights(_ draw: Draw, count: Int, generator: inout Generator) -> [Float] {
    switch draw {
    case .truncatedNormal(let law):
      TruncatedNormalDraw(law).weights(count: count, generator: &generator)
    case .orthogonal(let rows, let columns, let gain):
      OrthogonalDraw(rows: rows, columns: columns, gain: gain).weights(generator: &generator)
    case .sparse(let rows, let columns, let zeros, let std):
      SparseDraw(rows: rows, columns: columns, zeros: zeros, std: std)
        .weights(generator: &generator)
    case .uniform, .normal, .constant, .ones, .nothing: []
    }
  }

  /// Fills an array by a draw that streams.
  static func fill(_ weights: inout [Float], _ draw: Draw, generator: inout Generator) {
    weights.withUnsafeMutableBufferPointer { buffer in
      var stream = WeightStream(draw, count: buffer.count, generator: generator)
      _ = stream.next(into: buffer)
      generator = stream.generator
    }
  }

  /// Draws a tensor of which only some elements are looked at, in ascending order.
  static func visit(
    _ positions: [Int], of count: Int, _ draw: Draw, generator: inout Generator,
    _ body: (_ index: Int, _ value: Float) -> Void
  ) {
    var stream = WeightStream(draw, count: count, generator: generator)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 8192) { block in
      var start = 0
      var index = 0
      while case let drawn = stream.next(into: block), drawn > 0 {
        while index < positions.count, positions[index] < start + drawn {
          body(index, block[positions[index] - start])
          index += 1
        }
        start += drawn
      }
    }
    generator = stream.generator
  }
}

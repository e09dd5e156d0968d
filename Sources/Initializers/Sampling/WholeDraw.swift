private import Memory

/// A tensor that is drawn or prepared as a whole before its first weight, step by step, so that it can
/// be given up.
protocol WholeDraw: Sendable {
  /// Whether all is done that must be before the first weight.
  var isFinished: Bool { get }
  /// Does the next step; short, but for one that LAPACK does.
  mutating func advance(_ generator: inout any Generator) throws(InitializerError)
  /// Writes the weights from a place on, where the last call ended or 0, and returns how many.
  mutating func next(into block: UnsafeMutableBufferPointer<Float>, at start: Int) -> Int
}

/// A tensor whose weights are all in memory.
protocol KeptDraw: WholeDraw {
  /// The weights in storage order, once all is done.
  var weights: [Float] { get }
}

extension KeptDraw {
  func next(into block: UnsafeMutableBufferPointer<Float>, at start: Int) -> Int {
    let length = min(weights.count - start, block.count)
    _ = block.update(fromContentsOf: weights[start..<start + length])
    return length
  }
}

extension Draw {
  /// Whether something must be known of the whole tensor before its first weight.
  package var needsWholeTensor: Bool {
    switch self {
    case .truncatedNormal(let law): !law.isStreamed
    case .orthogonal, .sparse: true
    case .uniform, .normal, .cutNormal, .paddedNormal, .constant, .ones, .nothing: false
    }
  }

  /// Whether drawing cannot be given up once it has begun.
  package var isDrawnInOneStep: Bool { if case .orthogonal = self { true } else { false } }

  /// The bytes needed at once where the whole tensor is; 0 where it is streamed.
  func memoryNeeded(count: Int) -> Int {
    switch self {
    // The tensor and the places still to be drawn again, eight bytes each.
    case .truncatedNormal where needsWholeTensor: count.saturatingMultiply(12)
    // The matrix and its transpose.
    case .orthogonal: count.saturatingMultiply(8)
    // A bit for each weight, and the column being shuffled.
    case .sparse(let rows, _, _, _): count / 8 + rows.saturatingMultiply(4)
    case .truncatedNormal, .uniform, .normal, .cutNormal, .paddedNormal, .constant, .ones, .nothing:
      0
    }
  }

  /// What draws a tensor as a whole; nil where that is not needed.
  ///
  /// - Throws: `InitializerError.noMemory`.
  func whole(count: Int) throws(InitializerError) -> (any WholeDraw)? {
    do throws(MemoryError) { try Memory.require(memoryNeeded(count: count)) } catch {
      throw .noMemory(error)
    }
    return switch self {
    case .truncatedNormal(let law): TruncatedNormalDraw(law, count: count)
    case .orthogonal(let rows, let columns, let gain, let isDrawnTall):
      OrthogonalDraw(rows: rows, columns: columns, gain: gain, isDrawnTall: isDrawnTall)
    case .sparse(let rows, let columns, let zeros, let std):
      SparseDraw(rows: rows, columns: columns, zeros: zeros, std: std)
    case .uniform, .normal, .cutNormal, .paddedNormal, .constant, .ones, .nothing: nil
    }
  }
}

/// How a tensor's elements come about: what a framework asks its generator for.
package enum Draw: Hashable, Sendable {
  /// `tensor.uniform_(low, high)`; both ends are rounded to float32 first.
  case uniform(low: Double, high: Double)
  /// `tensor.normal_(mean, std)`.
  case normal(mean: Double, std: Double)
  /// Normal numbers cut to mean ± 2·std in the generator's own way, which scales them by std.
  case cutNormal(mean: Double, std: Double)
  /// `nn.Embedding`: normals, of which a row becomes 0 afterwards.
  case paddedNormal(std: Double, zeros: Range<Int>)
  /// `trunc_normal_`: normals, or where few would be kept uniforms, drawn again until they fit.
  case truncatedNormal(TruncatedNormal)
  /// The Q of a Gaussian matrix, times the gain; of a wide one's normals either the matrix itself is made,
  /// as `orthogonal_` does, or the tall one that is turned over.
  case orthogonal(rows: Int, columns: Int, gain: Double, isDrawnTall: Bool = false)
  /// `sparse_`: normals, of which so many in every column become 0.
  case sparse(rows: Int, columns: Int, zeros: Int, std: Double)
  /// One value everywhere.
  case constant(Float)
  /// Ones at these ascending positions in storage order, zeros elsewhere.
  case ones(OnesPattern)
  /// Nothing is drawn: a tensor that PyTorch leaves as it is.
  case nothing
}

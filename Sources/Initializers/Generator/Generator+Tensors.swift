extension Generator {
  /// A tensor filled by `uniform_`.
  package mutating func uniforms(_ count: Int, low: Double, high: Double) -> [Float] {
    numbers(.uniform(low: low, high: high), count: count)
  }

  /// A tensor filled by `normal_`.
  package mutating func normals(_ count: Int, mean: Double = 0, std: Double = 1) -> [Float] {
    numbers(.normal(mean: mean, std: std), count: count)
  }

  private mutating func numbers(_ draw: Draw, count: Int) -> [Float] {
    var stream = BlockStream(draw, count: count, generator: self)
    var numbers = [Float](repeating: 0, count: count)
    // Room for all is room enough for the one block.
    numbers.withUnsafeMutableBufferPointer { _ = stream.next(into: $0) }
    self = stream.generator
    return numbers
  }
}

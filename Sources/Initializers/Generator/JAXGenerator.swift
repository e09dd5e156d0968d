/// JAX's random numbers of one key, from the first on, as a library fills tensors with them.
///
/// Source: `jax.random` and `jax.nn.initializers`, JAX 0.10.2, and `keras.src.backend.jax.random`.
package struct JAXGenerator: TruncatingGenerator {
  /// How a library scales the numbers that it asks `jax.random` for.
  package enum Scaling: Sendable {
    /// `jax.nn.initializers`: of [−1, 1) or [0, 1), and then times the end.
    case afterwards
    /// Keras: between the ends themselves.
    case whileDrawing
  }

  private let numbers: ThreefryNumbers
  private let scaling: Scaling
  private let kernels: Kernels
  private var position = 0

  /// Stands at a key's first number.
  package init(_ key: Threefry, scaling: Scaling, kernels: Kernels = .best) {
    numbers = ThreefryNumbers(key, kernels: kernels)
    (self.scaling, self.kernels) = (scaling, kernels)
  }

  /// The same with a key made of its own by numbers, one after another: `jax.random.fold_in`.
  package func folding(in data: [UInt32]) -> JAXGenerator {
    let key = data.reduce(numbers.generator) { $0.folding(in: $1) }
    return JAXGenerator(key, scaling: scaling, kernels: kernels)
  }

  /// Fills a block of random words.
  package mutating func fill(_ words: UnsafeMutableBufferPointer<UInt32>) {
    numbers.fill(words, from: position)
    position += words.count
  }

  /// Fills a block with uniform numbers.
  package mutating func fillUniform(
    _ block: UnsafeMutableBufferPointer<Float>, low: Double, high: Double
  ) {
    let (from, to) = (Float(low), Float(high))
    switch scaling {
    case .afterwards where from == -to:
      numbers.fillUniform(block, from: position, low: -1, high: 1, scale: to)
    case .afterwards where from == 0:
      numbers.fillUniform(block, from: position, low: 0, high: 1, scale: to)
    case .afterwards, .whileDrawing:
      numbers.fillUniform(block, from: position, low: from, high: to)
    }
    position += block.count
  }

  /// Writes normal numbers, z·std + mean.
  package mutating func fillNormal(
    _ block: UnsafeMutableBufferPointer<Float>, mean: Double, std: Double, remaining: Int,
    of count: Int
  ) -> Int {
    write(block, remaining, mean: mean) { numbers, part, position in
      numbers.fillNormal(part, from: position, scale: Float(std))
    }
  }

  /// Writes normal numbers cut to ±2, times std.
  package mutating func fillTruncatedNormal(
    _ block: UnsafeMutableBufferPointer<Float>, mean: Double, std: Double, remaining: Int,
    of count: Int
  ) -> Int {
    write(block, remaining, mean: mean) { numbers, part, position in
      numbers.fillTruncatedNormal(part, from: position, scale: Float(std))
    }
  }

  private mutating func write(
    _ block: UnsafeMutableBufferPointer<Float>, _ remaining: Int, mean: Double,
    by fill: (ThreefryNumbers, UnsafeMutableBufferPointer<Float>, Int) -> Void
  ) -> Int {
    let part = UnsafeMutableBufferPointer(rebasing: block[..<min(remaining, block.count)])
    fill(numbers, part, position)
    if mean != 0 { for index in part.indices { part[index] += Float(mean) } }
    position += part.count
    return part.count
  }

  /// Each takes one word.
  package var hasOneCutDrawEach: Bool { true }

  /// Passes over numbers of any kind: each takes one word.
  package mutating func skip(_ count: Int) { position += count }
}

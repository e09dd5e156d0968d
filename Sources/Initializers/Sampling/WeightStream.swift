/// The weights of one tensor in storage order, made block by block from a generator.
///
/// The bits are those of PyTorch 2.13 on an x86-64 CPU whatever the sizes of the blocks asked
/// for. Source: `uniform_` and `normal_` of `torch.Tensor`.
public struct WeightStream: Sendable {
  /// The generator, standing after the last weight once the stream has ended.
  public private(set) var generator: Generator
  /// The weights still to come.
  public private(set) var remaining: Int
  /// The fewest weights a block has room for.
  public static let smallestBlock = 32

  private let draw: Draw
  private let count: Int
  private let start: Generator
  // What the methods that need the whole tensor drew, from the first call on.
  private var whole: [Float]?

  /// Makes a stream of `count` weights.
  public init(_ draw: Draw, count: Int, generator: Generator) {
    self.draw = draw
    self.generator = generator
    start = generator
    remaining = draw == .nothing ? 0 : count
    self.count = count
  }

  /// Starts again with the first weight; what had to be drawn as a whole is not drawn again.
  public mutating func rewind() {
    if whole == nil { generator = start }
    remaining = draw == .nothing ? 0 : count
  }

  /// Writes the next weights and returns how many; 0 at the end.
  ///
  /// - Precondition: the block has room for `smallestBlock` weights, or for all that remain.
  public mutating func next(into block: UnsafeMutableBufferPointer<Float>) -> Int {
    guard remaining > 0, let base = block.baseAddress else { return 0 }
    precondition(block.count >= min(remaining, Self.smallestBlock))
    switch draw {
    case .nothing:
      return 0
    case .truncatedNormal, .orthogonal, .sparse:
      return nextOfWhole(block)
    case .constant(let value):
      let count = min(remaining, block.count)
      UnsafeMutableBufferPointer(rebasing: block[..<count]).update(repeating: value)
      remaining -= count
      return count
    case .ones(let pattern):
      let count = min(remaining, block.count)
      pattern.write(
        UnsafeMutableBufferPointer(rebasing: block[..<count]), from: self.count - remaining)
      remaining -= count
      return count
    case .uniform(let low, let high):
      let count = min(remaining, block.count)
      generator.fillUniform(
        UnsafeMutableBufferPointer(start: base, count: count), from: Float(low), to: Float(high))
      remaining -= count
      return count
    case .normal(let mean, let std):
      return count >= 16
        ? nextVectorized(base, capacity: block.count, mean: Float(mean), std: Float(std))
        : nextOneByOne(base, mean: mean, std: std)
    }
  }

  // Whole blocks of 16; what is over 16·k at the tensor's end replaces the last 16 by new draws.
  private mutating func nextVectorized(
    _ base: UnsafeMutablePointer<Float>, capacity: Int, mean: Float, std: Float
  ) -> Int {
    if remaining <= capacity {
      let count = remaining
      let blocks = count / 16
      fillUnit(base, count: count)
      generator.transformBlocks(base, count: blocks, mean: mean, std: std)
      if count % 16 != 0 {
        let tail = base + (count - 16)
        fillUnit(tail, count: 16)
        generator.transformBlocks(tail, count: 1, mean: mean, std: std)
      }
      remaining = 0
      return count
    }
    // At least 16 must be left for the tail, which is rewritten as a whole.
    let count = min(capacity, remaining - 16) / 16 * 16
    fillUnit(base, count: count)
    generator.transformBlocks(base, count: count / 16, mean: mean, std: std)
    remaining -= count
    return count
  }

  private mutating func nextOfWhole(_ block: UnsafeMutableBufferPointer<Float>) -> Int {
    if whole == nil {
      whole = WholeTensor.weights(draw, count: count, generator: &generator)
    }
    guard let whole else { return 0 }
    let start = count - remaining
    let length = min(remaining, block.count)
    _ = block.update(fromContentsOf: whole[start..<start + length])
    remaining -= length
    return length
  }

  private mutating func nextOneByOne(
    _ base: UnsafeMutablePointer<Float>, mean: Double, std: Double
  ) -> Int {
    let count = remaining
    for i in 0..<count { base[i] = Float(generator.nextNormal() * std + mean) }
    remaining = 0
    return count
  }

  private mutating func fillUnit(_ base: UnsafeMutablePointer<Float>, count: Int) {
    generator.fillUniform(
      UnsafeMutableBufferPointer(start: base, count: count), low: 0, span: 1)
  }
}

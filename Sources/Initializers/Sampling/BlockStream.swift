/// The weights of a draw that needs no whole tensor, in storage order, block by block.
struct BlockStream: Sendable {
  /// The generator, standing after the weights written so far.
  var generator: Generator
  /// The weights still to come.
  private(set) var remaining: Int

  private let draw: Draw
  private let count: Int
  private let start: Generator

  init(_ draw: Draw, count: Int, generator: Generator) {
    self.draw = draw
    self.count = count
    self.generator = generator
    start = generator
    remaining = draw.needsWholeTensor || draw == .nothing ? 0 : count
  }

  /// Starts again with the first weight.
  mutating func rewind() { self = BlockStream(draw, count: count, generator: start) }

  /// Writes the next weights and returns how many; 0 at the end.
  mutating func next(into block: UnsafeMutableBufferPointer<Float>) -> Int {
    guard remaining > 0, let base = block.baseAddress else { return 0 }
    precondition(block.count >= min(remaining, WeightStream.smallestBlock))
    switch draw {
    case .nothing, .truncatedNormal, .orthogonal, .sparse:
      return 0
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

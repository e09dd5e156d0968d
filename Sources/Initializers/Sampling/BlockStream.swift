/// The weights of a draw that needs no whole tensor, in storage order, block by block.
struct BlockStream: Sendable {
  /// The generator, standing after the weights written so far.
  var generator: any Generator
  /// The weights still to come.
  private(set) var remaining: Int

  private let draw: Draw
  private let count: Int
  private let start: any Generator

  init(_ draw: Draw, count: Int, generator: any Generator) {
    self.draw = draw
    self.count = count
    self.generator = generator
    start = generator
    remaining = draw.needsWholeTensor || draw == .nothing ? 0 : count
  }

  /// Starts again with the first weight.
  mutating func rewind() { self = BlockStream(draw, count: count, generator: start) }

  /// Passes over uniform or normal weights: of the latter, blocks of 16 and not the last.
  mutating func skip(_ count: Int) {
    generator.skip(count)
    remaining -= count
  }

  /// Writes the next weights and returns how many; 0 at the end.
  mutating func next(into block: UnsafeMutableBufferPointer<Float>) -> Int {
    guard remaining > 0 else { return 0 }
    precondition(block.count >= min(remaining, WeightStream.smallestBlock))
    var written = min(remaining, block.count)
    let part = UnsafeMutableBufferPointer(rebasing: block[..<written])
    switch draw {
    case .nothing, .truncatedNormal, .orthogonal, .sparse: return 0
    case .constant(let value): part.update(repeating: value)
    case .ones(let pattern): pattern.write(part, from: count - remaining)
    case .uniform(let low, let high): generator.fillUniform(part, low: low, high: high)
    case .normal(let mean, let std):
      written = generator.fillNormal(block, mean: mean, std: std, remaining: remaining, of: count)
    case .cutNormal(let mean, let std):
      guard var own = generator as? any TruncatingGenerator else { return 0 }
      written = own.fillTruncatedNormal(
        block, mean: mean, std: std, remaining: remaining, of: count)
      generator = own
    case .paddedNormal(let std, let zeros):
      let start = count - remaining
      written = generator.fillNormal(block, mean: 0, std: std, remaining: remaining, of: count)
      let places = zeros.clamped(to: start..<start + written)
      for place in places { block[place - start] = 0 }
    }
    remaining -= written
    return written
  }
}

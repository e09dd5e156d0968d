private import Background
internal import Initializers
private import Synchronization

/// The weights of several tensors in the order one generator draws them, block by block.
struct DrawnBlocks: Sendable {
  /// So many weights, and whether they are to be written.
  struct Block: Sendable {
    let count: Int
    let isKept: Bool
  }

  // 128 KiB: large enough for the system calls, small enough for the second-level cache.
  static let size = 1 << 15

  private var tensors: ArraySlice<ModelRecipe.NamedTensor>
  private let seed: Seed
  private var stream: WeightStream

  init(_ tensors: [ModelRecipe.NamedTensor], seed: Seed) {
    self.tensors = tensors[...]
    self.seed = seed
    let framework = tensors.first?.recipe.initializer.framework ?? .pyTorch
    stream = WeightStream(.nothing, count: 0, generator: framework.generator(seed))
    begin()
  }

  private mutating func begin() {
    guard let tensor = tensors.first else { return }
    stream = WeightStream(
      tensor.recipe.draw, count: tensor.recipe.shape.count,
      generator: tensor.layer?.generator(seed) ?? stream.generator)
  }

  /// Draws the next block; nil at the end.
  ///
  /// - Throws: `InitializerError.cannotFactorize`.
  mutating func next(
    into block: UnsafeMutableBufferPointer<Float>
  ) throws(InitializerError) -> Block? {
    while let tensor = tensors.first {
      let count = try stream.next(into: block)
      if count > 0 { return Block(count: count, isKept: tensor.isKept) }
      tensors.removeFirst()
      begin()
    }
    return nil
  }

  /// Hands over block after block, each drawn while the ones before are dealt with.
  ///
  /// - Parameter isAhead: whether to draw on another thread, a few blocks ahead.
  /// - Throws: what `next` or `body` throws.
  mutating func forEach(
    isAhead: Bool, _ body: (Block, UnsafeBufferPointer<Float>) throws -> Void
  ) throws {
    if isAhead, let relay = try? Relay(self) { return try relay.forEach(body) }
    let memory = UnsafeMutableBufferPointer<Float>.allocate(capacity: Self.size)
    defer { memory.deallocate() }
    while let block = try next(into: memory) {
      try body(block, UnsafeBufferPointer(rebasing: memory[..<block.count]))
    }
  }
}

/// Blocks drawn on a thread of their own into a ring of places, from which another takes them.
private final class Relay: Sendable {
  private typealias Drawn = Result<DrawnBlocks.Block?, InitializerError>

  // Enough that neither waits for a hiccup of the other, few enough for the second-level cache.
  private static let places = 6

  nonisolated(unsafe) private let memory = UnsafeMutableBufferPointer<Float>.allocate(
    capacity: places * DrawnBlocks.size)
  private let drawn = Mutex([Drawn](repeating: .success(nil), count: places))
  private let isGivenUp = Mutex(false)
  private let empty = Signal()
  private let full = Signal()

  init(_ blocks: DrawnBlocks) throws(BackgroundThreadError) {
    for _ in 0..<Self.places { empty.raise() }
    try BackgroundThread.start { [self] in draw(blocks) }
  }

  deinit { memory.deallocate() }

  private func place(_ index: Int) -> UnsafeMutableBufferPointer<Float> {
    let start = index * DrawnBlocks.size
    return UnsafeMutableBufferPointer(rebasing: memory[start..<start + DrawnBlocks.size])
  }

  private func draw(_ blocks: DrawnBlocks) {
    var blocks = blocks
    var index = 0
    while true {
      empty.wait()
      if isGivenUp.withLock(\.self) { return }
      let result = Drawn { () throws(InitializerError) in try blocks.next(into: place(index)) }
      drawn.withLock { $0[index] = result }
      full.raise()
      guard case .success(_?) = result else { return }
      index = (index + 1) % Self.places
    }
  }

  func forEach(_ body: (DrawnBlocks.Block, UnsafeBufferPointer<Float>) throws -> Void) throws {
    var index = 0
    // Whoever draws is let go, should it be waiting.
    defer {
      isGivenUp.withLock { $0 = true }
      empty.raise()
    }
    while true {
      full.wait()
      guard let block = try drawn.withLock({ $0[index] }).get() else { return }
      try body(block, UnsafeBufferPointer(rebasing: place(index)[..<block.count]))
      empty.raise()
      index = (index + 1) % Self.places
    }
  }
}

/// The weights of one tensor in storage order, made block by block from a generator.
///
/// The bits are those of PyTorch 2.13 on an x86-64 CPU whatever the sizes of the blocks asked
/// for. Source: `uniform_` and `normal_` of `torch.Tensor`.
///
/// A draw that must know of the whole tensor is prepared first, in steps so that it can be given up;
/// who does not care for the steps asks for the first block at once.
package struct WeightStream: Sendable {
  /// The weights still to come.
  package private(set) var remaining: Int
  /// The fewest weights a block has room for.
  package static let smallestBlock = 32

  private let draw: Draw
  private let count: Int
  private var blocks: BlockStream
  private let needsWholeTensor: Bool
  // What the methods that need the whole tensor have drawn, from the first step on.
  private var whole: (any WholeDraw)?
  // The numbers drawn until they fit.
  private var fitting: TruncatedNormalStream?

  /// Makes a stream of `count` weights.
  package init(_ draw: Draw, count: Int, generator: any Generator) {
    self.draw = draw
    self.count = count
    remaining = draw == .nothing ? 0 : count
    blocks = BlockStream(draw, count: count, generator: generator)
    needsWholeTensor = draw.needsWholeTensor
    if case .truncatedNormal(let law) = draw, !needsWholeTensor {
      fitting = TruncatedNormalStream(law, count: count, generator: generator)
    }
  }

  /// The generator, standing after the last weight once the stream has ended.
  package var generator: any Generator { fitting?.end ?? blocks.generator }

  /// Where the next block begins.
  package var offset: Int { count - remaining }

  /// Starts again with the first weight; what had to be drawn as a whole is not drawn again.
  package mutating func rewind() {
    if whole == nil { blocks.rewind() }
    fitting?.rewind()
    remaining = draw == .nothing ? 0 : count
  }

  /// Whether the next block can be written at once.
  package var isPrepared: Bool {
    remaining == 0 || (needsWholeTensor ? whole?.isFinished == true : fitting?.isPrepared ?? true)
  }

  /// Whether the next step may take long and cannot be given up halfway, as LAPACK's.
  package var isUninterruptible: Bool { !isPrepared && draw.isDrawnInOneStep }

  /// Does the next short step of drawing the whole tensor, or of finding where passes over it begin,
  /// if one is needed.
  ///
  /// - Throws: `InitializerError.cannotFactorize` or `.noMemory`.
  package mutating func prepare() throws(InitializerError) {
    guard !isPrepared else { return }
    guard needsWholeTensor else { fitting?.prepare(); return }
    if whole == nil { whole = try draw.whole(count: count) }
    try whole?.advance(&blocks.generator)
  }

  /// Writes the next weights and returns how many; 0 at the end.
  ///
  /// - Precondition: the block has room for `smallestBlock` weights, or for all that remain.
  /// - Throws: what `prepare()` throws.
  package mutating func next(
    into block: UnsafeMutableBufferPointer<Float>
  ) throws(InitializerError) -> Int {
    guard needsWholeTensor else {
      let written = fitting?.next(into: block) ?? blocks.next(into: block)
      remaining -= written
      return written
    }
    while !isPrepared { try prepare() }
    guard remaining > 0 else { return 0 }
    precondition(block.count >= min(remaining, Self.smallestBlock))
    let place = offset
    let written = whole?.next(into: block, at: place) ?? 0
    remaining -= written
    return written
  }
}

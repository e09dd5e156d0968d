/// One of several shares of a tensor's weights, drawn without the other shares.
///
/// The tensor is cut into chunks, dealt out to the parts in turn. A part passes over the others'
/// draws, which costs a fraction of drawing them, so parts run side by side with nothing shared;
/// together they give the bits of one `WeightStream`.
package struct StreamPart: Sendable {
  /// Where in the tensor the next block begins; the weights' number at the end.
  package private(set) var offset: Int

  /// The weights of a chunk unless another number is asked for.
  package static let standardChunk = 1 << 15

  /// The part's weights still to come.
  package private(set) var remaining: Int

  /// Whether the part has no weights left.
  package var isFinished: Bool { remaining == 0 }

  private let draw: Draw
  private let count: Int
  private let chunkSize: Int
  private let chunkCount: Int
  private let index: Int
  private let stride: Int
  private var chunk: Int
  private var stream: WeightStream
  // The generator where the part begins.
  private let start: any Generator

  /// Makes part `index` of `partCount`, for a tensor of `count` weights drawn from a generator.
  ///
  /// The size of a chunk is rounded down to a multiple of 16, the block that `normal_` works in;
  /// a draw that has to be made in one go belongs to part 0.
  package init(
    _ draw: Draw, count: Int, generator: any Generator, index: Int = 0, of partCount: Int = 1,
    chunkSize: Int = standardChunk
  ) {
    precondition(index >= 0 && index < partCount)
    self.draw = draw
    self.count = draw == .nothing ? 0 : count
    self.chunkSize = max(16, chunkSize / 16 * 16)
    // What is over joins the last chunk: `normal_` draws a tensor's last 16 weights anew.
    chunkCount =
      draw.hasOneDrawEach(from: generator) ? max(1, count / self.chunkSize) : 1
    (self.index, stride) = (index, partCount)
    chunk = index
    (offset, remaining) = (0, 0)
    var start = generator
    if index > 0, index < chunkCount { start.skip(index * self.chunkSize) }
    self.start = start
    stream = WeightStream(.nothing, count: 0, generator: start)
    begin(start)
    remaining = size
  }

  // The part's weights.
  private var size: Int {
    guard index < chunkCount else { return 0 }
    let chunks = (chunkCount - 1 - index) / stride + 1
    let holdsLast = (chunkCount - 1 - index).isMultiple(of: stride)
    return chunks * chunkSize + (holdsLast ? count - chunkCount * chunkSize : 0)
  }

  /// Writes the next weights of this part and returns how many; 0 at the end.
  ///
  /// They belong at the `offset` that stood before the call.
  ///
  /// - Precondition: the block has room for `WeightStream.smallestBlock` weights.
  /// - Throws: what `WeightStream.prepare()` throws.
  package mutating func next(
    into block: UnsafeMutableBufferPointer<Float>
  ) throws(InitializerError) -> Int {
    let drawn = try stream.next(into: block)
    offset += drawn
    remaining -= drawn
    if stream.remaining == 0, chunk < chunkCount {
      chunk += stride
      guard chunk < chunkCount else {
        offset = count
        return drawn
      }
      var generator = stream.generator
      generator.skip((stride - 1) * chunkSize)
      begin(generator)
    }
    return drawn
  }

  // Begins a chunk, if there is one, at whose first draw a generator stands.
  private mutating func begin(_ generator: any Generator) {
    guard chunk < chunkCount else {
      offset = count
      return
    }
    offset = chunk * chunkSize
    let size = chunk == chunkCount - 1 ? count - offset : chunkSize
    stream = WeightStream(draw, count: size, generator: generator)
  }
}

extension StreamPart: WeightBlocks {
  /// Whether the next block can be written at once.
  package var isPrepared: Bool { stream.isPrepared }
  /// Whether the next step may take long and cannot be given up halfway.
  package var isUninterruptible: Bool { stream.isUninterruptible }

  /// Does the next short step of drawing a whole tensor, if one is needed.
  ///
  /// - Throws: `InitializerError.cannotFactorize`.
  package mutating func prepare() throws(InitializerError) { try stream.prepare() }

  /// The generator as the tensor leaves it, once the part that ends it is drawn.
  package var end: (any Generator)? {
    remaining == 0 && index == (chunkCount - 1) % stride ? stream.generator : nil
  }

  /// Starts again with the part's first weight; what had to be drawn as a whole is not drawn again.
  package mutating func rewind() {
    remaining = size
    if chunkCount == 1, index == 0 {
      (offset, chunk) = (0, 0)
      return stream.rewind()
    }
    chunk = index
    begin(start)
  }
}

extension Draw {
  /// Whether each weight takes one draw of a generator, in order, so that any multiple of 16 begins a
  /// part.
  package func hasOneDrawEach(from generator: any Generator) -> Bool {
    switch self {
    case .uniform: true
    case .normal: generator.hasOneDrawEach
    case .cutNormal: (generator as? any TruncatingGenerator)?.hasOneCutDrawEach == true
    default: false
    }
  }
}

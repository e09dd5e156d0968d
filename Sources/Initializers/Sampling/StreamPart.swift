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

  /// Whether the part has no weights left.
  package var isFinished: Bool { stream.remaining == 0 }

  private let draw: Draw
  private let count: Int
  private let chunkSize: Int
  private let chunkCount: Int
  private let stride: Int
  private var chunk: Int
  private var stream: WeightStream

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
    chunkCount = draw.hasOneDrawEach ? max(1, count / self.chunkSize) : 1
    stride = partCount
    chunk = index
    offset = 0
    stream = WeightStream(.nothing, count: 0, generator: generator)
    begin(passingOver: index)
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
    if stream.remaining == 0, chunk < chunkCount {
      chunk += stride
      begin(passingOver: stride - 1)
    }
    return drawn
  }

  // Stands the generator at a chunk's first draw, given the chunks since the last one drawn.
  private mutating func begin(passingOver chunks: Int) {
    guard chunk < chunkCount else {
      offset = count
      return
    }
    var generator = stream.generator
    generator.skip(chunks * chunkSize)
    offset = chunk * chunkSize
    let size = chunk == chunkCount - 1 ? count - offset : chunkSize
    stream = WeightStream(draw, count: size, generator: generator)
  }
}

extension Draw {
  /// Whether each weight takes one draw, in order, so that any multiple of 16 begins a part.
  fileprivate var hasOneDrawEach: Bool {
    switch self {
    case .uniform, .normal: true
    default: false
    }
  }
}

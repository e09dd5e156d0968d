/// A block of a tensor's elements that follow one another in the order of its dimensions and stand
/// in the file at even distances along each.
struct Box: Sendable {
  // A dimension: its extent, and the elements from one to the next in the file and in order.
  private struct Side {
    var extent: Int
    let stride: Int
    let step: Int
  }

  private var sides: [Side] = []
  private(set) var count = 1
  private var start = 0

  // What is read at once although not all of it is wanted.
  private static let window = 1 << 20
  // What several readings take together.
  private static let group = 1 << 17
  // Further apart, elements are read one by one.
  private static let farthest = 1 << 12

  /// The largest box that begins with an element.
  init(shape: [Int], strides: [Int], from first: Int, most: Int) {
    // From the last dimension on as far as all of them fit, and of the next one as many as do.
    var index = first
    var isOpen = true
    for (extent, stride) in zip(shape, strides).reversed() {
      let place = index % extent
      index /= extent
      start += place * stride
      guard isOpen else { continue }
      let length = min(extent - place, max(1, most / count))
      if length > 1 { sides.append(Side(extent: length, stride: stride, step: count)) }
      count *= length
      isOpen = place == 0 && length == extent
    }
    sides.sort { $0.stride < $1.stride }
  }

  /// Reads the elements into their places.
  func gather(
    from source: any ByteSource, at base: Int, elementSize size: Int,
    into target: UnsafeMutableRawBufferPointer
  ) throws(TensorFileError) {
    // As many sides as one reading spans; the last of them perhaps in pieces.
    var (inner, pieces) = ([Side](), [Side]())
    var span = 1
    for side in sides {
      let room = Self.window / size - span
      let fitting = side.stride == 0 ? side.extent : room / side.stride + 1
      if pieces.isEmpty, side.stride * size <= Self.farthest || fitting >= side.extent {
        let length = min(side.extent, max(1, fitting))
        inner.append(Side(extent: length, stride: side.stride, step: side.step))
        span += (length - 1) * side.stride
        guard length < side.extent else { continue }
        pieces.append(
          Side(
            extent: (side.extent + length - 1) / length, stride: side.stride * length,
            step: side.step * length))
      } else {
        pieces.append(side)
      }
    }
    // What the last piece of a side has; all, where the side is whole.
    let last = inner.last.map { (sides[inner.count - 1].extent - 1) % $0.extent + 1 }
    // Several readings are put into their places at once, as these may lie side by side.
    let first = pieces.first ?? Side(extent: 1, stride: 0, step: 0)
    let isCut = last != inner.last?.extent
    let group = isCut ? 1 : min(first.extent, max(1, Self.group / (span * size)))
    let window = UnsafeMutableRawBufferPointer.allocate(
      byteCount: group * span * size, alignment: 16)
    defer { window.deallocate() }
    let others = Array(pieces.dropFirst())
    var places = [Int](repeating: 0, count: others.count)
    repeat {
      let from = start + zip(places, others).reduce(0) { $0 + $1.0 * $1.1.stride }
      let to = zip(places, others).reduce(0) { $0 + $1.0 * $1.1.step }
      for place in stride(from: 0, to: first.extent, by: group) {
        let count = min(group, first.extent - place)
        var (block, length) = (inner, span)
        if isCut, let last, place == first.extent - 1, let side = block.popLast() {
          block.append(Side(extent: last, stride: side.stride, step: side.step))
          length -= (side.extent - last) * side.stride
        }
        for index in 0..<count {
          let bytes = window[(index * span * size)...].prefix(length * size)
          try source.read(
            from: base + (from + (place + index) * first.stride) * size,
            into: UnsafeMutableRawBufferPointer(rebasing: bytes))
        }
        if count > 1 || block.isEmpty {
          block.append(Side(extent: count, stride: span, step: first.step))
        }
        // Those that lie side by side come last.
        block.sort { $0.step < $1.step }
        Self.scatter(
          UnsafeRawBufferPointer(window), block[...], size, into: target,
          at: to + place * first.step)
      }
    } while Self.advance(&places, others)
  }

  // Goes on to the next place of all; whether there is one.
  private static func advance(_ places: inout [Int], _ sides: [Side]) -> Bool {
    for index in places.indices {
      places[index] += 1
      if places[index] < sides[index].extent { return true }
      places[index] = 0
    }
    return false
  }

  private static func scatter(
    _ bytes: UnsafeRawBufferPointer, _ sides: ArraySlice<Side>, _ size: Int,
    into target: UnsafeMutableRawBufferPointer, at place: Int, from origin: Int = 0
  ) {
    guard let side = sides.first else { return }
    if sides.count > 1, let side = sides.last {
      for index in 0..<side.extent {
        scatter(
          bytes, sides.dropLast(), size, into: target, at: place + index * side.step,
          from: origin + index * side.stride)
      }
      return
    }
    switch size {
    case 2: copy(UInt16.self, bytes, side, into: target, at: place, from: origin)
    case 4: copy(UInt32.self, bytes, side, into: target, at: place, from: origin)
    default: copy(UInt64.self, bytes, side, into: target, at: place, from: origin)
    }
  }

  private static func copy<Word: BitwiseCopyable>(
    _: Word.Type, _ bytes: UnsafeRawBufferPointer, _ side: Side,
    into target: UnsafeMutableRawBufferPointer, at place: Int, from origin: Int
  ) {
    let size = MemoryLayout<Word>.size
    for index in 0..<side.extent {
      let word = bytes.loadUnaligned(
        fromByteOffset: (origin + index * side.stride) * size, as: Word.self)
      target.storeBytes(of: word, toByteOffset: (place + index * side.step) * size, as: Word.self)
    }
  }
}

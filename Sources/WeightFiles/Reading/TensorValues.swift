/// A tensor's numbers from one place to another, block by block.
package struct TensorValues: Sendable {
  private var entry: TensorEntry
  private var position: Int
  private let end: Int
  private var inflated: InflatedBytes?
  // Elements as the file has them, and how many bytes of them are taken.
  private var scratch: [UInt8] = []
  private var taken = 0

  // Elements that stand apart are gathered so many at a time, as each reading has some for every row.
  private static let gathered = 1 << 21

  /// Begins to read.
  init(_ entry: TensorEntry, _ range: Range<Int>) throws(TensorFileError) {
    guard entry.hasValues else {
      throw TensorFileError(
        file: entry.file, at: .tensor(entry.name), .noValues(entry.typeName))
    }
    (self.entry, position) = (entry, max(0, range.lowerBound))
    end = max(position, min(entry.count, range.upperBound))
    guard entry.isCompressed, position < end else { return }
    if entry.isContiguous {
      inflated = try entry.inflatedBytes(from: position * entry.size)
    } else {
      self.entry = try entry.inflated()
    }
  }

  /// The numbers still to come.
  package var remaining: Int { end - position }

  /// Reads the next numbers and returns how many; 0 at the end.
  ///
  /// - Throws: `TensorFileError`.
  package mutating func next<Value: TensorValue>(
    into buffer: UnsafeMutableBufferPointer<Value>
  ) throws(TensorFileError) -> Int {
    let most = min(buffer.count, remaining)
    guard most > 0 else { return 0 }
    let isPlain = inflated == nil && entry.isContiguous
    var count = most
    if isPlain, entry.type == .float32, Value.self == Float.self, !entry.isSwapped {
      // The very bytes.
      try entry.read(from: position, into: UnsafeMutableRawBufferPointer(buffer), count: count)
    } else {
      if taken == scratch.count { try fill(isPlain ? most : min(remaining, Self.gathered)) }
      count = min(most, (scratch.count - taken) / entry.size)
      let bytes = taken..<taken + count * entry.size
      scratch.withUnsafeBytes { scratch in
        Value.decode(
          UnsafeRawBufferPointer(rebasing: scratch[bytes]), as: entry.type,
          isSwapped: entry.isSwapped, into: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      }
      taken = bytes.upperBound
    }
    position += count
    if position == entry.count { try inflated?.finish() }
    return count
  }

  // Reads elements ahead, as many as asked for or fewer.
  private mutating func fill(_ count: Int) throws(TensorFileError) {
    var count = count
    var box: Box?
    if let strides = entry.strides {
      let next = Box(shape: entry.shape, strides: strides, from: position, most: count)
      (box, count) = (next, next.count)
    } else {
      count = min(count, TensorEntry.blockSize / entry.size)
    }
    let size = count * entry.size
    // Emptied, should reading fail.
    if scratch.count != size { scratch = [UInt8](repeating: 0, count: size) }
    taken = size
    let (entry, position) = (entry, position)
    try scratch.withMutableBytes { bytes throws(TensorFileError) in
      if let box {
        try box.gather(
          from: entry.store.source, at: entry.store.range.lowerBound, elementSize: entry.size,
          into: bytes)
      } else if inflated != nil {
        try inflated?.next(into: bytes)
      } else {
        try entry.read(from: position, into: bytes, count: count)
      }
    }
    taken = 0
  }
}

extension TensorEntry {
  /// The bytes of an element whose numbers can be read.
  fileprivate var size: Int { type.bits / 8 }

  /// Whether the bytes of an element stand the other way round than in memory.
  fileprivate var isSwapped: Bool {
    #if _endian(little)
      isBigEndian
    #else
      !isBigEndian
    #endif
  }

  fileprivate func inflatedBytes(from offset: Int) throws(TensorFileError) -> InflatedBytes? {
    guard let deflated = store.deflated else { return nil }
    var bytes = InflatedBytes(
      store.source, store.range, count: deflated.count, checksum: deflated.checksum,
      record: deflated.record)
    try bytes.skip(deflated.skipped + offset)
    return bytes
  }

  // The same in memory, for an order that asks for bytes here and there.
  fileprivate func inflated() throws(TensorFileError) -> TensorEntry {
    let total = byteCount
    guard total <= ReadingLimit.memory else {
      throw TensorFileError(
        file: file, at: .tensor(name),
        .quantity(.memory, found: "\(total)", accepted: "≤ \(ReadingLimit.memory)"))
    }
    guard var stream = try inflatedBytes(from: 0) else { return self }
    var bytes = [UInt8](repeating: 0, count: total)
    try bytes.withMutableBytes { buffer throws(TensorFileError) in
      try stream.next(into: buffer)
    }
    try stream.finish()
    return TensorEntry(
      name: name, type: type, typeName: typeName, shape: shape, count: count, strides: strides,
      isBigEndian: isBigEndian,
      store: Store(source: MemoryBytes(bytes, name: file), range: 0..<total, deflated: nil))
  }

  // Reads elements that follow one another.
  fileprivate func read(
    from first: Int, into bytes: UnsafeMutableRawBufferPointer, count: Int
  ) throws(TensorFileError) {
    try store.source.read(
      from: store.range.lowerBound + first * size,
      into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<(count * size)]))
  }
}

/// A block of a tensor's elements that follow one another in the order of its dimensions and stand
/// in the file at even distances along each.
private struct Box: Sendable {
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

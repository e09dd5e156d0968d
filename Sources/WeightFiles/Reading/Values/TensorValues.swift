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
      if taken == scratch.count { try readAhead(isPlain ? most : min(remaining, Self.gathered)) }
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

  /// Reads as many numbers as there is room for, or as are left, and returns how many.
  ///
  /// - Throws: `TensorFileError`.
  package mutating func fill<Value: TensorValue>(
    _ buffer: UnsafeMutableBufferPointer<Value>
  ) throws(TensorFileError) -> Int {
    var done = 0
    while done < buffer.count {
      let count = try next(into: UnsafeMutableBufferPointer(rebasing: buffer[done...]))
      if count == 0 { break }
      done += count
    }
    return done
  }

  // Reads elements ahead, as many as asked for or fewer.
  private mutating func readAhead(_ count: Int) throws(TensorFileError) {
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
    try store.source.requireMemory(total)
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

private import Words

/// A tensor in a file: what it is called, what it is made of, and where its bytes stand.
///
/// Its numbers are read when they are asked for, by any thread.
package struct TensorEntry: Sendable {
  /// The name as the file has it; what steers terminals may be in it.
  package let name: String
  /// What it is made of.
  package let type: ElementType
  /// What the file calls the type.
  package let typeName: String
  /// The extents, none negative; empty for a scalar.
  package let shape: [Int]
  /// The number of elements.
  package let count: Int
  /// The elements from one to the next along each dimension; nil where they follow one another.
  let strides: [Int]?
  let isBigEndian: Bool
  let store: Store

  /// Where bytes stand, and whether they are compressed.
  struct Store: Sendable {
    let source: any ByteSource
    /// The bytes as they stand in the source.
    let range: Range<Int>
    let deflated: Deflated?

    /// What is known of compressed bytes.
    struct Deflated: Sendable {
      /// The bytes they make.
      let count: Int
      /// The sum of these.
      let checksum: UInt32
      /// How many of them come before the tensor's own.
      let skipped: Int
      /// The archive's name for them.
      let record: String
    }
  }

  /// Makes an entry, whose store has as many bytes as the shape and the strides ask for.
  init(
    name: String, type: ElementType, typeName: String? = nil, shape: [Int], count: Int,
    strides: [Int]? = nil, isBigEndian: Bool = false, store: Store
  ) {
    (self.name, self.type, self.typeName) = (name, type, typeName ?? type.rawValue)
    (self.shape, self.count, self.strides) = (shape, count, strides)
    (self.isBigEndian, self.store) = (isBigEndian, store)
  }

  /// The name as it may be shown.
  package var shownName: String { name.shown }

  /// Tells the opened file from others.
  package var revision: Int { Int(bitPattern: ObjectIdentifier(store.source)) }

  /// The file it is in.
  package var file: String { store.source.name }

  /// Where its bytes stand in the file; compressed, they are fewer than `byteCount`, and of a view of
  /// a larger tensor they are those from its first element to its last.
  ///
  /// Tensors that share memory, as tied weights do, have one range.
  package var byteRange: Range<Int> { store.range }

  /// The bytes that its elements take.
  package var byteCount: Int {
    type == .other
      ? store.deflated.map { $0.count - $0.skipped } ?? store.range.count
      : (count * type.bits + 7) / 8
  }

  /// Whether its bytes are compressed, so that whoever reads some from the middle waits for all
  /// before them.
  package var isCompressed: Bool { store.deflated != nil }

  /// Whether its elements stand in the file one after the other in the order of its dimensions.
  package var isContiguous: Bool { strides == nil }

  /// Whether its numbers can be read.
  package var hasValues: Bool { type.hasValues }

  /// The indices that Python takes a number out of the tensor by.
  ///
  /// - Parameter place: the number's in the order of the dimensions, the last one fastest.
  package func indices(of place: Int) -> [Int] {
    var (indices, rest) = ([Int](), place)
    for extent in shape.reversed() {
      indices.append(rest % max(1, extent))
      rest /= max(1, extent)
    }
    return indices.reversed()
  }
}

extension TensorEntry {
  /// The bytes that are read at a time.
  static let blockSize = 1 << 18

  /// The numbers in the order of the dimensions, the last one fastest.
  ///
  /// - Parameter range: which of them; all unless it is given.
  /// - Throws: `TensorFileError` if the type's numbers cannot be read.
  package func values(_ range: Range<Int>? = nil) throws(TensorFileError) -> TensorValues {
    try TensorValues(self, range ?? 0..<count)
  }

  /// Reads numbers of the middle; as many as there is room for.
  ///
  /// - Parameter offset: the first number's place; those that are read must be there.
  /// - Throws: `TensorFileError`.
  package func read<Value: TensorValue>(
    from offset: Int, into buffer: UnsafeMutableBufferPointer<Value>
  ) throws(TensorFileError) {
    var values = try values(offset..<offset + buffer.count)
    _ = try values.fill(buffer)
  }

  /// Hands over number after number, some tens of thousands at a time.
  ///
  /// - Parameters:
  ///   - range: which of them; all unless it is given.
  ///   - body: takes them; nothing more is read once it throws.
  /// - Throws: what `body` throws, or `TensorFileError`.
  package func forEachChunk<Value: TensorValue>(
    _ range: Range<Int>? = nil, of _: Value.Type,
    _ body: (UnsafeBufferPointer<Value>) throws -> Void
  ) throws {
    var values = try values(range)
    let size = max(1, min(Self.blockSize / MemoryLayout<Value>.size, values.remaining))
    let buffer = UnsafeMutableBufferPointer<Value>.allocate(capacity: size)
    defer { buffer.deallocate() }
    while case let count = try values.next(into: buffer), count > 0 {
      try body(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// Hands over numbers as float32; those of float64 are rounded.
  ///
  /// - Throws: what `body` throws, or `TensorFileError`.
  package func forEachChunk(
    _ range: Range<Int>? = nil, _ body: (UnsafeBufferPointer<Float>) throws -> Void
  ) throws {
    try forEachChunk(range, of: Float.self, body)
  }
}

extension TensorEntry {
  /// The number of elements of a shape, whose bytes can be counted whatever their type.
  static func count(
    _ shape: [Int], of source: any ByteSource, at place: TensorFileError.Place
  ) throws(TensorFileError) -> Int {
    guard shape.count <= ReadingLimit.dimensions else {
      throw TensorFileError(
        source, at: place,
        .quantity(
          .dimensions, found: "\(shape.count)", accepted: "≤ \(ReadingLimit.dimensions)"))
    }
    // A zero does not excuse the others.
    var product = 1
    for extent in shape where extent > 0 {
      let next = product.multiplied(exactly: extent)
      guard let next, next < 1 << 56 else {
        throw TensorFileError(
          source, at: place,
          .quantity(
            .elements, found: shape.map(String.init).joined(separator: "×"), accepted: "< 2^56"))
      }
      product = next
    }
    return shape.contains(0) ? 0 : product
  }
}

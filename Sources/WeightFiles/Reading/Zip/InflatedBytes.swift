private import Mathematics

/// A compressed file of an archive, made larger piece by piece.
struct InflatedBytes: Sendable {
  private let source: any ByteSource
  private var rest: Range<Int>
  private let count: Int
  private let checksum: UInt32
  private let record: String
  private var inflater = Inflater()
  private var sum: UInt32 = 0
  private var made = 0

  private static let pieceSize = 1 << 16

  /// Begins with the first byte.
  init(
    _ source: any ByteSource, _ range: Range<Int>, count: Int, checksum: UInt32, record: String
  ) {
    (self.source, rest, self.count) = (source, range, count)
    (self.checksum, self.record) = (checksum, record)
  }

  private func flaw(_ flaw: TensorFileError.Flaw) -> TensorFileError {
    TensorFileError(source, at: .record(record), flaw)
  }

  /// Makes as many bytes as there is room for.
  ///
  /// - Throws: `TensorFileError` if the bytes are damaged or fewer.
  mutating func next(into buffer: UnsafeMutableRawBufferPointer) throws(TensorFileError) {
    let count = try some(into: buffer)
    guard count == buffer.count else {
      throw flaw(.quantity(.inflated, found: "\(made)", accepted: "\(self.count)"))
    }
  }

  // As many as there are, at most as many as there is room for.
  private mutating func some(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(TensorFileError) -> Int {
    let source = source
    var rest = rest
    defer { self.rest = rest }
    do {
      let count = try inflater.next(into: buffer) { () throws(TensorFileError) in
        let end = min(rest.upperBound, rest.lowerBound + Self.pieceSize)
        let bytes = try source.bytes(rest.lowerBound..<end)
        rest = end..<rest.upperBound
        return bytes
      }
      sum = Checksum.crc32(UnsafeRawBufferPointer(rebasing: buffer[..<count]), after: sum)
      made += count
      return count
    } catch let error as TensorFileError {
      throw error
    } catch {
      throw flaw(.damagedStream)
    }
  }

  /// Passes over bytes.
  mutating func skip(_ count: Int) throws(TensorFileError) {
    var piece = [UInt8](repeating: 0, count: min(count, Self.pieceSize))
    var left = count
    while left > 0 {
      let size = min(left, piece.count)
      try piece.withMutableBytes { buffer throws(TensorFileError) in
        try next(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<size]))
      }
      left -= size
    }
  }

  /// Makes the first bytes, at most so many.
  mutating func prefix(_ most: Int) throws(TensorFileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: min(most, count))
    let made = try bytes.withMutableBytes { buffer throws(TensorFileError) in
      try some(into: buffer)
    }
    return Array(bytes[..<made])
  }

  /// Makes sure that all has been made, and is what was written.
  mutating func finish() throws(TensorFileError) {
    var one: [UInt8] = [0]
    let more = try one.withMutableBytes { buffer throws(TensorFileError) in
      try some(into: buffer)
    }
    guard more == 0, made == count else {
      throw flaw(.quantity(.inflated, found: "\(made)", accepted: "\(count)"))
    }
    guard sum == checksum else { throw flaw(.checksum(found: sum, expected: checksum)) }
  }
}

private import Glibc
private import Memory

/// Bytes that can be read from any place by any thread: a file, or memory.
package protocol ByteSource: AnyObject, Sendable {
  /// What sentences call it: a file's path.
  var name: String { get }
  /// The number of bytes.
  var count: Int { get }
  /// Reads as many bytes as there is room for, from an offset on.
  ///
  /// - Throws: `TensorFileError`, should there not be as many.
  func read(
    from offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(TensorFileError)
}

extension ByteSource {
  /// Asks for the memory that bytes take where they are many, before it is taken.
  func requireMemory(_ bytes: Int) throws(TensorFileError) {
    guard bytes > 1 << 20 else { return }
    do throws(MemoryError) { try Memory.require(bytes) } catch {
      throw TensorFileError(self, .lacksMemory(bytes: error.bytes))
    }
  }

  /// The bytes of a range.
  func bytes(_ range: Range<Int>) throws(TensorFileError) -> [UInt8] {
    guard range.lowerBound >= 0, range.upperBound <= count else {
      throw TensorFileError(self, .cutShort(range, count: count))
    }
    try requireMemory(range.count)
    var bytes = [UInt8](repeating: 0, count: range.count)
    try bytes.withMutableBytes { buffer throws(TensorFileError) in
      try read(from: range.lowerBound, into: buffer)
    }
    return bytes
  }
}

/// A regular file, open for reading.
///
/// It is read by `pread`, not mapped: where a mapped file is cut short by another program, the system
/// ends whoever reads on, and a read costs no more than the page faults of a map.
package final class OpenFile: ByteSource {
  /// The path.
  package let name: String
  /// The bytes it had when it was opened.
  package let count: Int
  private let descriptor: Int32

  /// Opens a file.
  ///
  /// - Throws: `TensorFileError` if it cannot be opened or is no regular file.
  package init(_ path: String) throws(TensorFileError) {
    // A pipe that nobody writes to is not waited for.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      throw TensorFileError(file: path, .cannotOpen(code: errno))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw TensorFileError(file: path, .notRegular)
    }
    (name, count, self.descriptor) = (path, Int(status.st_size), descriptor)
  }

  deinit { close(descriptor) }

  /// Reads as many bytes as there is room for.
  ///
  /// - Throws: `TensorFileError` if the system refuses them, or the file has become shorter.
  package func read(
    from offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(TensorFileError) {
    var done = 0
    while done < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let count = pread(descriptor, rest.baseAddress, rest.count, offset + done)
      if count < 0 {
        if errno == EINTR { continue }
        throw TensorFileError(file: name, .cannotRead(code: errno))
      }
      guard count > 0 else {
        throw TensorFileError(
          file: name, .cutShort(offset..<offset + buffer.count, count: offset + done))
      }
      done += count
    }
  }
}

/// Bytes in memory.
package final class MemoryBytes: ByteSource {
  /// What sentences call them.
  package let name: String
  private let bytes: [UInt8]

  /// Makes a source of bytes.
  package init(_ bytes: [UInt8], name: String) { (self.bytes, self.name) = (bytes, name) }

  /// The number of bytes.
  package var count: Int { bytes.count }

  /// Copies as many bytes as there is room for.
  ///
  /// - Throws: `TensorFileError`, should there not be as many.
  package func read(
    from offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(TensorFileError) {
    guard offset >= 0, buffer.count <= bytes.count - offset else {
      throw TensorFileError(
        file: name, .cutShort(offset..<offset.saturated(adding: buffer.count), count: bytes.count))
    }
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: .init(rebasing: $0[offset...].prefix(buffer.count)))
    }
  }
}

extension Array<UInt8> {
  /// What a closure makes of the bytes' place in memory.
  mutating func withMutableBytes<Value>(
    _ body: (UnsafeMutableRawBufferPointer) throws(TensorFileError) -> Value
  ) throws(TensorFileError) -> Value {
    try withUnsafeMutableBytes { bytes in
      Result { () throws(TensorFileError) in try body(bytes) }
    }.get()
  }

  /// The number that stands at a place, the lowest byte first; nil past the end.
  func littleEndian<Number: FixedWidthInteger & UnsignedInteger>(
    _: Number.Type, at offset: Int
  ) -> Number? {
    guard offset >= 0, count - offset >= Number.bitWidth / 8 else { return nil }
    return (0..<Number.bitWidth / 8).reduce(0) { $0 | Number(self[offset + $1]) << (8 * $1) }
  }
}

extension Int {
  /// A sum, the largest number where it is larger.
  func saturated(adding other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  /// A product, nil where it is too large.
  func multiplied(exactly other: Int) -> Int? {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? nil : product
  }
}

/// A format as bytes: what comes before the weights, and how the weights are written.
package protocol WeightWriter: Sendable {
  /// The bytes before the first weight.
  var header: [UInt8] { get }

  /// Writes the next weights in storage order.
  ///
  /// - Throws: what the sink throws.
  mutating func write<Sink: ByteSink & ~Copyable>(
    _ weights: UnsafeBufferPointer<Float>, into sink: inout Sink) throws
}

extension WeightWriter {
  /// Writes the next weights as float32, little-endian whatever the machine.
  ///
  /// - Throws: what the sink throws.
  package mutating func write<Sink: ByteSink & ~Copyable>(
    _ weights: UnsafeBufferPointer<Float>, into sink: inout Sink
  ) throws {
    #if _endian(little)
      try sink.write(UnsafeRawBufferPointer(weights))
    #else
      let words = weights.map(\.bitPattern.littleEndian)
      try words.withUnsafeBytes { try sink.write($0) }
    #endif
  }
}

extension FixedWidthInteger {
  /// The bytes, the lowest first.
  var littleEndianBytes: [UInt8] {
    (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) }
  }
}

/// The weights and nothing else, as float32, little-endian, row-major.
package struct RawWriter: WeightWriter {
  /// No bytes.
  package var header: [UInt8] { [] }

  /// Makes a writer.
  package init() {}
}

/// What takes a file's bytes in order: a file, a pipe, memory.
package protocol ByteSink: ~Copyable {
  /// Takes all the bytes.
  ///
  /// - Throws: why they cannot be taken; nothing more is offered then.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws
}

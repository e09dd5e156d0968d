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

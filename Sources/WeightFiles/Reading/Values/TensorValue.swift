/// What numbers are read as: `Float` or `Double`.
package protocol TensorValue: BinaryFloatingPoint & Sendable {
  /// Takes numbers of a type from bytes, as many as there is room for.
  ///
  /// - Parameter isSwapped: whether the highest byte comes first.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, as type: ElementType, isSwapped: Bool,
    into values: UnsafeMutableBufferPointer<Self>)
}

extension Float: TensorValue {
  /// Takes numbers of a type from bytes; float64 is rounded.
  package static func decode(
    _ bytes: UnsafeRawBufferPointer, as type: ElementType, isSwapped: Bool,
    into values: UnsafeMutableBufferPointer<Float>
  ) {
    switch type {
    case .float64:
      convert(bytes, isSwapped, into: values) { Float(Double(bitPattern: $0 as UInt64)) }
    case .float32: convert(bytes, isSwapped, into: values) { Float(bitPattern: $0 as UInt32) }
    case .float16: convert(bytes, isSwapped, into: values) { Float(half: $0) }
    case .bfloat16: convert(bytes, isSwapped, into: values) { Float(upperHalf: $0) }
    default: values.update(repeating: .nan)
    }
  }
}

extension Double: TensorValue {
  /// Takes numbers of a type from bytes, each exactly.
  package static func decode(
    _ bytes: UnsafeRawBufferPointer, as type: ElementType, isSwapped: Bool,
    into values: UnsafeMutableBufferPointer<Double>
  ) {
    switch type {
    case .float64: convert(bytes, isSwapped, into: values) { Double(bitPattern: $0 as UInt64) }
    case .float32:
      convert(bytes, isSwapped, into: values) { Double(Float(bitPattern: $0 as UInt32)) }
    case .float16: convert(bytes, isSwapped, into: values) { Double(Float(half: $0)) }
    case .bfloat16: convert(bytes, isSwapped, into: values) { Double(Float(upperHalf: $0)) }
    default: values.update(repeating: .nan)
    }
  }
}

@inline(__always)
private func convert<Word: FixedWidthInteger & BitwiseCopyable, Value>(
  _ bytes: UnsafeRawBufferPointer, _ isSwapped: Bool,
  into values: UnsafeMutableBufferPointer<Value>,
  _ value: (Word) -> Value
) {
  let size = MemoryLayout<Word>.size
  let count = min(values.count, bytes.count / size)
  guard let start = bytes.baseAddress, let target = values.baseAddress else { return }
  if isSwapped {
    for index in 0..<count {
      let word = start.loadUnaligned(fromByteOffset: index &* size, as: Word.self)
      target[index] = value(Word(bigEndian: word))
    }
  } else {
    for index in 0..<count {
      let word = start.loadUnaligned(fromByteOffset: index &* size, as: Word.self)
      target[index] = value(Word(littleEndian: word))
    }
  }
}

extension Float {
  // IEEE 754's binary16 by integer steps, which the compiler does many at a time: the exponent's bias
  // is mended by a product, which makes the subnormal numbers right, too.
  @inline(__always)
  fileprivate init(half bits: UInt16) {
    let rest = UInt32(bits & 0x7FFF) &<< 13
    let size = Float(bitPattern: rest) * 0x1p112
    let top: UInt32 = rest >= 0x7C00 &<< 13 ? 0x7F80_0000 : 0
    self.init(bitPattern: size.bitPattern | top | UInt32(bits & 0x8000) &<< 16)
  }

  // The upper half of binary32, which is what bfloat16 is.
  @inline(__always)
  fileprivate init(upperHalf bits: UInt16) { self.init(bitPattern: UInt32(bits) &<< 16) }
}

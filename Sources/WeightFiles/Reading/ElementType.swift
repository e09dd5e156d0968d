/// The numbers a tensor is made of, by the name that safetensors gives them.
package enum ElementType: String, CaseIterable, Sendable {
  case float64 = "F64"
  case float32 = "F32"
  case float16 = "F16"
  case bfloat16 = "BF16"
  case int64 = "I64"
  case int32 = "I32"
  case int16 = "I16"
  case int8 = "I8"
  case uint64 = "U64"
  case uint32 = "U32"
  case uint16 = "U16"
  case uint8 = "U8"
  case bool = "BOOL"
  case complex128 = "C128"
  case complex64 = "C64"
  case float8e4m3 = "F8_E4M3"
  case float8e5m2 = "F8_E5M2"
  case float8e4m3fnuz = "F8_E4M3FNUZ"
  case float8e5m2fnuz = "F8_E5M2FNUZ"
  case float8e8m0 = "F8_E8M0"
  case float6e2m3 = "F6_E2M3"
  case float6e3m2 = "F6_E3M2"
  case float4 = "F4"
  /// None of these: a format's own, such as NumPy's texts.
  case other = "other"

  /// What the formats call a type.
  private struct Row {
    let type: ElementType
    let bits: Int
    /// NumPy's kind and size; nil where it has no such type.
    let numpy: String?
    /// PyTorch's class of storage, without `Storage`, and its dtype.
    let storage: String?
    let torch: String?

    init(_ type: ElementType, _ bits: Int, _ numpy: String?, _ storage: String?, _ torch: String?) {
      (self.type, self.bits, self.numpy) = (type, bits, numpy)
      (self.storage, self.torch) = (storage, torch)
    }
  }

  private static let rows = [
    Row(.float64, 64, "f8", "Double", "float64"),
    Row(.float32, 32, "f4", "Float", "float32"),
    Row(.float16, 16, "f2", "Half", "float16"),
    Row(.bfloat16, 16, nil, "BFloat16", "bfloat16"),
    Row(.int64, 64, "i8", "Long", "int64"),
    Row(.int32, 32, "i4", "Int", "int32"),
    Row(.int16, 16, "i2", "Short", "int16"),
    Row(.int8, 8, "i1", "Char", "int8"),
    Row(.uint64, 64, "u8", nil, "uint64"),
    Row(.uint32, 32, "u4", nil, "uint32"),
    Row(.uint16, 16, "u2", nil, "uint16"),
    Row(.uint8, 8, "u1", "Byte", "uint8"),
    Row(.bool, 8, "b1", "Bool", "bool"),
    Row(.complex128, 128, "c16", "ComplexDouble", "complex128"),
    Row(.complex64, 64, "c8", "ComplexFloat", "complex64"),
    Row(.float8e4m3, 8, nil, nil, "float8_e4m3fn"),
    Row(.float8e5m2, 8, nil, nil, "float8_e5m2"),
    Row(.float8e4m3fnuz, 8, nil, nil, "float8_e4m3fnuz"),
    Row(.float8e5m2fnuz, 8, nil, nil, "float8_e5m2fnuz"),
    Row(.float8e8m0, 8, nil, nil, "float8_e8m0fnu"),
    Row(.float6e2m3, 6, nil, nil, nil),
    Row(.float6e3m2, 6, nil, nil, nil),
    Row(.float4, 4, nil, nil, nil),
  ]

  private static let bits = Dictionary(uniqueKeysWithValues: rows.map { ($0.type, $0.bits) })
  private static let numpyNames = names(\.numpy)
  private static let storageNames = names(\.storage)
  private static let torchNames = names(\.torch)

  private static func names(_ name: (Row) -> String?) -> [String: ElementType] {
    Dictionary(uniqueKeysWithValues: rows.compactMap { row in name(row).map { ($0, row.type) } })
  }

  /// The names of safetensors' types.
  static let known = rows.map(\.type.rawValue)

  /// The names of NumPy's types.
  static let numpyTypes = rows.compactMap(\.numpy)

  /// The type that NumPy calls so, by kind and size: `f4`.
  init?(numpy name: String) {
    guard let type = Self.numpyNames[name] else { return nil }
    self = type
  }

  /// The type of PyTorch's storages of a class: `FloatStorage`.
  init?(storage name: String) {
    guard name.hasSuffix("Storage"), let type = Self.storageNames[String(name.dropLast(7))]
    else { return nil }
    self = type
  }

  /// The type of a dtype of PyTorch: `float32`.
  init?(torch name: String) {
    guard let type = Self.torchNames[name] else { return nil }
    self = type
  }

  /// The bits of a number; 0 where the type does not say.
  package var bits: Int { Self.bits[self] ?? 0 }

  /// Whether its numbers can be read.
  package var hasValues: Bool {
    switch self {
    case .float64, .float32, .float16, .bfloat16: true
    default: false
    }
  }
}

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

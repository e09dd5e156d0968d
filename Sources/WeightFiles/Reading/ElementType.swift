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

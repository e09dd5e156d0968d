/// Collects the bytes of one UTF-8 character.
struct UTF8Accumulator {
  private var bytes: [UInt8] = []

  /// Adds a byte that is not ASCII.
  ///
  /// - Returns: the scalar it completes.
  mutating func append(_ byte: UInt8) -> Unicode.Scalar? {
    if byte >= 0xC0 { bytes = [] } else if bytes.isEmpty { return nil }
    bytes.append(byte)
    guard let first = bytes.first, bytes.count == Self.length(after: first) else { return nil }
    defer { bytes = [] }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return text.unicodeScalars.first
  }

  private static func length(after first: UInt8) -> Int {
    switch first {
    case 0xF0...: 4
    case 0xE0...: 3
    default: 2
    }
  }
}

package import Initializers

/// Several named tensors in one file, written in order.
///
/// The header comes first and gives each tensor's place, so shapes must be known beforehand.
/// Source: https://github.com/huggingface/safetensors, "Format".
package struct SafetensorsWriter: WeightWriter {
  /// The length of the JSON as 8 bytes, and the JSON, padded with blanks to a multiple of 8.
  package let header: [UInt8]

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - tensors: the tensors in file order; their elements together fit in 61 bits.
  ///   - metadata: texts that readers can ask for.
  package init(
    _ tensors: [(name: String, shape: Shape)], metadata: [(key: String, value: String)] = []
  ) {
    var members: [String] = []
    if !metadata.isEmpty {
      let texts = metadata.map { "\(Self.quoted($0.key)):\(Self.quoted($0.value))" }
      members.append("\"__metadata__\":{\(texts.joined(separator: ","))}")
    }
    var offset = 0
    for (name, shape) in tensors {
      let end = offset + shape.count * MemoryLayout<Float>.size
      let extents = shape.extents.map(String.init).joined(separator: ",")
      members.append(
        "\(Self.quoted(name)):{\"dtype\":\"F32\",\"shape\":[\(extents)],"
          + "\"data_offsets\":[\(offset),\(end)]}")
      offset = end
    }
    var json = Array("{\(members.joined(separator: ","))}".utf8)
    json += Array(repeating: 0x20, count: (8 - json.count % 8) % 8)
    header = UInt64(json.count).littleEndianBytes + json
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

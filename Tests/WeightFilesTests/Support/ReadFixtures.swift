import Foundation
import Testing
import WeightFiles

/// Files for reading, written by safetensors 0.8.0, NumPy 2.4.6 and PyTorch 2.13.0.
///
/// Their numbers are k/8 − 1 for k = 0, 1, … unless a test says something else.
enum ReadFixtures {
  static func path(_ name: String) throws -> String {
    let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    return folder.appending(path: "Reading/\(name)").path
  }

  static func file(_ name: String) throws -> TensorFile { try TensorFile(path(name)) }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }

  /// k/8 − 1.
  static func ramp(_ count: Int) -> [Double] { (0..<count).map { Double($0) / 8 - 1 } }
}

extension TensorFile {
  func entry(_ name: String) throws -> TensorEntry {
    try #require(entries.first { $0.name == name })
  }

  /// An entry a line: name, type, shape.
  var listing: [String] {
    entries.map { "\($0.name) \($0.typeName) \($0.shape.map(String.init).joined(separator: "×"))" }
  }
}

extension TensorEntry {
  /// All numbers.
  func doubles(_ range: Range<Int>? = nil) throws -> [Double] {
    var numbers: [Double] = []
    try forEachChunk(range, of: Double.self) { numbers += $0 }
    return numbers
  }

  func floats() throws -> [Float] {
    var numbers: [Float] = []
    try forEachChunk { numbers += $0 }
    return numbers
  }
}

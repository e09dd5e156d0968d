import Attribution
import Initializers
import Scenes
import TestSupport
import WeightFiles

/// Small files of tensors in memory: drawn, changed, constant, broken, the same twice.
enum ExampleFile {
  /// The files under their names.
  static let files = Result {
    [try file(named: "a.safetensors", seed: 1), try file(named: "b.safetensors", seed: 2)]
  }

  /// A shelf with as many of them.
  static func shelf(_ count: Int = 1) throws -> FileShelf {
    FileShelf(Array(try files.get().prefix(count)))
  }

  static func file(named name: String, seed: Int) throws -> TensorFile {
    let dense = "layer dense --in 64 --out 48"
    var moved = try weights("\(dense) --seed \(seed + 7)")
    for index in moved.indices { moved[index] *= (index / 64).isMultiple(of: 3) ? 3 : 0.5 }
    var broken = try weights("normal --shape 40,40 --seed \(seed)")
    broken[5] = .nan
    broken[9] = .infinity
    let drawn = try weights("\(dense) --seed \(seed)")
    return try file(
      [
        ("drawn.weight", [48, 64], drawn),
        ("drawn.bias", [48], try weights("\(dense) --seed \(seed) --tensor bias")),
        ("moved.weight", [48, 64], moved),
        ("norm.weight", [48], [Float](repeating: 1, count: 48)),
        ("broken\u{1B}[2J.weight", [40, 40], broken),
        ("twin.weight", [48, 64], drawn),
        ("few", [5], [1, 2, 3, 4, 5]),
      ], named: name)
  }

  static func file(
    _ tensors: [(name: String, shape: [Int], weights: [Float])], named file: String
  ) throws -> TensorFile {
    var (header, data) = ("", [UInt8]())
    for (name, shape, weights) in tensors {
      let bytes = weights.flatMap { $0.bitPattern.littleEndianBytes }
      let place = "\"data_offsets\":[\(data.count),\(data.count + bytes.count)]"
      header += header.isEmpty ? "{" : ","
      let escaped = name.replacing("\u{1B}", with: "\\u001b")
      header += "\"\(escaped)\":{\"dtype\":\"F32\",\"shape\":\(shape),\(place)}"
      data += bytes
    }
    return try TensorFile(bytes: Files.safetensors(header + "}", data: data), name: file)
  }

  /// The weights of a scene's tensor.
  static func weights(_ line: String) throws -> [Float] {
    let source = try Tensor(parsing: line).source()
    return try all(of: source)
  }

  static func all(of source: any WeightSource) throws -> [Float] {
    var blocks = source.weights()
    var all: [Float] = []
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: 8192) { block in
      while case let count = try blocks.next(into: block), count > 0 { all += block[..<count] }
    }
    return all
  }
}

import Attribution
import Foundation
import Initializers
import TestSupport
import Testing
import WeightFiles

/// Files in memory, and what is said of them.
enum Surveyed {
  static func survey(
    _ file: TensorFile,
    claiming claim: @escaping @Sendable (TensorEntry) -> LawClaim? = { _ in nil }
  ) throws -> FileSurvey {
    var run = FileSurveyRun(file, claiming: claim)
    while !run.isFinished { try run.advance() }
    return run.snapshot()
  }

  static func file(_ tensors: [(name: String, shape: [Int], weights: [Float])]) throws -> TensorFile
  {
    try file(
      tensors.map { name, shape, weights in
        (name, shape, "F32", weights.flatMap { $0.bitPattern.littleEndianBytes })
      })
  }

  static func file(
    _ tensors: [(name: String, shape: [Int], type: String, bytes: [UInt8])]
  ) throws -> TensorFile {
    try TensorFile(bytes: bytes(tensors), name: "test")
  }

  /// A safetensors file.
  static func bytes(
    _ tensors: [(name: String, shape: [Int], type: String, bytes: [UInt8])]
  ) -> [UInt8] {
    var (header, data) = ("", [UInt8]())
    for (name, shape, type, bytes) in tensors {
      let place = "\"data_offsets\":[\(data.count),\(data.count + bytes.count)]"
      header += header.isEmpty ? "{" : ","
      header += "\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\(place)}"
      data += bytes
    }
    return Files.safetensors(header + "}", data: data)
  }

  /// What is said of one tensor.
  static func verdict(_ shape: [Int], _ weights: [Float]) throws -> Verdict {
    let row = try #require(try survey(file([("w", shape, weights)])).rows.first)
    return try #require(row.verdict)
  }
}

extension Verdict {
  var isTrained: Bool { if case .trained = self { true } else { false } }

  /// The laws it agrees with.
  var matches: [Match] { if case .consistent(let matches) = self { matches } else { [] } }
}

extension WeightSource {
  func all() throws -> [Float] {
    var blocks = weights()
    var all: [Float] = []
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: 8192) { block in
      while case let count = try blocks.next(into: block), count > 0 { all += block[..<count] }
    }
    return all
  }
}

extension Initializer {
  /// The weights it draws, by a scene's parameters.
  static func drawn(
    _ method: Method, _ parameters: [Parameter: String] = [:], of framework: Framework = .pyTorch,
    _ shape: [Int], seed: UInt64
  ) throws -> [Float] {
    var call = Initializer(method, of: framework)
    for (parameter, text) in parameters { try call.set(parameter, to: text) }
    return try DrawnWeights(
      Tensor(initializer: call, shape: Shape(shape), seed: Seed(seed))
    ).all()
  }
}

extension SplitMix {
  // Box and Muller's.
  mutating func normal() -> Double {
    func unit() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }
    return (-2 * log(unit())).squareRoot() * cos(2 * .pi * unit())
  }
}

import Foundation
import Initializers
import TestSupport
import Testing

/// Tensors recorded from PyTorch 2.13.0 on an x86-64 CPU.
struct TorchFixtures: Decodable {
  let tensors: [Tensor]
  let chains: [Chain]

  struct Tensor: Decodable, CustomTestStringConvertible, Sendable {
    let id: Int
    let method: String
    let shape: [Int]
    let seed: UInt64
    let params: [String: Argument]
    let theory: Theory?
    let sha256: String?
    let headBits: [UInt32]
    let head: [Float]
    let values: [Float]?

    var testDescription: String { "\(id): \(method) \(shape) seed \(seed)" }
  }

  struct Theory: Decodable, Sendable {
    let fanIn: Int?
    let fanOut: Int?
    let gain: Double?
    let std: Double?
    let bound: Double?
  }

  struct Chain: Decodable, Sendable {
    let seed: UInt64
    let layers: [Layer]
  }

  struct Layer: Decodable, Sendable {
    let method: String
    let shape: [Int]
    let params: [String: Argument]
    let sha256: String
  }

  /// A number, a text, or `["leaky_relu", 0.2]` for `calculate_gain`.
  enum Argument: Decodable, Sendable {
    case text(String)
    case other

    init(from decoder: any Decoder) throws {
      let single = try decoder.singleValueContainer()
      if let number = try? single.decode(Double.self) {
        self = .text(number == number.rounded() ? "\(Int(number))" : "\(number)")
      } else if let text = try? single.decode(String.self) {
        self = .text(text)
      } else if var list = try? decoder.unkeyedContainer() {
        let name = try list.decode(String.self)
        let slope = try? list.decode(Double.self)
        self = .text(name + (slope.map { ":\($0)" } ?? ""))
      } else {
        self = .other
      }
    }

    var text: String { if case .text(let text) = self { text } else { "" } }
  }

  static let recorded: TorchFixtures = {
    do {
      let url = try #require(
        Bundle.module.url(forResource: "torch", withExtension: "json", subdirectory: "Fixtures"))
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(TorchFixtures.self, from: Data(contentsOf: url))
    } catch {
      preconditionFailure("the recorded tensors cannot be read: \(error)")
    }
  }()

  /// The tensors of the methods there are.
  static var known: [Tensor] {
    recorded.tensors.filter { (try? Initializers.Method(parsing: $0.method)) != nil }
  }
}

/// A call from a fixture's words.
func initializer(
  _ method: String, _ params: [String: TorchFixtures.Argument]
) throws -> Initializer {
  var initializer = Initializer(try Method(parsing: method))
  for (name, value) in params {
    try initializer.set(try #require(Parameter(rawValue: name)), to: value.text)
  }
  return initializer
}

/// All weights of a stream, asked for in blocks of the given size.
func weights(of stream: inout WeightStream, blockSize: Int = 1 << 14) -> [Float] {
  var result: [Float] = []
  let block = UnsafeMutableBufferPointer<Float>.allocate(capacity: blockSize)
  defer { block.deallocate() }
  do {
    while case let count = try stream.next(into: block), count > 0 {
      result.append(contentsOf: block[..<count])
    }
  } catch {
    Issue.record(error)
  }
  return result
}

/// The SHA-256 of the little-endian float32 bytes.
func fingerprint(_ weights: [Float]) -> String {
  SHA256.hexDigest(
    weights.flatMap { weight in
      let bits = weight.bitPattern
      return [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: bits >> $0) }
    })
}

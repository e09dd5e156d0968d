import Foundation
import Initializers
import TestSupport
import Testing

/// Tensors recorded from JAX 0.10.2, flax 0.12.8 and Keras 3.15.1 on an x86-64 CPU.
struct FrameworkFixtures: Decodable {
  let cases: [Case]

  struct Case: Decodable, CustomTestStringConvertible, Sendable {
    let id: String
    /// The call in the framework's code.
    let call: String
    let recipe: Recipe
    let shape: [Int]
    let sha256: String
    /// The first numbers, as hexadecimal floats; integers of words.
    let first: [Word]?

    /// The first numbers.
    var values: [Double] {
      (first ?? []).compactMap { if case .name(let text) = $0 { Double(text) } else { nil } }
    }

    var testDescription: String { id }
    var count: Int { shape.reduce(1, *) }
  }

  /// How it is drawn.
  struct Recipe: Decodable, Sendable {
    let kind: String
    let key: [Word]?
    let backend: String?
    let seed: Int?
    let scale: Double?
    let mode: String?
    let law: String?
    let times: Double?
    let compiled: Bool?
    let fan: Int?
    let fanShape: [Int]?
    let tolerance: Double?
    let mean: Double?
    let std: Double?
    let low: Double?
    let high: Double?
    let pythonSeed: UInt64?
    let draw: Int?

    enum CodingKeys: String, CodingKey {
      case kind, key, backend, seed, scale, mode, law, times, compiled, fan, tolerance, mean, std
      case draw
      case fanShape = "fan_shape"
      case low = "lo"
      case high = "hi"
      case pythonSeed = "python_seed"
    }
  }

  /// A part of a key: a name or a number.
  enum Word: Decodable, Hashable, Sendable {
    case name(String)
    case number(Int)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .name(try container.decode(String.self))
      }
    }
  }

  static let all = read("frameworks")

  /// More of Keras's on its backends, of greater length, odd ones, and for unusual seeds.
  static let generators = read("generators")

  private static func read(_ name: String) -> [Case] {
    guard let url = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "json"),
      let data = try? Data(contentsOf: url),
      let fixtures = try? JSONDecoder().decode(FrameworkFixtures.self, from: data)
    else { return [] }
    return fixtures.cases
  }
}

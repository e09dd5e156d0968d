import Foundation
import Initializers
import TestSupport
import Testing

@testable import Births

/// A tensor that a framework drew at a place of a seed's stream, by a digest of its numbers.
///
/// Recorded with PyTorch 2.13, JAX 0.10.2, flax 0.12.8 and Keras 3.15.1 on JAX, TensorFlow 2.21 and
/// NumPy 2.4.
struct RecordedBirth: Decodable, CustomTestStringConvertible, Sendable {
  let framework: String
  let method: String?
  let parameters: [String: String]?
  let inputs: Int?
  let outputs: Int?
  let tensor: String?
  let seed: UInt64
  let draws: Int
  let shape: [Int]
  let source: String
  let sha256: String

  var testDescription: String {
    "\(framework) \(method ?? tensor ?? "") \(shape), seed \(seed) after \(draws)"
  }

  static let all: [RecordedBirth] = {
    guard let url = Bundle.module.url(forResource: "Fixtures/births", withExtension: "json"),
      let data = try? Data(contentsOf: url)
    else { return [] }
    return (try? JSONDecoder().decode([RecordedBirth].self, from: data)) ?? []
  }()

  func hypothesis() throws -> BirthHypothesis {
    let framework = try Framework.named(framework)
    if let method {
      var call = try Initializer(Method(parsing: method, in: framework), of: framework)
      for (name, text) in parameters ?? [:] {
        try call.set(#require(Parameter(rawValue: name)), to: text)
      }
      return try BirthHypothesis(call, shape: Shape(shape))
    }
    let call = try LayerCall(.dense, [.in: #require(inputs), .out: #require(outputs)])
    let tensors = try call.tensors(in: framework)
    return BirthHypothesis(try #require(tensors.first { $0.name == tensor }), of: call)
  }

  func origin() throws -> Origin {
    Origin(
      hypothesis: try hypothesis(), seed: Seed(seed),
      source: source == "initializer" ? .initializer : .program, draws: draws)
  }
}

extension Origin {
  /// All the numbers that are drawn there.
  func numbers() throws -> [Float] {
    let draw = try #require(hypothesis.draw)
    var stream = WeightStream(draw, count: hypothesis.shape.count, generator: generator)
    var numbers: [Float] = []
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: 4096) { block in
      while stream.remaining > 0 { numbers += block[..<(try stream.next(into: block))] }
    }
    return numbers
  }
}

extension [Float] {
  var digest: String {
    SHA256.hexDigest(
      flatMap { number in
        let bits = number.bitPattern
        return (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
      })
  }
}

/// Searches small enough for a test, where a seed is near.
extension SearchExtent {
  static func near(_ seed: UInt64) -> SearchExtent {
    let seeds = (seed < 5000 ? 0 : seed - 5000)..<seed + 5000
    return SearchExtent(
      mostDraws: 1_000_000_000, mostNumbers: 1 << 20, twisterSeeds: seeds, threefrySeeds: seeds,
      kerasSeeds: seeds, kerasTwisterSeeds: seeds, kerasSlowSeeds: seeds,
      commonSplitSeeds: 0..<0, splitSeeds: 0..<0, trialSeeds: 0..<100)
  }
}

/// Searches to the end.
func birth(
  of numbers: [Float], _ hypotheses: [BirthHypothesis], _ extent: SearchExtent
) throws -> Birth? {
  var search = BirthSearch(
    count: numbers.count, numbers: { Array(numbers[$0]) }, hypotheses: hypotheses, extent: extent)
  while !search.isFinished {
    try search.advance()
    #expect((0...1).contains(search.snapshot().progress))
  }
  #expect(search.snapshot().progress == 1)
  #expect(search.snapshot().isComplete)
  return search.snapshot().birth
}

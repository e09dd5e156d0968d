import Foundation
import Initializers
import Statistics
import TestSupport
import Testing
import WeightFiles

@testable import Attribution

/// Fresh tensors are given their law, others none.
///
/// The tensors are drawn as frameworks draw them, to the bit, which other tests hold against the frameworks.
@Suite(.serialized) struct `The law of a tensor` {
  struct Drawn: CustomTestStringConvertible, Sendable {
    let framework: Framework
    let kind: LayerKind
    let seed: UInt64

    var testDescription: String { "\(framework.name) \(kind.rawValue), seed \(seed)" }
  }

  private static let drawn = Framework.ofDifferentLaws.flatMap { framework in
    LayerKind.allCases.filter { LayerCall.example(of: $0).exists(in: framework) }.flatMap { kind in
      [Drawn(framework: framework, kind: kind, seed: 1)]
    }
  }

  @Test(arguments: drawn)
  func `is among those that are listed`(drawn: Drawn) async throws {
    await Task.yield()
    let call = LayerCall.example(of: drawn.kind)
    for tensor in try call.tensors(in: drawn.framework) {
      guard case .weight = tensor.role, tensor.shape.count >= Attribution.leastCount else {
        continue
      }
      let weights = try DrawnWeights(Tensor(tensor, of: call, seed: Seed(drawn.seed))).all()
      let file = try Surveyed.file([(tensor.name, tensor.shape.extents, weights)])
      let row = try #require(try Surveyed.survey(file).rows.first)
      guard case .consistent(let matches)? = row.verdict else {
        Issue.record("\(tensor.name): \(String(describing: row.verdict))")
        continue
      }
      let law = try tensor.recipe().law
      #expect(matches.contains { $0.candidate.law.isAlike(law, within: 1e-9) }, "\(tensor.name)")
      let origins = matches.flatMap(\.candidate.origins)
      #expect(
        origins.contains {
          if case .layer(let own, let other) = $0 {
            own.initializer.framework == drawn.framework && other.kind == drawn.kind
          } else {
            false
          }
        }, "\(tensor.name): \(origins.count)")
    }
  }

  // Many draw weights anew and leave the biases as PyTorch had them.
  @Test(arguments: [64, 256, 1100])
  func `of a bias is its layer's, too, where the weight was drawn anew`(outputs: Int) throws {
    let call = try LayerCall(.dense, [.in: 128, .out: outputs])
    let bias = try #require(try call.tensors(in: .pyTorch).first { $0.role == .bias })
    let drawn = try DrawnWeights(Tensor(bias, of: call, seed: Seed(4))).all()
    for method in [Method.xavierUniform, .kaimingNormal] {
      let weights = try Initializer.drawn(method, [:], [outputs, 128], seed: 5)
      for (biases, isDrawn) in [(drawn, true), (drawn.map { $0 * 1.01 }, false)] {
        let rows = try Surveyed.survey(
          Surveyed.file([
            ("fc.weight", [outputs, 128], weights), ("fc.bias", [outputs], biases),
          ])
        ).rows
        let verdict = try #require(rows.first { $0.entry.name == "fc.bias" }?.verdict)
        #expect(verdict.matches.isEmpty == !isDrawn)
        if isDrawn {
          // U(±1/√fan_in), variance 1/(3·fan_in).
          let law = try #require(verdict.matches.first?.candidate.law)
          #expect(abs(law.std - (1 / (3 * 128.0)).squareRoot()) < 1e-9)
        } else if outputs < 1024, case .tooFew = verdict {
          continue
        } else {
          #expect(verdict.isTrained)
        }
      }
    }
  }

  @Test func `of a bias is that of its weight`() throws {
    let call = try LayerCall(.dense, [.in: 300, .out: 200])
    let tensors = try call.tensors(in: .pyTorch)
    let all = try tensors.map { tensor in
      (
        "fc.\(tensor.name)", tensor.shape.extents,
        try DrawnWeights(Tensor(tensor, of: call, seed: Seed(3))).all()
      )
    }
    let rows = try Surveyed.survey(Surveyed.file(all)).rows
    guard
      case .consistent(let matches)? = rows.first(where: { $0.entry.name == "fc.bias" })?.verdict
    else {
      Issue.record("no law")
      return
    }
    // 1/√300
    #expect(matches.contains { abs(($0.candidate.law.bound ?? 0) - 0.057_735_026_9) < 1e-9 })
  }

  @Test(arguments: [0.5, 0.9, 1.1, 2.0])
  func `is none of weights as large as no initializer makes them`(factor: Double) throws {
    var random = SplitMix(seed: 7)
    // A mixture of two normal laws, as training leaves it.
    let weights = (0..<40_000).map { index in
      Float(random.normal() * (index.isMultiple(of: 5) ? 0.11 : 0.037) * factor)
    }
    let row = try #require(
      try Surveyed.survey(Surveyed.file([("w", [200, 200], weights)])).rows.first)
    guard case .trained? = row.verdict else {
      Issue.record("\(String(describing: row.verdict))")
      return
    }
  }

  @Test func `is refused by one number outside its ends`() throws {
    let call = try LayerCall(.dense, [.in: 256, .out: 256])
    let tensor = try #require(try call.tensors(in: .pyTorch).first)
    var weights = try DrawnWeights(Tensor(tensor, of: call, seed: Seed(1))).all()
    // The bound is 1/16.
    weights[100] = 0.0626
    let row = try #require(
      try Surveyed.survey(Surveyed.file([("w", [256, 256], weights)])).rows.first)
    guard case .trained? = row.verdict else {
      Issue.record("\(String(describing: row.verdict))")
      return
    }
  }

  @Test func `is not asked of what is broken, constant or too small`() throws {
    var random = SplitMix(seed: 5)
    var weights = (0..<2000).map { _ in Float(random.normal()) }
    weights[7] = .nan
    // Half of them decayed, as those of channels that nothing reaches.
    let decayed = (0..<2000).map { index in
      Float(random.normal() * (index.isMultiple(of: 2) ? 1 : 1e-40))
    }
    let leftovers = (0..<2000).map { Float(bitPattern: UInt32($0)) }
    let rows = try Surveyed.survey(
      Surveyed.file([
        ("nan", [2000], weights), ("memory", [2000], leftovers), ("decayed", [2000], decayed),
        ("ones", [2000], Array(repeating: 1, count: 2000)), ("few", [20], Array(weights[20..<40])),
      ])
    ).rows
    let verdicts = Dictionary(uniqueKeysWithValues: rows.map { ($0.entry.name, $0.verdict) })
    if case .broken(let numbers, subnormal: 0)? = verdicts["nan"], numbers.first == 7 {
      #expect(numbers.nanCount == 1 && numbers.infiniteCount == 0)
    } else {
      Issue.record("nan")
    }
    if case .broken(let numbers, subnormal: 1999)? = verdicts["memory"] {
      #expect(numbers.count == 0 && numbers.first == nil)
    } else {
      Issue.record("memory")
    }
    if case .trained? = verdicts["decayed"] {} else { Issue.record("decayed") }
    if case .constant(1)? = verdicts["ones"] {} else { Issue.record("ones") }
    if case .tooFew? = verdicts["few"] {} else { Issue.record("few") }
  }

  @Test func `of two tensors of the same numbers the second is told`() throws {
    var random = SplitMix(seed: 9)
    let weights = (0..<600).map { _ in Float(random.normal()) }
    var other = weights
    other[599] = 0
    // The biases of Keras's LSTM are all the same: forget gates of 1.
    let gates = (0..<80).map { (20..<40).contains($0) ? Float(1) : 0 }
    let rows = try Surveyed.survey(
      Surveyed.file([
        ("a", [20, 30], weights), ("b", [30, 20], weights), ("c", [20, 30], other),
        ("zeros", [600], Array(repeating: 0, count: 600)),
        ("zeros2", [600], Array(repeating: 0, count: 600)),
        ("forward/lstm_cell/bias", [80], gates), ("backward/lstm_cell/bias", [80], gates),
      ])
    ).rows
    #expect(rows.map(\.twin) == [nil, "a", nil, nil, nil, nil, nil])
  }

  @Test func `in shares is that of the whole`() throws {
    var random = SplitMix(seed: 11)
    let weights = (0..<100_000).map { _ in Float(random.normal()) }
    var whole = TensorSummary(shape: [100_000])
    weights.withUnsafeBufferPointer { whole.add($0, at: 0) }
    var parts = [TensorSummary(shape: [100_000]), TensorSummary(shape: [100_000])]
    weights.withUnsafeBufferPointer { buffer in
      for (start, end) in [(0, 1), (1, 33_333), (33_333, 77_777), (77_777, 100_000)] {
        parts[start % 2].add(UnsafeBufferPointer(rebasing: buffer[start..<end]), at: start)
      }
    }
    parts[0].merge(parts[1])
    #expect(parts[0].digest == whole.digest && parts[0].count == whole.count)
    #expect(parts[0].sample.sorted() == whole.sample.sorted())
    #expect(whole.sample.count == weights.count)
    #expect(abs(parts[0].moments.mean - whole.moments.mean) < 1e-12)
  }

  @Test func `of an LSTM of Keras is told tensor by tensor`() throws {
    let call = try LayerCall(.lstm, [.in: 60, .out: 100])
    let all = try call.tensors(in: .named("keras")).map { tensor in
      (
        tensor.name, tensor.shape.extents,
        try DrawnWeights(Tensor(tensor, of: call, seed: Seed(3))).all()
      )
    }
    for row in try Surveyed.survey(Surveyed.file(all)).rows {
      guard case .consistent(let matches)? = row.verdict else {
        Issue.record("\(row.entry.name): \(String(describing: row.verdict))")
        continue
      }
      #expect(
        matches.flatMap(\.candidate.origins).contains {
          if case .layer(let tensor, _) = $0 { tensor.name == row.entry.name } else { false }
        }, "\(row.entry.name)")
    }
  }

  @Test func `of sparse columns is their share of zeros`() throws {
    let tensor = try Tensor(
      initializer: Initializer(.sparse), shape: Shape([100, 50]), seed: Seed(1))
    let weights = try DrawnWeights(tensor).all()
    let row = try #require(
      try Surveyed.survey(Surveyed.file([("w", [100, 50], weights)])).rows.first)
    guard case .consistent(let matches)? = row.verdict,
      case .sparse(let std, let zeros, let rows)? = matches.first?.candidate.law
    else {
      Issue.record("\(String(describing: row.verdict))")
      return
    }
    // A tenth of the rows, and PyTorch's default of 0.01.
    #expect(zeros == 10 && rows == 100 && abs(std / 0.01 - 1) < 0.05)
  }
}

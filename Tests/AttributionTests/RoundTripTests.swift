import Initializers
import TestSupport
import Testing
import WeightFiles

@testable import Attribution

/// What is written as `sample` writes it is judged to be what has drawn it.
@Suite(.serialized) struct `What is sampled and checked` {
  struct Sampled: CustomTestStringConvertible, Sendable {
    let framework: Framework
    let call: LayerCall

    var testDescription: String { "\(framework.name) \(call.line)" }
  }

  // Small ones that have a tensor of 1024 weights or more in every framework.
  private static func calls() throws -> [LayerCall] {
    try [
      LayerCall(.dense, [.in: 40, .out: 31]), LayerCall(.conv1d, [.in: 12, .out: 17, .kernel: 6]),
      LayerCall(.conv2d, [.in: 12, .out: 10, .kernel: 3]),
      LayerCall(.conv3d, [.in: 6, .out: 8, .kernel: 3]),
      LayerCall(.conv2d, [.in: 16, .out: 32, .kernel: 3, .groups: 4]),
      LayerCall(.conv2d, [.in: 64, .out: 64, .kernel: 5, .groups: 64]),
      LayerCall(.convTranspose1d, [.in: 14, .out: 19, .kernel: 4, .stride: 2]),
      LayerCall(.convTranspose2d, [.in: 10, .out: 12, .kernel: 3]),
      LayerCall(.convTranspose3d, [.in: 6, .out: 9, .kernel: 3]),
      LayerCall(.separable, [.in: 64, .out: 32, .kernel: 5]),
      LayerCall(.embedding, [.in: 60, .out: 21]),
      LayerCall(.embedding, [.in: 60, .out: 21, .padding: 3]),
      LayerCall(.lstm, [.in: 33, .out: 32]), LayerCall(.gru, [.in: 33, .out: 32]),
      LayerCall(.lstm, [.in: 33, .out: 32, .layers: 2, .directions: 2]),
      LayerCall(.rnn, [.in: 35, .out: 33]), LayerCall(.attention, [.in: 36, .heads: 4]),
      LayerCall(.bilinear, [.in: 10, .in2: 12, .out: 11]), LayerCall(.layernorm, [.in: 1100]),
    ]
  }

  private static let sampled: [Sampled] = Framework.all.flatMap { framework in
    ((try? calls()) ?? []).filter { $0.exists(in: framework) }.map {
      Sampled(framework: framework, call: $0)
    }
  }

  @Test func `are layers of all kinds but those of a few numbers`() throws {
    let kinds = try Set(Self.calls().map(\.kind))
    #expect(Set(LayerKind.allCases).subtracting(kinds) == [.batchnorm, .prelu])
    #expect(Self.sampled.count > 90 && RoundTrip.calls.count > 80)
  }

  @Test(arguments: sampled)
  func `is of its layer`(sampled: Sampled) async throws {
    await Task.yield()
    let (framework, call) = (sampled.framework, sampled.call)
    var memory = Memory()
    try WeightFile(call, in: framework, seed: Seed(11)).write(into: &memory)
    let tensors = try call.tensors(in: framework)
    let rows = try Surveyed.survey(TensorFile(bytes: memory.bytes, name: "layer")) { entry in
      guard let tensor = tensors.first(where: { $0.name == entry.name }) else { return nil }
      return LawClaim(try? tensor.recipe().law, of: framework)
    }.rows
    #expect(rows.map(\.entry.name).sorted() == tensors.map(\.name).sorted())
    for tensor in tensors {
      let row = try #require(rows.first { $0.entry.name == tensor.name })
      #expect(row.objection == nil, "\(tensor.name)")
      try Self.expect(row, of: tensor, call)
    }
    // A tensor as an array of NumPy's, and all in an archive.
    guard framework == .pyTorch || framework == .nnx else { return }
    var records: [Files.Record] = []
    for tensor in tensors {
      var memory = Memory()
      let own = Tensor(tensor, of: call, seed: Seed(11))
      try WeightFile(own, format: .npy).write(into: &memory)
      records.append(Files.Record(name: tensor.name + ".npy", bytes: memory.bytes))
    }
    let file = try TensorFile(bytes: Files.zip(records), name: "layer.npz")
    for (row, tensor) in zip(try Surveyed.survey(file).rows, tensors) {
      try Self.expect(row, of: tensor, call)
    }
    let array = try TensorFile(bytes: records[0].bytes, name: "layer.npy")
    try Self.expect(try #require(Surveyed.survey(array).rows.first), of: tensors[0], call)
  }

  private static func expect(
    _ row: FileSurvey.Row, of tensor: LayerTensor, _ call: LayerCall
  ) throws {
    let law = try tensor.recipe().law
    if case .constant(let value) = law, row.entry.count > 1 {
      guard case .constant(value)? = row.verdict else {
        Issue.record("\(tensor.name): \(String(describing: row.verdict))")
        return
      }
    }
    guard case .weight = tensor.role, tensor.shape.count >= Attribution.leastCount else { return }
    let matches = try #require(row.verdict?.matches)
    #expect(
      matches.contains { $0.candidate.law.isAlike(law, within: 1e-4) }, "\(tensor.name)")
    let framework = tensor.initializer.framework
    let isListed = matches.flatMap(\.candidate.origins).contains { origin in
      guard case .layer(let own, let other) = origin else { return false }
      let isSame =
        framework.isKeras
        ? own.initializer.framework.isKeras : own.initializer.framework == framework
      return isSame && other.kind == call.kind
    }
    #expect(isListed, "\(tensor.name): \(matches.map(\.candidate.law))")
  }

  @Test(arguments: RoundTrip.calls)
  func `is of its method`(called: RoundTrip.Call) async throws {
    await Task.yield()
    let tensor = try called.tensor(Seed(3))
    let law = try tensor.recipe().law
    for format in [WeightFormat.npy, .safetensors] {
      var memory = Memory()
      try WeightFile(tensor, format: format).write(into: &memory)
      let file = try TensorFile(bytes: memory.bytes, name: "weight")
      let claim = LawClaim(law, of: called.framework)
      let row = try #require(try Surveyed.survey(file) { _ in claim }.rows.first)
      #expect(row.objection == nil)
      if case .constant(let value) = law {
        guard case .constant(value)? = row.verdict else {
          Issue.record("\(String(describing: row.verdict))")
          continue
        }
      } else {
        #expect(Self.isListed(law, in: row), "\(law) \(String(describing: row.verdict))")
      }
    }
  }

  private static func isListed(_ law: Law, in row: FileSurvey.Row) -> Bool {
    let laws = (row.verdict?.matches ?? []).map(\.candidate.law)
    // A sparse law's size is what the numbers have.
    if case .sparse(_, let zeros, _) = law, zeros > 0 {
      return laws.contains { if case .sparse(_, zeros, _) = $0 { true } else { false } }
    }
    return laws.contains { $0.isAlike(law, within: 1e-4) }
  }
}

/// What is written, in memory.
struct Memory: ByteSink {
  var bytes: [UInt8] = []

  mutating func write(_ block: UnsafeRawBufferPointer) { bytes += block }
}

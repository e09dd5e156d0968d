import Births
import Initializers
import TestSupport
import Testing
import WeightFiles

@testable import Attribution

/// The seed of what is written as `sample` writes it is found without being told.
@Suite(.serialized) struct `What is sampled and its seed searched for` {
  // No random numbers; those of an LSTM's bias are ones and zeros, too. LAPACK's rounding is the machine's.
  private static let unsearched: [Method] = [
    .constant, .ones, .zeros, .eye, .dirac, .unitForgetBias, .orthogonal,
  ]

  // On Keras's other backends seeds are tried by drawing with them, which takes long without optimization.
  private static let searched = RoundTrip.calls.filter { drawn in
    switch drawn.framework.name {
    case "torch", "flax": !unsearched.contains(drawn.method)
    // One of each way of drawing, for the same reason.
    case "keras": [.uniform, .normal, .truncNormal, .xavierUniform].contains(drawn.method)
    default: false
    }
  }

  @Test(arguments: searched)
  func `tells a method's seed`(drawn: RoundTrip.Call) async throws {
    await Task.yield()
    let digest = drawn.testDescription.digest
    let seed = Seed(drawn.framework == .pyTorch ? digest >> 32 : digest % 1000)
    var tensor = try drawn.tensor(seed)
    // So many normal numbers the equations for PyTorch's state need.
    if drawn.framework == .pyTorch { tensor.shape = try Shape([100, 96]) }
    var memory = Memory()
    try WeightFile(tensor, format: .safetensors).write(into: &memory)
    let row = try #require(try Self.searched(memory.bytes).first)
    let birth = try #require(row.birth)
    #expect(birth.hypothesis.framework == drawn.framework)
    #expect(birth.seed == seed && birth.draws == 0)
    #expect(
      birth.source
        == (drawn.framework == .pyTorch || drawn.framework == .flax ? .program : .initializer))
    #expect(birth.intact == tensor.shape.count && birth.distance == 0)
  }

  // One tensor after another from the same stream.
  @Test func `tells a layer's seed, and where its tensors stand`() throws {
    let call = try LayerCall(.lstm, [.in: 40, .out: 32])
    var memory = Memory()
    try WeightFile(call, in: .pyTorch, seed: Seed(0xFEDC_BA98)).write(into: &memory)
    let births = try Self.searched(memory.bytes).map(\.birth)
    #expect(births.map { $0?.seed } == Array(repeating: Seed(0xFEDC_BA98), count: 4))
    // [4·32, 40] and [4·32, 32] numbers, then two biases of 4·32.
    #expect(births.map { $0?.draws } == [0, 5120, 9216, 9344])
  }

  // Also of those that are too small for equations, and whose layer's inputs no shape tells.
  @Test func `tells a stacked layer's seed, and where its tensors stand`() throws {
    let call = try LayerCall(.gru, [.in: 40, .out: 32, .layers: 2, .directions: 2])
    var memory = Memory()
    try WeightFile(call, in: .pyTorch, seed: Seed(0xFEDC_BA98)).write(into: &memory)
    let births = try Self.searched(memory.bytes).map(\.birth)
    let tensors = try call.tensors(in: .pyTorch)
    #expect(births.map { $0?.seed } == tensors.map { _ in Seed(0xFEDC_BA98) })
    #expect(births.map { $0?.draws } == tensors.map(\.wordsBefore))
  }

  private static func searched(_ bytes: [UInt8]) throws -> [FileSurvey.Row] {
    var run = FileBirthRun(try Surveyed.survey(TensorFile(bytes: bytes, name: "f.safetensors")))
    while !run.isFinished { try run.advance() }
    return run.snapshot().rows
  }
}

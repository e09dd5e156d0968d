import Births
import Initializers
import TestSupport
import Testing
import WeightFiles

@testable import Attribution

/// What is written as `sample` writes it has the bits of its seed, and of no other.
@Suite(.serialized) struct `What is sampled and held against its seed` {
  @Test func `are layers of all kinds, in every framework`() {
    #expect(Set(RoundTrip.layers.map(\.call.kind)) == Set(LayerKind.allCases))
    #expect(Set(RoundTrip.layers.map(\.framework)) == Set(Framework.all))
    #expect(Set(RoundTrip.calls.map(\.framework)) == Set(Framework.all))
  }

  @Test(arguments: RoundTrip.layers)
  func `has a layer's bits`(drawn: RoundTrip.Layer) async throws {
    await Task.yield()
    let (framework, call) = (drawn.framework, drawn.call)
    var random = SplitMix(seed: drawn.testDescription.digest)
    for _ in 0..<2 {
      let seed = try framework.seed(&random, isOfLayer: true)
      var memory = Memory()
      try WeightFile(call, in: framework, seed: seed).write(into: &memory)
      let tensors = try call.tensors(in: framework)
      let claims = tensors.map { tensor in (tensor.name, Tensor(tensor, of: call, seed: seed)) }
      for type in ElementType.written {
        let bytes = try Self.converted(memory.bytes, to: type)
        try Self.expectBits(bytes, "layer.safetensors", claims, &random)
      }
    }
  }

  @Test(arguments: RoundTrip.calls)
  func `has a method's bits`(drawn: RoundTrip.Call) async throws {
    await Task.yield()
    var random = SplitMix(seed: drawn.testDescription.digest)
    for _ in 0..<2 {
      let seed = try drawn.framework.seed(&random, isOfLayer: false)
      let tensor = try drawn.tensor(seed)
      var memory = Memory()
      try WeightFile(tensor, format: .npy).write(into: &memory)
      let array = memory.bytes
      try Self.expectBits(array, "w.npy", [("w", tensor)], &random)
      try Self.expectBits(
        Files.zip([Files.Record(name: "w.npy", bytes: array)]), "w.npz", [("w", tensor)], &random)
      memory = Memory()
      try WeightFile(tensor, format: .raw).write(into: &memory)
      let torch = Files.torch(
        Pickle.stateDict("w", tensor.shape.extents), storages: ["0": memory.bytes])
      try Self.expectBits(torch, "w.pt", [("w", tensor)], &random)
      memory = Memory()
      try WeightFile(tensor, format: .safetensors).write(into: &memory)
      for type in ElementType.written {
        let bytes = try Self.converted(memory.bytes, to: type)
        try Self.expectBits(bytes, "w.safetensors", [("weight", tensor)], &random)
      }
    }
  }

  // All tensors are confirmed, and once a number is another, all but its own.
  private static func expectBits(
    _ bytes: [UInt8], _ name: String, _ tensors: [(name: String, tensor: Tensor)],
    _ random: inout SplitMix
  ) throws {
    let rows = try compared(bytes, name, tensors)
    for (row, (_, tensor)) in zip(rows, tensors) {
      let bits = try #require(row.bits)
      #expect(bits.isWhole && bits.other == nil && bits.count == tensor.shape.count)
      let usesSeed = try tensor.recipe().usesSeed
      #expect(row.birth?.seed == (usesSeed ? tensor.seed : nil))
    }
    let which = random.below(rows.count)
    let (entry, recipe) = (rows[which].entry, try tensors[which].tensor.recipe())
    let index = random.below(entry.count)
    let size = entry.type.bits / 8
    let place = entry.byteRange.lowerBound + index * size
    var changed = bytes
    // LAPACK's last bits are the machine's: the sign, of a number that is not small.
    if case .orthogonal = recipe.draw {
      guard try entry.numbers(index..<index + 1)[0].magnitude > 1e-3 else { return }
      changed[place + size - 1] ^= 0x80
    } else {
      changed[place] ^= 1
    }
    for (number, row) in try compared(changed, name, tensors).enumerated() {
      let bits = try #require(row.bits)
      #expect(bits.same == bits.count - (number == which ? 1 : 0))
      #expect(bits.other?.index == (number == which ? index : nil))
      if number == which { #expect(row.birth == nil) }
    }
  }

  private static func compared(
    _ bytes: [UInt8], _ name: String, _ tensors: [(name: String, tensor: Tensor)]
  ) throws -> [FileSurvey.Row] {
    let survey = FileSurvey(try TensorFile(bytes: bytes, name: name))
    let claims = try tensors.map { name, tensor in
      let row = tensors.count == 1 ? 0 : survey.rows.firstIndex { $0.entry.name == name }
      return try BitsClaim(tensor, row: #require(row))
    }
    var run = FileBitsRun(survey, claiming: claims)
    while !run.isFinished { try run.advance() }
    let compared = run.snapshot().rows
    return try tensors.map { name, _ in
      try #require(tensors.count == 1 ? compared[0] : compared.first { $0.entry.name == name })
    }
  }

  // The same file with its numbers as another type.
  private static func converted(_ bytes: [UInt8], to type: ElementType) throws -> [UInt8] {
    if type == .float32 { return bytes }
    let file = try TensorFile(bytes: bytes, name: "f")
    let tensors = try file.entries.map { entry in
      let numbers = try entry.numbers(0..<entry.count)
      return (entry.name, entry.shape, type.rawValue, numbers.flatMap { type.bytes(of: $0) })
    }
    return Surveyed.bytes(tensors)
  }

  // torch.manual_seed(7); nn.Linear(4, 2).weight, .half() and .bfloat16(), PyTorch 2.13.
  @Test(arguments: [
    (ElementType.float16, [0x2878, 0xB4D2, 0x3118, 0x3105, 0xB447, 0xACCC, 0xB4B0, 0x3027]),
    (.bfloat16, [0x3D0F, 0xBE9A, 0x3E23, 0x3E21, 0xBE89, 0xBD99, 0xBE96, 0x3E05]),
  ])
  func `is rounded as PyTorch does`(type: ElementType, words: [UInt16]) throws {
    let call = try LayerCall(.dense, [.in: 4, .out: 2])
    let tensor = try Tensor(of: call, named: "weight", in: .pyTorch, seed: Seed(7))
    let bytes = Surveyed.bytes(
      [("weight", [2, 4], type.rawValue, words.flatMap(\.littleEndianBytes))])
    let rows = try Self.compared(bytes, "w.safetensors", [("weight", tensor)])
    #expect(rows[0].bits?.isWhole == true)
  }
}

extension Framework {
  /// A seed of all that it takes.
  func seed(_ random: inout SplitMix, isOfLayer: Bool) throws -> Seed {
    let bits = random.next()
    let isTaken = (try? check(Seed(bits), isOfLayer: isOfLayer)) != nil
    return Seed(isTaken ? bits : bits >> 32)
  }
}

extension ElementType {
  /// What numbers are written as.
  fileprivate static let written: [ElementType] = [.float32, .float64, .float16, .bfloat16]

  fileprivate func bytes(of number: Float) -> [UInt8] {
    switch self {
    case .float64: Double(number).bitPattern.littleEndianBytes
    case .float16: Float16(number).bitPattern.littleEndianBytes
    case .bfloat16:
      // The nearer of the two beside it.
      Self.nearest(number).littleEndianBytes
    default: number.bitPattern.littleEndianBytes
    }
  }

  private static func nearest(_ number: Float) -> UInt16 {
    let below = UInt16(number.bitPattern >> 16)
    func value(_ bits: UInt16) -> Double { Double(Float(bitPattern: UInt32(bits) << 16)) }
    let (down, up) = (
      abs(value(below) - Double(number)), abs(value(below + 1) - Double(number))
    )
    return down < up || down == up && below.isMultiple(of: 2) ? below : below + 1
  }
}

extension String {
  /// A seed of its own (FNV-1a).
  var digest: UInt64 { utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } }
}

/// What torch.save pickles of a tensor in a dictionary.
enum Pickle {
  static func stateDict(_ name: String, _ shape: [Int]) -> [UInt8] {
    func text(_ text: String) -> [UInt8] {
      [UInt8(ascii: "X")] + UInt32(text.utf8.count).littleEndianBytes + text.utf8
    }
    func integer(_ value: Int) -> [UInt8] {
      [UInt8(ascii: "J")] + UInt32(value).littleEndianBytes
    }
    func tuple(_ items: [UInt8]) -> [UInt8] { Array("(".utf8) + items + Array("t".utf8) }
    func global(_ module: String, _ name: String) -> [UInt8] { Array("c\(module)\n\(name)\n".utf8) }
    let count = shape.reduce(1, *)
    let strides = shape.indices.map { shape[($0 + 1)...].reduce(1, *) }
    let storage =
      tuple(
        text("storage") + global("torch", "FloatStorage") + text("0") + text("cpu")
          + integer(count)) + Array("Q".utf8)
    let arguments = tuple(
      storage + integer(0) + tuple(shape.flatMap(integer)) + tuple(strides.flatMap(integer))
        + [0x89] + global("collections", "OrderedDict") + Array(")R".utf8))
    let tensor = global("torch._utils", "_rebuild_tensor_v2") + arguments + Array("R".utf8)
    return [0x80, 2] + Array("}(".utf8) + text(name) + tensor + Array("u.".utf8)
  }
}

import Initializers
import TestSupport
import Testing

@testable import Births

/// Tensors drawn anywhere in PyTorch's stream, at random seeds and places.
@Suite(.serialized) struct `A place in PyTorch's stream` {
  struct Call: CustomTestStringConvertible, Sendable {
    let method: Method
    let parameters: [Parameter: String]
    let shape: [Int]
    var seed: UInt64 = 1

    var testDescription: String { "\(method) \(shape) \(parameters)" }

    func hypothesis() throws -> BirthHypothesis {
      var call = Initializer(method)
      for (parameter, text) in parameters { try call.set(parameter, to: text) }
      return try BirthHypothesis(call, shape: Shape(shape))
    }
  }

  static let calls = [
    Call(method: .kaimingUniform, parameters: [.a: "sqrt(5)"], shape: [13, 111]),
    Call(method: .uniform, parameters: [.a: "0", .b: "1"], shape: [1300]),
    Call(method: .uniform, parameters: [.a: "-3", .b: "0.5"], shape: [40, 40]),
    Call(method: .normal, parameters: [:], shape: [64, 33]),
    Call(method: .normal, parameters: [.mean: "1", .std: "0.1"], shape: [100, 64]),
    Call(method: .xavierNormal, parameters: [.gain: "5/3"], shape: [50, 50]),
    Call(
      method: .truncNormal, parameters: [.std: "0.02", .a: "-0.04", .b: "0.04"], shape: [100, 96]),
    Call(method: .sparse, parameters: [.sparsity: "0.1"], shape: [100, 50]),
  ]

  @Test(arguments: calls)
  func `is found, and the seed with it`(call: Call) throws {
    let hypothesis = try call.hypothesis()
    var random = SplitMix(seed: 11)
    for _ in 0..<3 {
      let origin = Origin(
        hypothesis: hypothesis, seed: Seed(random.next() & 0xFFFF_FFFF), source: .program,
        draws: random.below(20_000_000))
      let numbers = try origin.numbers()
      let found = try #require(try birth(of: numbers, [hypothesis], .algebra))
      #expect(found.seed == origin.seed)
      #expect(found.draws == origin.draws)
      #expect(found.intact == numbers.count)
      #expect(try found.numbers() == numbers)
    }
  }

  @Test(arguments: [0, 1, 227, 396, 397, 398, 621, 622, 623, 624, 625, 1247, 1248])
  func `is found near the beginning`(draws: Int) throws {
    let hypothesis = try Self.calls[0].hypothesis()
    let origin = Origin(
      hypothesis: hypothesis, seed: Seed(0), source: .program, draws: draws)
    let found = try birth(of: origin.numbers(), [hypothesis], .algebra)
    #expect(found?.seed == Seed(0))
    #expect(found?.draws == draws)
  }

  @Test func `of a layer's bias is behind its weight`() throws {
    let call = try LayerCall(.lstm, [.in: 10, .out: 400])
    let tensors = try call.tensors(in: .pyTorch)
    for (tensor, before) in zip(tensors, [0, 16_000, 656_000, 657_600]) {
      let hypothesis = BirthHypothesis(tensor, of: call)
      let numbers = try DrawnWeights(Tensor(tensor, of: call, seed: Seed(5))).numbers()
      let found = try birth(of: numbers, [hypothesis], .algebra)
      #expect(found?.seed == Seed(5))
      #expect(found?.draws == before)
    }
  }

  @Test(arguments: [
    Call(method: .uniform, parameters: [.a: "-0.1", .b: "0.1"], shape: [5]),
    Call(method: .normal, parameters: [:], shape: [7]),
    Call(method: .normal, parameters: [:], shape: [4, 5]),
    Call(method: .normal, parameters: [:], shape: [37]),
  ])
  func `of a small tensor is found along a larger one's stream`(call: Call) throws {
    let large = try Self.calls[0].hypothesis()
    let weight = Origin(hypothesis: large, seed: Seed(99), source: .program, draws: 5000)
    let known = try #require(try birth(of: weight.numbers(), [large], .algebra))
    let small = try call.hypothesis()
    let bias = Origin(
      hypothesis: small, seed: Seed(99), source: .program, draws: 5000 + large.shape.count)
    let numbers = try bias.numbers()
    var search = BirthSearch(
      count: numbers.count, numbers: { Array(numbers[$0]) }, hypotheses: [small],
      extent: .algebra, companions: KnownBirths([known]))
    while !search.isFinished { try search.advance() }
    let found = try #require(search.snapshot().birth)
    #expect(found.draws == bias.draws)
    #expect(found.seed == bias.seed)
    #expect(found.intact == numbers.count)
  }

  // What was drawn plus as much again of other numbers: their correlation is 1/√2.
  @Test(arguments: [
    Call(method: .kaimingUniform, parameters: [.a: "sqrt(5)"], shape: [40, 30]),
    Call(method: .normal, parameters: [.std: "0.02"], shape: [40, 30]),
  ])
  func `of numbers that have all moved is told by the tensor beside it, and by none that is not`(
    call: Call
  ) throws {
    let large = try Self.calls[0].hypothesis()
    let weight = Origin(hypothesis: large, seed: Seed(99), source: .program, draws: 5000)
    let known = try #require(try birth(of: weight.numbers(), [large], .algebra))
    let hypothesis = try call.hypothesis()
    let std = try #require(hypothesis.recipe?.law.std)
    let origin = Origin(
      hypothesis: hypothesis, seed: Seed(99), source: .program, draws: 5000 + large.shape.count)
    var random = SplitMix(seed: 2)
    // Uniform, of the law's std.
    func noise() -> Float {
      Float(std * 12.0.squareRoot() * (Double(random.below(1 << 20)) * 0x1p-20 - 0.5))
    }
    func search(_ numbers: [Float]) throws -> Birth? {
      var search = BirthSearch(
        count: numbers.count, numbers: { Array(numbers[$0]) }, hypotheses: [hypothesis],
        extent: .algebra, companions: KnownBirths([known]))
      while !search.isFinished { try search.advance() }
      return search.snapshot().birth
    }
    let drawn = try origin.numbers()
    let moved = drawn.map { $0 + noise() }
    let found = try #require(try search(moved))
    #expect(found.draws == origin.draws && found.seed == origin.seed)
    #expect(found.intact < 3 && !found.isConfirmed)
    #expect(abs(try #require(found.correlation) - 0.5.squareRoot()) < 0.06)
    #expect(abs(found.distance / std - 1) < 0.08)
    for _ in 0..<100 {
      #expect(try search(drawn.map { _ in noise() }) == nil)
    }
  }

  @Test func `has moved by nothing where rows were set to 0`() throws {
    let hypothesis = try Call(method: .normal, parameters: [:], shape: [120, 64]).hypothesis()
    var numbers = try Origin(
      hypothesis: hypothesis, seed: Seed(3), source: .program, draws: 0
    ).numbers()
    for index in 0..<64 { numbers[index] = 0 }
    let found = try #require(try birth(of: numbers, [hypothesis], .algebra))
    #expect(found.distance == 0 && found.intact == numbers.count - 64)
  }

  // 95 % of the numbers are those of the truncated law, too.
  @Test func `of rows that training has left alone is that of the law with the most of them`()
    throws
  {
    let normal = try Call(method: .normal, parameters: [:], shape: [120, 64]).hypothesis()
    let cut = try Call(method: .truncNormal, parameters: [:], shape: [120, 64]).hypothesis()
    for (hypothesis, other) in [(normal, cut), (cut, normal)] {
      let origin = Origin(hypothesis: hypothesis, seed: Seed(3), source: .program, draws: 640)
      var numbers = try origin.numbers()
      for index in 0..<1600 { numbers[index] += 0.25 }
      for hypotheses in [[hypothesis, other], [other, hypothesis]] {
        let found = try #require(try birth(of: numbers, hypotheses, .algebra))
        #expect(found.hypothesis == hypothesis && found.draws == 640)
        #expect(found.intact == numbers.count - 1600)
        #expect(abs(found.distance - 0.25 * (1600.0 / 7680).squareRoot()) < 1e-6)
      }
    }
  }

  @Test func `is walked to from any other that was walked to`() throws {
    let places = StreamPlaces()
    let hypothesis = try Self.calls[1].hypothesis()
    var random = SplitMix(seed: 6)
    for _ in 0..<40 {
      let origin = Origin(
        hypothesis: hypothesis, seed: Seed(UInt64(random.below(2))), source: .program,
        draws: random.below(400_000))
      let expected = try origin.numbers()
      var stream = WeightStream(
        try #require(hypothesis.draw), count: expected.count,
        generator: places.generator(of: origin))
      var numbers = [Float](repeating: 0, count: expected.count)
      let written = numbers.withUnsafeMutableBufferPointer { (try? stream.next(into: $0)) ?? 0 }
      #expect(written > 0 && Array(numbers[..<written]) == Array(expected[..<written]))
    }
  }

  @Test(arguments: [
    Call(method: .kaimingUniform, parameters: [.a: "sqrt(5)"], shape: [60, 64]),
    Call(method: .xavierUniform, parameters: [:], shape: [12, 1500]),
    Call(method: .normal, parameters: [:], shape: [60, 64]),
    Call(method: .normal, parameters: [.std: "0.02"], shape: [60, 100]),
  ])
  func `is found in rows that training has left alone`(call: Call) throws {
    let hypothesis = try call.hypothesis()
    var random = SplitMix(seed: 3)
    let origin = Origin(
      hypothesis: hypothesis, seed: Seed(random.next() & 0xFFFF_FFFF), source: .program,
      draws: 1_234_567)
    var numbers = try origin.numbers()
    let rows = call.shape[0]
    let width = numbers.count / rows
    // Each second row and the first.
    for row in 0..<rows where row % 2 == 0 {
      for index in row * width..<(row + 1) * width {
        numbers[index] *= 1 + Float(random.below(1000)) / 4096
      }
    }
    let found = try #require(try birth(of: numbers, [hypothesis], .algebra))
    #expect(found.seed == origin.seed)
    #expect(found.draws == origin.draws)
    #expect(found.intact >= rows / 2 * width)
    #expect(found.intact < numbers.count)
    #expect(try found.numbers() == origin.numbers())
  }
}

/// Where each tensor has a stream of its own.
@Suite struct `A key of JAX` {
  @Test(arguments: [Framework.flax, .nnx] + [Framework.keras[0]])
  func `is found by a row that training has left alone`(framework: Framework) throws {
    let call = try LayerCall(.dense, [.in: 20, .out: 30])
    let tensor = try #require(try call.tensors(in: framework).first { $0.role.trueFans != nil })
    let hypothesis = BirthHypothesis(tensor, of: call)
    let origin = Origin(
      hypothesis: hypothesis, seed: Seed(77), source: .program,
      draws: hypothesis.seedsBefore.map { framework.isKeras ? $0 : 0 } ?? 0)
    var numbers = try origin.numbers()
    for index in numbers.indices where index / 30 != 15 { numbers[index] *= 1.001 }
    var extent = SearchExtent.near(77)
    var seeds = KerasSeeds(seed: Seed(77))
    if framework.isKeras {
      extent.kerasSlowSeeds = SearchExtent.near(UInt64(seeds.next())).kerasSeeds
    }
    let found = try #require(try birth(of: numbers, [hypothesis], extent))
    #expect(found.seed == Seed(77))
    #expect(found.intact >= 30)
    #expect(found.intact < 600)
  }

  @Test(arguments: [Framework.keras[1], Framework.keras[2], Framework.keras[3]])
  func `or of Keras's other generators is found among a program's seeds`(
    framework: Framework
  ) throws {
    for kind in [LayerKind.dense, .embedding] {
      let call = LayerCall.example(of: kind)
      let tensor = try #require(try call.tensors(in: framework).first { $0.role.trueFans != nil })
      let hypothesis = BirthHypothesis(tensor, of: call)
      for draws in [0, 3] {
        let origin = Origin(
          hypothesis: hypothesis, seed: Seed(42), source: .program, draws: draws)
        let found = try birth(of: origin.numbers(), [hypothesis], .near(0))
        #expect(found?.seed == Seed(42))
        #expect(found?.draws == draws)
        #expect(found?.source == .program)
      }
    }
  }

  @Test func `of one of Keras's initializers is found with PyTorch's generator`() throws {
    for (method, shape) in [
      (Method.xavierUniform, [16, 8]), (.kaimingNormal, [16, 8]), (.normal, [16, 8]),
      (.normal, [3, 3]),
    ] {
      let call = Initializer(method, of: Framework.keras[1])
      let hypothesis = try BirthHypothesis(call, shape: Shape(shape))
      let origin = Origin(
        hypothesis: hypothesis, seed: Seed(987_654_321), source: .initializer, draws: 0)
      let found = try birth(of: origin.numbers(), [hypothesis], .near(987_654_321))
      #expect(found?.seed == origin.seed, "\(method)")
      #expect(found?.source == .initializer)
    }
  }
}

extension SearchExtent {
  /// What needs no search.
  static let algebra = SearchExtent(
    mostDraws: 50_000_000, mostNumbers: 1 << 20, twisterSeeds: 0..<0, threefrySeeds: 0..<0,
    kerasSeeds: 0..<0, kerasTwisterSeeds: 0..<0, kerasSlowSeeds: 0..<0,
    commonSplitSeeds: 0..<0, splitSeeds: 0..<0, trialSeeds: 0..<0)
}

extension Birth {
  /// The numbers drawn again.
  func numbers() throws -> [Float] { try initial()?.numbers() ?? [] }
}

extension WeightSource {
  func numbers() throws -> [Float] {
    var blocks = weights()
    var numbers: [Float] = []
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: 4096) { block in
      while blocks.remaining > 0 { numbers += block[..<(try blocks.next(into: block))] }
    }
    return numbers
  }
}

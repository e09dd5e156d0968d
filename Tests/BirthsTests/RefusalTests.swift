import Initializers
import TestSupport
import Testing
import Words

@testable import Births

/// What no seed has drawn, or another way.
@Suite(.serialized) struct `No birth` {
  private static func hypothesis(
    _ method: Method, _ shape: [Int], _ parameters: [Parameter: String] = [:],
    of framework: Framework = .pyTorch
  ) throws -> BirthHypothesis {
    var call = Initializer(method, of: framework)
    for (parameter, text) in parameters { try call.set(parameter, to: text) }
    return try BirthHypothesis(call, shape: Shape(shape))
  }

  private static func drawn(_ hypothesis: BirthHypothesis, _ seed: UInt64) throws -> [Float] {
    try Origin(hypothesis: hypothesis, seed: Seed(seed), source: .program, draws: 0).numbers()
  }

  // All that may be asked of a shape.
  private static func all(_ shape: [Int]) throws -> [BirthHypothesis] {
    [
      try hypothesis(.xavierUniform, shape), try hypothesis(.kaimingNormal, shape),
      try hypothesis(.uniform, shape, [.a: "0", .b: "1"]),
      try hypothesis(.truncNormal, shape), try hypothesis(.xavierUniform, shape, of: .flax),
      try hypothesis(.kaimingNormal, shape, of: .nnx),
      try hypothesis(.kaimingUniform, shape, of: Framework.keras[0]),
    ]
  }

  private static var extent: SearchExtent {
    var extent = SearchExtent.near(100_000)
    extent.trialSeeds = 0..<20
    return extent
  }

  @Test(arguments: 0..<7)
  func `is found of what has moved`(which: Int) throws {
    var random = SplitMix(seed: UInt64(which))
    let hypotheses = try Self.all([50, 60])
    let numbers = try Self.drawn(hypotheses[which], 100_000).map { number in
      number * (1 + Float(random.below(1 << 20)) * 0x1p-24)
    }
    #expect(try birth(of: numbers, hypotheses, Self.extent) == nil)
  }

  // float32(high − low)·u + low is half of the time what PyTorch makes of the same word.
  @Test(arguments: [Method.uniform, .xavierUniform])
  func `is told of PyTorch in numbers of Keras on PyTorch`(method: Method) throws {
    let keras = try Framework.named("keras-torch")
    let ends: [Parameter: String] = [.a: "-0.05", .b: "0.05"]
    let hypotheses = try [Framework.pyTorch, keras].map { framework in
      try Self.hypothesis(method, [40, 33], method == .uniform ? ends : [:], of: framework)
    }
    let origin = Origin(hypothesis: hypotheses[1], seed: Seed(4321), source: .initializer, draws: 0)
    let numbers = try origin.numbers()
    let found = try #require(try birth(of: numbers, hypotheses, .near(4321)))
    #expect(found.hypothesis.framework == keras && found.source == .initializer)
    #expect(found.seed == Seed(4321) && found.intact == numbers.count)
  }

  @Test func `is found of another law`() throws {
    let hypotheses = try Self.all([50, 60])
    for other in [
      try Self.hypothesis(.uniform, [50, 60], [.a: "-0.2", .b: "0.2"]),
      try Self.hypothesis(.normal, [50, 60], [.std: "0.05"]),
    ] {
      #expect(try birth(of: Self.drawn(other, 100_000), hypotheses, Self.extent) == nil)
    }
  }

  @Test func `is found of the law's own values that another generator chose`() throws {
    var random = SplitMix(seed: 4)
    let hypothesis = try Self.hypothesis(.uniform, [3000], [.a: "-0.25", .b: "0.5"])
    let numbers = (0..<3000).map { _ in
      (-0.25 as Float).addingProduct(Float(random.next() >> 40) * 0x1p-24, 0.75)
    }
    let reading = try #require(TwisterReading(hypothesis))
    #expect(reading.words.words(numbers).allSatisfy { $0.mask == 0xFF_FFFF })
    var recurrence = Recurrence(reading.words.words(numbers))
    recurrence.solve()
    #expect(recurrence.state() == nil)
    #expect(recurrence.contradicting > 64)
    #expect(try birth(of: numbers, [hypothesis], .algebra) == nil)
  }

  @Test func `is found of seeds that are not searched, of constants, or of nothing`() throws {
    let small = try Self.hypothesis(.xavierUniform, [3, 3])
    #expect(try birth(of: Self.drawn(small, 500_000), [small], Self.extent) == nil)
    #expect(try birth(of: Self.drawn(small, 100_000), [small], Self.extent) != nil)
    // One number of 24 bits is an accident's.
    let single = try Self.hypothesis(.uniform, [1])
    #expect(try birth(of: Self.drawn(single, 100_000), [single], Self.extent) == nil)
    let ones = try Self.hypothesis(.ones, [4, 4])
    #expect(try birth(of: [Float](repeating: 1, count: 16), [ones], Self.extent) == nil)
    let empty = try Self.hypothesis(.uniform, [0])
    #expect(try birth(of: [], [empty, small], Self.extent) == nil)
    let orthogonal = try Self.hypothesis(.orthogonal, [8, 8])
    #expect(orthogonal.draw == nil)
    for value in [Float.nan, .infinity, 0, -0.0] {
      for count in [9, 3000] {
        let all = try Self.all(count == 9 ? [3, 3] : [50, 60])
        #expect(try birth(of: [Float](repeating: value, count: count), all, Self.extent) == nil)
      }
    }
  }

  @Test func `is said to be found where numbers cannot be read`() throws {
    struct Torn: Error, Worded {
      var phrase: Phrase { .verbatim("it is torn") }
    }
    let hypothesis = try Self.hypothesis(.normal, [50, 60])
    var search = BirthSearch(
      count: 3000, numbers: { _ in throw Torn() }, hypotheses: [hypothesis], exhaustive: false)
    #expect(throws: BirthError.unreadable(.verbatim("it is torn"))) { try search.advance() }
    #expect(
      BirthError.unreadable(.verbatim("it is torn")).description
        == "the numbers cannot be read: it is torn")
    search = BirthSearch(
      count: 3000, numbers: { _ in [1, 2] }, hypotheses: [hypothesis], exhaustive: true)
    #expect(throws: BirthError.tooFewNumbers(2, of: 3000)) { try search.advance() }
    #expect(
      BirthError.tooFewNumbers(2, of: 3000).description
        == "the tensor ends after 2 of 3000 numbers")
  }

  @Test func `is looked for without saying how`() throws {
    let shape = [40, 60]
    let numbers = try Self.drawn(try Self.hypothesis(.uniform, shape), 100_000)
    var search = BirthSearch(
      count: 2400, numbers: { Array(numbers[$0]) },
      hypotheses: try Self.all(shape) + [try Self.hypothesis(.uniform, shape)],
      extent: Self.extent)
    var said: Set<String> = []
    while !search.isFinished {
      if let stage = search.snapshot().stage { said.insert(Catalogue.english(stage)) }
      try search.advance()
    }
    #expect(said.contains("solving for the generator's state from the first numbers"))
    #expect(said.contains("drawing the tensor again"))
    #expect(
      Catalogue.english(Phrase("birth.stage.rows"))
        == "solving for the generator's state from rows that were left alone")
    #expect(Catalogue.english(Phrase("birth.stage.seeds")) == "trying seeds")
    #expect(
      Catalogue.english(Phrase("birth.stage.stream"))
        == "walking along the stream of another tensor's seed")
  }
}

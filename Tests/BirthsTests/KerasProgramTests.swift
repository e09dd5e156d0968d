import Initializers
import Testing

@testable import Births

/// The seed of a program, told by those that it gave to several initializers.
@Suite struct `A program of Keras's` {
  // random.seed(20241127); [random.randint(1, 10**9) for _ in range(8)], CPython 3.11, as
  // keras.utils.set_random_seed(20241127) gives them to Keras 3.15's initializers.
  static let seeds: [UInt64] = [
    777_372_764, 584_748_433, 5_659_512, 390_807_851, 119_535_299, 247_959_818, 710_712_114,
    92_855_495,
  ]

  private static func births(_ seeds: [UInt64]) throws -> [Birth] {
    let hypothesis = try BirthHypothesis(
      Initializer(.xavierUniform, of: .named("keras-tensorflow")), shape: Shape([30, 40]))
    return try seeds.map { try #require(Birth(hypothesis, of: Seed($0))) }
  }

  private static func result(_ seeds: [UInt64], in range: Range<UInt64>) throws -> [Birth] {
    var search = try #require(KerasProgramSearch(try births(seeds), in: range))
    while !search.isFinished { search.advance() }
    #expect(search.progress == 1)
    return search.result
  }

  @Test func `is found by two seeds, and places others`() throws {
    let known = [Self.seeds[4], 123, Self.seeds[7], Self.seeds[1]]
    let births = try Self.result(known, in: 20_000_000..<20_300_000)
    #expect(births.map(\.seed) == [20_241_127, 123, 20_241_127, 20_241_127].map(Seed.init))
    #expect(births.map(\.draws) == [4, 0, 7, 1])
    #expect(births.map(\.source) == [.program, .initializer, .program, .program])
    // What the program's seed draws is what the initializer's drew.
    let own = try Self.births([Self.seeds[7]])[0].numbers()
    #expect(try births[2].numbers() == own)
  }

  @Test func `is not told by one seed`() throws {
    #expect(KerasProgramSearch(try Self.births([Self.seeds[0]]), in: 0..<10) == nil)
    #expect(KerasProgramSearch(try Self.births([5, 5, 1_000_000_001]), in: 0..<10) == nil)
  }

  // Two of so many programs' first numbers are an accident once in 10⁵ at most.
  @Test func `is no program that has one of the seeds by chance`() throws {
    let seeds = Self.seeds.prefix(2).map { $0 + 1 }
    let one = [Self.seeds[3], 17]
    for known in [seeds, one] {
      let births = try Self.result(known, in: 20_200_000..<20_300_000)
      #expect(births.map(\.source) == [.initializer, .initializer])
    }
  }

  @Test func `places initializers beside a tensor of its own`() throws {
    let known = try Self.result(Array(Self.seeds.prefix(2)), in: 20_241_000..<20_242_000)
    let placed = KerasProgramSearch.placed([known[0]] + (try Self.births([Self.seeds[6], 99])))
    #expect(placed.map(\.draws) == [0, 6, 0])
    #expect(placed.map(\.source) == [.program, .program, .initializer])
  }

  @Test func `tells a tensor's place beside another one`() throws {
    let own = try Self.births([Self.seeds[0], Self.seeds[3]])
    let numbers = try own[1].numbers()
    var extent = SearchExtent.near(0)
    extent.kerasSlowSeeds = Self.seeds[3] - 1000..<Self.seeds[3] + 1000
    var search = BirthSearch(
      count: numbers.count, numbers: { Array(numbers[$0]) }, hypotheses: [own[1].hypothesis],
      extent: extent, companions: KnownBirths([own[0]]))
    search.programs = 20_240_000..<20_250_000
    while !search.isFinished { try search.advance() }
    let birth = try #require(search.snapshot().birth)
    #expect(birth.seed == Seed(20_241_127) && birth.draws == 3 && birth.source == .program)
  }
}

import Initializers
import Testing

@testable import Births

/// Tensors of the frameworks themselves.
@Suite(.serialized) struct `The birth of a framework's tensor` {
  @Test(arguments: RecordedBirth.all)
  func `is found in its numbers`(recorded: RecordedBirth) throws {
    let origin = try recorded.origin()
    let numbers = try origin.numbers()
    try #require(numbers.digest == recorded.sha256)
    let seed = recorded.framework == "keras" && recorded.method == nil ? 0 : recorded.seed
    var extent = SearchExtent.near(seed)
    // An initializer's own seed is found first, which may be any.
    if recorded.framework == "keras", recorded.method == nil {
      var seeds = KerasSeeds(seed: Seed(recorded.seed))
      var own = seeds.next()
      for _ in 0..<recorded.draws { own = seeds.next() }
      extent.kerasSeeds = SearchExtent.near(UInt64(own)).kerasSeeds
    }
    let birth = try #require(try birth(of: numbers, [origin.hypothesis], extent))
    #expect(birth.seed == origin.seed)
    #expect(birth.draws == recorded.draws)
    #expect(birth.source == origin.source)
    #expect(birth.intact == numbers.count)
  }

  @Test func `is there to be found`() { #expect(RecordedBirth.all.count == 23) }
}

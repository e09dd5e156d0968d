import Testing

@testable import Births

@Suite struct `Sums over pairs` {
  // Of 1, 2, 3, 4 beside 2, 1, 4, 3, whose Pearson correlation is 3/5, so many times over.
  private func sums(_ repeats: Int) -> PairSums {
    var sums = PairSums()
    for _ in 0..<repeats {
      for (number, drawn) in zip([1.0, 2, 3, 4], [2.0, 1, 4, 3]) { sums.add(number, drawn) }
    }
    return sums
  }

  @Test func `have the correlation and the distance of their pairs`() {
    #expect(abs(sums(1).correlation - 0.6) < 1e-15 && sums(1).distance == 1)
    #expect(PairSums().correlation == 0 && PairSums().distance == 0)
  }

  // 3/5·√n is above 8 from n = 178 on.
  @Test func `are related by more than eight standard deviations`() {
    #expect(!sums(44).isRelated && sums(45).isRelated)
    #expect(!PairSums().isRelated)
  }

  @Test(arguments: [0, 1, 30, 45]) func `are the same in parts`(_ middle: Int) {
    var merged = sums(middle)
    merged.merge(sums(45 - middle))
    #expect(merged.count == 180 && merged.isRelated)
    #expect(abs(merged.correlation - 0.6) < 1e-12 && abs(merged.distance - 1) < 1e-12)
  }

  @Test func `pass over what is not finite and what has been set to 0`() {
    var sums = sums(1)
    for number in [Double.nan, .infinity, 0] { sums.add(moved: number, from: 5) }
    #expect(sums.count == 4)
    sums.add(moved: 0, from: 0)
    #expect(sums.count == 5)
  }
}

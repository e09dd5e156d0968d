import Glibc
import TestSupport
import Testing

@testable import Statistics

@Suite("Bands for order statistics")
struct QuantileBandsTests {
  @Test("have scipy's beta quantiles, from one draw to a billion", arguments: BetaQuantiles.rows)
  func beta(row: BetaQuantiles.Row) {
    let band = QuantileBands(count: row.n).pointwise(rank: row.k)
    #expect(agree(band.low, row.low, 1e-7) && agree(band.high, row.high, 1e-7))
  }

  /// The exact crossing probability of both boundaries, inverted; between the table's entries.
  @Test(
    "have the exact local levels",
    arguments: [
      (1, 0.05), (2, 0.026533154624439344), (4, 0.01466564524546101), (6, 0.010663642789856924),
      (8, 0.00862922750937659), (12, 0.006538684640566739), (30, 0.0038111801248903576),
      (70, 0.0025437093934048936), (150, 0.0018831336835290799), (300, 0.001492962237924134),
      (1000, 0.0010711115187452822), (3000, 0.0008384690216861593), (7000, 0.0007136667269321967),
      (15_000, 0.0006273336804643296), (30_000, 0.0005639838470480283),
      (300_000, 0.00041867953788702776), (1_000_000, 0.00036755307156823697),
    ])
  func levels(count: Int, expected: Double) {
    #expect(agree(LocalLevel.value(count: count), expected, 3e-4))
    #expect(QuantileBands(count: count).localLevel == LocalLevel.value(count: count))
  }

  @Test("have levels that fall without a jump, to any number of draws")
  func falling() {
    var last = 1.0
    for count in (1...3000).map({ $0 * $0 }) + [1 << 40, 1 << 50, .max] {
      let level = LocalLevel.value(count: count)
      #expect(level < last && level > 0, "\(count)")
      last = level
    }
    let (before, after) = (LocalLevel.value(count: 999_999), LocalLevel.value(count: 1_000_001))
    #expect(agree(before, after, 1e-6))
    #expect(LocalLevel.value(count: 0) == 0.05)
    #expect(LocalLevel.value(count: -4) == 0.05)
  }

  @Test("are symmetric, nested and rise with the rank", arguments: [1, 2, 3, 17, 1000, 1_000_000])
  func shape(count: Int) {
    let bands = QuantileBands(count: count)
    var last = (QuantileBands.Interval(low: 0, high: 0), QuantileBands.Interval(low: 0, high: 0))
    for rank in stride(from: 1, through: count, by: max(1, count / 50)) {
      let (one, all) = (bands.pointwise(rank: rank), bands.simultaneous(rank: rank))
      let mirrored = bands.simultaneous(rank: count + 1 - rank)
      #expect(abs(mirrored.low - (1 - all.high)) < 1e-12)
      #expect(count == 1 || (all.low < one.low && one.high < all.high))
      #expect(0 < one.low && one.low < one.high && one.high < 1)
      #expect(one.contains((Double(rank) - 0.4) / (Double(count) + 0.2)))
      #expect(last.0.low < one.low && last.0.high < one.high)
      #expect(last.1.low < all.low && last.1.high < all.high)
      last = (one, all)
      let place = bands.pointwise(below: rank)
      #expect(place.low == one.low && (rank == count ? place.high == 1 : place.high > one.high))
    }
    #expect(bands.simultaneous(below: 0).low == 0)
    #expect(bands.simultaneous(below: count).high == 1)
  }

  @Test("do not trap on ranks that are none")
  func ranks() {
    let bands = QuantileBands(count: 10)
    for rank in [.min, 0, 11, .max] {
      #expect(bands.pointwise(below: rank).low <= 1)
      #expect(bands.simultaneous(rank: rank).high >= 0)
    }
    #expect(QuantileBands(count: -3).count == 1)
    #expect(QuantileBands(count: .max).simultaneous(rank: 1).low >= 0)
  }

  @Test("hold 95 of 100 honest samples whole")
  func coverage() {
    let (count, samples) = (200, 2000)
    let bands = QuantileBands(count: count)
    let limits = (1...count).map { bands.simultaneous(rank: $0) }
    let all = Sequences.uniform(count * samples)
    let inside = all.blocks(of: count).count { sample in
      zip(sample.sorted(), limits).allSatisfy { $1.contains((Double($0) + 1) / 2 + 0x1p-25) }
    }
    // Four standard errors.
    #expect(abs(Double(inside) / Double(samples) - 0.95) < 0.02)
  }
}

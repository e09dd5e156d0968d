import Initializers
import Scenes
import Statistics
import Testing

@testable import Measurements

@Suite("A sample beside its law")
struct ComparisonTests {
  static let lines = [
    "xavier_uniform", "xavier_normal --shape 3,5", "kaiming_normal --shape 512,1024",
    "trunc_normal", "sparse --sparsity 0.1 --shape 256,64", "normal --mean 1000 --std 0.001",
    "uniform --a 0 --b 1 --shape 1,1", "normal --shape 1,2",
    "trunc_normal --std 0.02 --shape 64,64",
  ]

  static func weights(of measurement: Measurement) throws -> [Double] {
    var stream = measurement.source.weights()
    var weights: [Double] = []
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: 4096) { block in
      while stream.remaining > 0 {
        let count = try stream.next(into: block)
        weights += block[..<count].lazy.map(Double.init)
      }
    }
    if measurement.zeroCount > 0 { weights.removeAll { $0 == 0 } }
    return weights.sorted()
  }

  /// The number of elements of a sorted array below a value.
  static func below(_ value: Double, _ sorted: [Double]) -> Int {
    var (from, to) = (0, sorted.count)
    while from < to {
      let middle = (from + to) / 2
      if sorted[middle] < value { from = middle + 1 } else { to = middle }
    }
    return from
  }

  @Test("deviates as its sorted weights do, and nowhere further than drawn", arguments: lines)
  func deviation(line: String) throws {
    let measurement = try Measurement(of: Tensor(parsing: line))
    let sorted = try Self.weights(of: measurement)
    let law = measurement.law.ofDrawnWeights
    let n = Double(sorted.count)
    let all = try #require(EcdfDeviation(measurement, columns: 100_000))
    #expect(all.points.count == measurement.histogram.cellCount + 1)
    for point in all.points.dropLast() {
      let exact = Double(Self.below(point.x, sorted)) / n - law.distribution(point.x)
      #expect(point.deviation == exact)
    }
    let few = try #require(EcdfDeviation(measurement, columns: 60))
    #expect(few.points.count <= 240 && few.points.count >= 120)
    #expect(zip(few.points, few.points.dropFirst()).allSatisfy { $0.x < $1.x })
    let extremes = { (points: [EcdfDeviation.Point]) in points.map { abs($0.deviation) }.max() }
    #expect(extremes(few.points) == extremes(all.points))
    let supremum = try #require(few.supremum)
    #expect((extremes(few.points) ?? 1) <= supremum.statistic)
    #expect(few.halfWidth == DvoretzkyKieferWolfowitz.halfWidth(count: sorted.count))
    // D is reached where it is said to be.
    let place = supremum.location
    let index = Self.below(supremum.isAbove ? place.nextUp : place, sorted)
    let there = law.distribution(supremum.isAbove ? place : place.nextDown)
    #expect(Double(index) / n - there == supremum.deviation)
    #expect(sorted.contains(place))
  }

  @Test("is shown over a part of its range")
  func part() throws {
    let measurement = try Measurement(of: .first)
    let part = try #require(EcdfDeviation(measurement, from: -0.05, to: 0.1, columns: 10))
    #expect(part.points.count <= 40)
    #expect(part.points.allSatisfy { $0.x >= -0.05 && $0.x <= 0.1 })
    for ends in [(2.0, 3.0), (1, -1), (.nan, 1)] {
      #expect(EcdfDeviation(measurement, from: ends.0, to: ends.1, columns: 0)?.points.count == 0)
    }
    #expect(EcdfDeviation(measurement, columns: -3)?.points.count ?? 9 <= 4)
  }

  @Test("has exact quantiles within ordered limits", arguments: lines)
  func quantiles(line: String) throws {
    let measurement = try Measurement(of: Tensor(parsing: line))
    let sorted = try Self.weights(of: measurement)
    let law = measurement.law.ofDrawnWeights
    let comparison = try #require(QuantileComparison(measurement))
    let points = comparison.points
    #expect(points.first?.kind == .minimum && points.first?.sample == sorted.first)
    #expect(sorted.count == 1 || points.last?.kind == .maximum)
    #expect(sorted.count == 1 || points.last?.sample == sorted.last)
    for point in points where point.kind == .place {
      let below = Double(Self.below(point.sample, sorted))
      #expect(point.probability == below / Double(sorted.count))
    }
    for point in points {
      #expect(point.theory == law.quantile(point.probability))
      #expect(point.difference == point.sample - point.theory)
      #expect(sorted.count == 1 || point.simultaneous.low < point.pointwise.low)
      #expect(point.pointwise.low < 0 && 0 < point.pointwise.high)
      #expect(sorted.count == 1 || point.pointwise.high < point.simultaneous.high)
      #expect(!point.isOutsideSimultaneous || point.isOutsidePointwise)
    }
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.probability < $1.probability })
    if sorted.count > 10_000 { #expect((100...160).contains(points.count)) }
    // As scipy finds it: with seed 0, ranks from 30891 on of 32768 are outside, at F = 0.938.
    let outside = points.filter(\.isOutsideSimultaneous)
    #expect(outside.isEmpty == (line != "trunc_normal"))
    #expect(outside.allSatisfy { $0.probability > 0.94 && $0.probability < 0.97 })
    #expect(comparison.outsideSimultaneous == outside.count)
  }

  @Test("has limits in value that are the law's quantiles at the limits in probability")
  func limits() throws {
    let measurement = try Measurement(of: Tensor(parsing: "kaiming_normal"))
    let comparison = try #require(QuantileComparison(measurement))
    let (law, count) = (measurement.law, measurement.moments.count)
    let bands = QuantileBands(count: count)
    #expect(comparison.localLevel == bands.localLevel)
    for point in comparison.points where point.kind == .place {
      let below = Int((point.probability * Double(count)).rounded())
      let (one, all) = (bands.pointwise(below: below), bands.simultaneous(below: below))
      #expect(point.pointwise.low == law.quantile(one.low) - point.theory)
      #expect(point.simultaneous.high == law.quantile(all.high) - point.theory)
      let reached = law.distribution(point.sample)
      #expect(point.isOutsidePointwise == !one.contains(reached))
      #expect(point.isOutsideSimultaneous == !all.contains(reached))
    }
    let unitFree = comparison.standardized
    #expect(unitFree.points.count == comparison.points.count)
    for (point, original) in zip(unitFree.points, comparison.points) {
      #expect(abs(point.difference - original.difference / law.std) < 1e-12)
      #expect(point.pointwise.high == original.pointwise.high / law.std)
    }
  }

  @Test(
    "leaves the simultaneous limits in no more than 5 of 100 samples",
    arguments: ["xavier_uniform --shape 40,25", "kaiming_normal --shape 10,10", "trunc_normal"])
  func coverage(line: String) throws {
    var tensor = try Tensor(parsing: line)
    var (left, outside, total) = (0, 0, 0)
    for seed in 0..<100 {
      tensor.seed = Seed(UInt64(seed))
      let comparison = try #require(QuantileComparison(Measurement(of: tensor)))
      left += comparison.outsideSimultaneous > 0 ? 1 : 0
      outside += comparison.outsidePointwise
      total += comparison.points.count
    }
    // Not at every rank is there a point; four standard errors above.
    #expect(left <= 13)
    #expect(Double(outside) / Double(total) < 0.08)
  }

  @Test("of another law leaves the limits")
  func another() {
    let judge = QuantileJudge(law: .normal(mean: 0, std: 1), count: 1000)
    #expect(!judge.place(0.07, below: 500).isOutsidePointwise)
    #expect(judge.place(0.1, below: 500).isOutsidePointwise)
    #expect(!judge.place(0.1, below: 500).isOutsideSimultaneous)
    #expect(judge.place(0.2, below: 500).isOutsideSimultaneous)
    #expect(judge.place(-0.2, below: 500).isOutsideSimultaneous)
    #expect(judge.maximum(6).isOutsideSimultaneous && judge.minimum(-6).isOutsideSimultaneous)
    #expect(judge.maximum(1).isOutsideSimultaneous && !judge.maximum(3.2).isOutsidePointwise)
  }

  @Test("stays within the limits on the grid that uniform numbers have")
  func grid() {
    // Of 2²⁴ draws on as many steps most reach the first and the last one.
    let judge = QuantileJudge(law: .uniform(low: 0, high: 1), count: 1 << 24)
    #expect(!judge.minimum(0).isOutsidePointwise)
    #expect(!judge.maximum(1 - 0x1p-24).isOutsidePointwise)
    #expect(judge.minimum(1e-6).isOutsideSimultaneous)
  }

  @Test(
    "is not compared where weights depend on each other or have no density",
    arguments: [
      "orthogonal --shape 16,16", "zeros", "eye --shape 4,4", "dirac --shape 4,4,3",
      "normal --std 0", "xavier_uniform --gain 0", "xavier_normal --shape 0,4",
    ])
  func incomparable(line: String) throws {
    let measurement = try Measurement(of: Tensor(parsing: line))
    #expect(EcdfDeviation(measurement, columns: 10) == nil)
    #expect(QuantileComparison(measurement) == nil)
  }
}

import Initializers
import Testing

/// The law of one weight.
@Suite struct `A law` {
  static let laws: [Law] = [
    .uniform(low: -0.125, high: 0.125), .uniform(low: 0, high: 1), .uniform(low: 3, high: 3.5),
    .uniform(low: -1e-9, high: 2e-9), .uniform(low: -1e30, high: 2e30),
    .normal(mean: 0, std: 1), .normal(mean: 0, std: 0.04419417382415922),
    .normal(mean: -3, std: 0.02), .normal(mean: 1e6, std: 1e-3), .normal(mean: 0, std: 1e30),
  ]

  static func range(_ law: Law) -> (low: Double, high: Double) {
    law.support ?? (law.mean - 9 * law.std, law.mean + 9 * law.std)
  }

  @Test(arguments: laws)
  func `has a density that integrates to its distribution function`(law: Law) {
    let (low, high) = Self.range(law)
    // Simpson's rule, whose error for a smooth function goes with the step's fourth power.
    let count = 4000
    let step = (high - low) / Double(count)
    let slack = 1e-8 + law.density(law.mean) * abs(law.mean).ulp
    var integral = 0.0
    for index in 0..<count / 2 {
      let x = low + Double(2 * index) * step
      let (left, middle, right) = (x, x + step, min(high, x + 2 * step))
      integral +=
        step / 3 * (law.density(left) + 4 * law.density(middle) + law.density(right))
      if index % 100 == 99 { #expect(abs(integral - law.distribution(right)) < slack) }
    }
    #expect(abs(integral - 1) < slack)
  }

  @Test(arguments: laws)
  func `has a quantile that undoes its distribution function`(law: Law) {
    for step in 1..<200 {
      let p = Double(step) / 200
      let x = law.quantile(p)
      // x is only as exact as its own last place allows.
      let slack = law.density(x) * abs(x).ulp + 1e-14
      #expect(abs(law.distribution(x) - p) <= 2 * slack)
    }
    #expect(law.quantile(-0.1).isNaN && law.quantile(1.1).isNaN && law.quantile(.nan).isNaN)
  }

  @Test(arguments: laws)
  func `has the moments of its quantiles`(law: Law) {
    // The mean over equally likely slices, by the midpoint rule.
    let count = 40_000
    let values = (0..<count).map { law.quantile((Double($0) + 0.5) / Double(count)) }
    let mean = values.reduce(0) { $0 + $1 / Double(count) }
    #expect(abs(mean - law.mean) <= 1e-6 * law.std + abs(law.mean).ulp * 100)
    let scaled = values.map { ($0 - law.mean) / law.std }
    let variance = scaled.reduce(0) { $0 + $1 * $1 } / Double(count)
    let fourth = scaled.reduce(0) { $0 + $1 * $1 * $1 * $1 } / Double(count)
    #expect(abs(variance - 1) < 1e-3)
    #expect(abs(fourth - law.kurtosis) < 0.05)
  }

  @Test func `uniform has its closed form`() {
    let law = Law.uniform(low: -1, high: 3)
    #expect(law.mean == 1)
    #expect(law.std == 4 / 12.0.squareRoot())
    #expect(law.kurtosis == 1.8)
    #expect(law.bound == 3)
    #expect(law.density(0) == 0.25 && law.density(-1.1) == 0 && law.density(3.1) == 0)
    #expect(law.distribution(-2) == 0 && law.distribution(0) == 0.25 && law.distribution(9) == 1)
    #expect(law.quantile(0) == -1 && law.quantile(1) == 3)
  }

  @Test func `normal has its closed form`() {
    let law = Law.normal(mean: 2, std: 0.5)
    #expect(law.mean == 2 && law.std == 0.5 && law.kurtosis == 3)
    #expect(law.bound == nil && law.support == nil)
    #expect(abs(law.density(2) - 0.7978845608028654) < 1e-15)
    #expect(law.distribution(2) == 0.5)
    #expect(abs(law.distribution(2.5) - 0.8413447460685429) < 1e-15)
  }

  @Test(arguments: [
    Law.uniform(low: 0.5, high: 0.5), .normal(mean: 0.5, std: 0),
  ])
  func `of one point is a step`(law: Law) {
    #expect(law.isDegenerate)
    #expect(law.distribution(0.4) == 0 && law.distribution(0.5) == 1)
    #expect(law.density(0.5) == 0 && law.quantile(0.3) == 0.5)
    #expect(law.quantile(2).isNaN)
  }

  @Test(arguments: [
    Law.normal(mean: .nan, std: 1), .normal(mean: 0, std: .infinity), .normal(mean: 0, std: .nan),
    .normal(mean: .infinity, std: 1), .uniform(low: .nan, high: .nan),
    .uniform(low: -.infinity, high: .infinity),
  ])
  func `that is not finite has no density to draw`(law: Law) {
    #expect(law.isDegenerate)
    for x in [-1.0, 0, 1, .nan, .infinity, -.infinity] {
      _ = (law.density(x), law.distribution(x), law.quantile(x))
    }
  }
}

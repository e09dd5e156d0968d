import Initializers
import Testing

@Suite("The laws of the other methods, against 30-digit quadrature and scipy")
struct OtherLawTests {
  @Test(
    "moments of cut normal laws",
    arguments: [
      (-2, 2, 0, 0.87962566103423975, 2.3655367171296495),
      (-1, 2, 0.22963717909132897, 0.72094558685904579, 2.2801724579228966),
      (1, 2, 1.3831690466315528, 0.26970889140071243, 2.1748993666482545),
      (3, 50, 3.2830986549304365, 0.26562979272903128, 6.8023845084180574),
      (5, 6, 5.1831470904771735, 0.17161710511625307, 5.4918697912781989),
      (-100, 100, 0, 1, 3),
    ])
  func moments(low: Double, high: Double, mean: Double, std: Double, kurtosis: Double) {
    let law = Law.truncatedNormal(TruncatedNormal(location: 0, scale: 1, low: low, high: high))
    #expect(abs(law.mean - mean) < 1e-13 * max(1, abs(mean)))
    #expect(abs(law.std - std) < 1e-13)
    #expect(abs(law.kurtosis - kurtosis) < 1e-11)
  }

  // mpmath with 40 digits: mean, standard deviation, kurtosis and median of N(0, 1) on [low, high].
  @Test(
    "far tails keep their digits, and their mirror images the same ones",
    arguments: [
      (5, 6, 5.1831470904771735, 0.17161710511625307, 5.4918697912781989, 5.1313717632839192),
      (30, 31, 30.033259667433622, 0.033223056930921969, 8.9475239763525509, 30.023070467827309),
      (38, 39, 38.026279466575869, 0.026261373792439731, 8.9670944677803593, 38.018223745586278),
      (39, 1000, 39.025607419930108, 0.025590677409816339, 8.968744357665431, 39.017757305232351),
      (40, 100, 40.024968847207264, 0.024953323998846101, 8.9702735585368263, 40.017314126764651),
      (50, 51, 50.01998403190564, 0.019976065348408819, 8.9809124890623274, 50.013855486862127),
      (200, 201, 200.00499975003124, 0.0049996250640470749, 8.9988004423054711, 200.00346561924111),
      (1e6, 1e6 + 1, 1_000_000.000001, 9.99999999997e-7, 8.999999999952, 1_000_000.0000006931),
      (
        1, 1.0001, 1.000049999166625, 2.8867513447449257e-5, 1.8000000020001657,
        1.0000499987499375
      ),
    ])
  func farTails(
    low: Double, high: Double, mean: Double, std: Double, kurtosis: Double, median: Double
  ) {
    let above = TruncatedNormal(location: 0, scale: 1, low: low, high: high)
    let below = TruncatedNormal(location: 0, scale: 1, low: -high, high: -low)
    let law = Law.truncatedNormal(above)
    let mirror = Law.truncatedNormal(below)
    #expect(!law.isDegenerate && !mirror.isDegenerate)
    #expect(abs(law.mean - mean) <= 4 * mean.ulp)
    // The ends are no exact decimals, so neither is a narrow law's width.
    #expect(abs(law.std / std - 1) < 1e-11)
    #expect(abs(law.kurtosis - kurtosis) < 1e-9)
    #expect(abs(law.quantile(0.5) - median) <= 4 * median.ulp + 1e-10 * std)
    #expect(below.mean == -above.mean && below.std == above.std)
    #expect(below.kurtosis == above.kurtosis)
    for p in [1e-6, 0.1, 0.5, 0.9] {
      let x = law.quantile(p)
      #expect(abs(law.distribution(x) - p) < 1e-9 + law.density(x) * x.ulp)
      #expect(abs(law.distribution(x) + mirror.distribution(-x) - 1) < 1e-12)
      #expect(law.density(x) == mirror.density(-x))
    }
  }

  @Test("a symmetric law's mean is 0 to the last bit", arguments: [0.02, 0.5, 1, 3, 1e-3, 7.7])
  func symmetric(std: Double) {
    for end in [0.3, 1, 2, 7] {
      let law = Law.truncatedNormal(
        TruncatedNormal(location: 0, scale: std, low: -end, high: end))
      #expect(law.mean == 0 && law.distribution(0) == 0.5)
    }
  }

  @Test("a normal law of endless width, cut, is uniform")
  func flat() {
    for std in [1e20, 1e300, .infinity] {
      let law = Law.truncatedNormal(TruncatedNormal(location: 0, scale: std, low: -2, high: 4))
      #expect(law.mean == 1 && abs(law.std - 3.0.squareRoot()) < 1e-12)
      #expect(law.distribution(2.5) == 0.75 && law.density(0) == 1 / 6.0 && !law.isDegenerate)
    }
  }

  @Test("a bound is the largest |w| that the law allows")
  func bounds() {
    #expect(Law.uniform(low: 0, high: 1).bound == 1)
    #expect(Law.uniform(low: -3, high: 1).bound == 3)
    #expect(Law.sphere(SphereCoordinate(dimension: 5, radius: -2)).bound == 2)
    #expect(
      Law.truncatedNormal(TruncatedNormal(location: 0, scale: 1, low: -2, high: 3)).bound == 3)
    #expect(Law.constant(-0.5).bound == 0.5 && Law.ones(count: 2, of: 4).bound == 1)
    #expect(Law.normal(mean: 0, std: 1).bound == nil)
    #expect(Law.sparse(std: 1, zeros: 1, rows: 4).bound == nil)
  }

  @Test(
    "the ratio of standard deviations at ±kσ",
    arguments: [
      (1, 0.539560093755), (1.5, 0.742646898439), (2.5, 0.954597486345), (3, 0.986578392558),
    ])
  func ratio(k: Double, ratio: Double) {
    let law = TruncatedNormal(location: 0, scale: 0.02, low: -0.02 * k, high: 0.02 * k)
    #expect(abs(Law.truncatedNormal(law).std / 0.02 - ratio) < 1e-12)
  }

  @Test(
    "quantiles of cut normal laws",
    arguments: [
      (-2, 2, 0.1, -1.184032466693905), (1, 2, 0.5, 1.336440347745247),
      (3, 50, 0.9, 3.6425222758316236), (5, 6, 0.5, 5.131371763283919),
    ])
  func quantile(low: Double, high: Double, p: Double, x: Double) {
    let law = Law.truncatedNormal(TruncatedNormal(location: 0, scale: 1, low: low, high: high))
    #expect(abs(law.quantile(p) - x) < 1e-10)
    #expect(abs(law.distribution(law.quantile(p)) - p) < 1e-12)
    #expect(law.distribution(low) == 0 && law.distribution(high) == 1)
  }

  @Test(
    "one coordinate of a point on a sphere",
    arguments: [
      (2, 0.1, 0.53188428042926), (2, 0.7, 0.7468166888933649), (3, 0.3, 0.65),
      (5, 0.7, 0.9392499999999999), (27, 0.1, 0.6936760340755179),
      (256, 0.1, 0.9451250729749521), (256, 0.3, 0.9999995189427271),
    ])
  func sphere(dimension: Int, t: Double, probability: Double) {
    let law = Law.sphere(SphereCoordinate(dimension: dimension, radius: 2))
    #expect(abs(law.distribution(2 * t) - probability) < 1e-12)
    #expect(abs(law.distribution(-2 * t) - (1 - probability)) < 1e-12)
    #expect(abs(law.quantile(probability) - 2 * t) < 1e-6)
    #expect(law.std == 2 / Double(dimension).squareRoot())
  }

  @Test(
    "densities are the slopes of distribution functions",
    arguments: [
      Law.truncatedNormal(TruncatedNormal(location: 0.3, scale: 0.5, low: -0.4, high: 1.1)),
      .truncatedNormal(TruncatedNormal(location: 0, scale: 1, low: 4, high: 9)),
      .sphere(SphereCoordinate(dimension: 3, radius: 1)),
      .sphere(SphereCoordinate(dimension: 64, radius: 1.5)),
      .sparse(std: 0.1, zeros: 3, rows: 10),
    ])
  func slope(law: Law) {
    for p in [0.05, 0.3, 0.5, 0.8, 0.99] {
      let x = law.quantile(p)
      let h = law.std * 1e-4
      let slope = (law.distribution(x + h) - law.distribution(x - h)) / (2 * h)
      #expect(abs(slope - law.density(x)) < 1e-6 * law.density(x))
    }
  }

  @Test("a sparse tensor's standard deviation counts its zeros")
  func sparse() {
    #expect(abs(Law.sparse(std: 0.01, zeros: 64, rows: 256).std - 0.01 * 0.75.squareRoot()) < 1e-17)
  }
}

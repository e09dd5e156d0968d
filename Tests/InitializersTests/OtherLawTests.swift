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

import Mathematics
import TestSupport
import Testing

/// Against values from 60-digit arithmetic (mpmath 1.3), rounded to double.
@Suite struct `The standard normal law` {
  @Test(arguments: [
    (-37.5, 4.605353009581955e-308, 1.7282337322841054e-306),
    (-30, 4.906713927148187e-198, 1.4736461348785476e-196),
    (-20.25, 1.77619986494957e-91, 3.6055338157275847e-90),
    (-12, 1.776482112077679e-33, 2.1463837356630605e-32),
    (-8, 6.220960574271784e-16, 5.052271083536892e-15),
    (-6.5, 4.016000583859118e-11, 2.669556614762852e-10),
    (-5, 2.866515718791939e-07, 1.4867195147342977e-06),
    (-4, 3.1671241833119924e-05, 0.00013383022576488534),
    (-3, 0.0013498980316300946, 0.0044318484119380075),
    (-2.5, 0.006209665325776135, 0.017528300493568537),
    (-2, 0.02275013194817921, 0.05399096651318805),
    (-1.5, 0.06680720126885807, 0.12951759566589172),
    (-1, 0.15865525393145705, 0.24197072451914334),
    (-0.5, 0.3085375387259869, 0.35206532676429947),
    (-0.1, 0.460172162722971, 0.39695254747701175),
    (-1e-05, 0.49999601057719606, 0.39894228038148555),
    (0, 0.5, 0.3989422804014327),
    (1e-05, 0.500003989422804, 0.39894228038148555),
    (0.1, 0.539827837277029, 0.39695254747701175),
    (0.5, 0.6914624612740131, 0.35206532676429947),
    (1, 0.8413447460685429, 0.24197072451914334),
    (1.5, 0.9331927987311419, 0.12951759566589172),
    (2, 0.9772498680518208, 0.05399096651318805),
    (3, 0.9986501019683699, 0.0044318484119380075),
    (4, 0.9999683287581669, 0.00013383022576488534),
    (5, 0.9999997133484281, 1.4867195147342977e-06),
    (6, 0.9999999990134123, 6.075882849823285e-09),
    (8, 0.9999999999999993, 5.052271083536892e-15),
  ])
  func `has exact probabilities and densities, in the tails too`(
    z: Double, probability: Double, density: Double
  ) {
    // z/√2 and z² are rounded before an exponential, which multiplies their error by z².
    let allowed = 4 + z * z
    #expect(ulps(NormalDistribution.distribution(z), probability) <= allowed)
    #expect(ulps(NormalDistribution.density(z), density) <= allowed)
  }

  @Test(arguments: [
    (2.2250738585072014e-308, -37.5193793471445), (1e-300, -37.0470962993612),
    (1e-100, -21.273453560965326), (1e-40, -13.31092137142517), (1e-16, -8.222082216130435),
    (1e-10, -6.361340902404057), (1e-06, -4.753424308822899), (0.001, -3.0902323061678136),
    (0.01, -2.326347874040841), (0.02425, -1.972961051311885), (0.025, -1.9599639845400543),
    (0.05, -1.6448536269514726), (0.1, -1.2815515655446004), (0.25, -0.6744897501960817),
    (0.3, -0.5244005127080408), (0.4, -0.2533471031357997), (0.49, -0.025068908258711057),
    (0.6, 0.2533471031357997), (0.75, 0.6744897501960817), (0.9, 1.2815515655446006),
    (0.95, 1.6448536269514722), (0.975, 1.9599639845400538), (0.97575, 1.972961051311885),
    (0.99, 2.3263478740408408), (0.999, 3.090232306167813), (0.999999, 4.753424308817087),
    (0.9999999999999999, 8.209536151601387),
  ])
  func `has exact quantiles`(p: Double, z: Double) {
    let computed = NormalDistribution.quantile(p)
    // Near the middle p's own rounding counts, not z's.
    #expect(ulps(computed, z) <= 8 || abs(computed - z) <= 2e-16, "\(ulps(computed, z)) ulps")
  }

  @Test func `has quantiles at the ends and none outside`() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(0.5) == 0)
    for p in [-0.1, 1.1, .nan, .infinity, -.infinity] {
      #expect(NormalDistribution.quantile(p).isNaN)
    }
    // The smallest probability there is: −38.467405617144344.
    #expect(abs(NormalDistribution.quantile(.leastNonzeroMagnitude) + 38.467405617144344) < 0.05)
  }

  @Test func `has limits at infinity`() {
    #expect(NormalDistribution.distribution(-.infinity) == 0)
    #expect(NormalDistribution.distribution(.infinity) == 1)
    #expect(NormalDistribution.density(.infinity) == 0)
    #expect(NormalDistribution.distribution(.nan).isNaN)
  }

  @Test func `is undone by its quantile`() {
    for step in -3700...0 {
      let z = Double(step) / 100
      let back = NormalDistribution.quantile(NormalDistribution.distribution(z))
      #expect(abs(back - z) <= 1e-14 * max(1, abs(z)) + 1e-15)
    }
  }

  @Test func `never falls`() {
    var random = SplitMix(seed: 30)
    let points = (0..<4000).map { _ in Double.random(in: -39...9, using: &random) }.sorted()
    let values = points.map(NormalDistribution.distribution)
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(values.allSatisfy { $0 >= 0 && $0 <= 1 })
  }
}

/// The distance in units of the expected value's last place.
private func ulps(_ value: Double, _ expected: Double) -> Double {
  abs(value - expected) / expected.ulp
}

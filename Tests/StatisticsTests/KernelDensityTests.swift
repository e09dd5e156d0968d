import Statistics
import Testing

@Suite struct KernelDensityTests {
  static func histogram(_ values: [Float], _ low: Double, _ high: Double) -> FineHistogram {
    var histogram = FineHistogram(low: low, high: high)
    histogram.add(values.span)
    return histogram
  }

  /// scipy.stats.gaussian_kde of the same values.
  @Test(
    "Densities are scipy's",
    arguments: [
      (
        0.1, 1e-3,
        [
          0.015173622082408014, 0.2628893047667189, 0.35276333680196453, 0.3700332924753997,
          0.0617791221188515,
        ]
      ),
      (
        0.02, 1e-2,
        [
          0.01343702987455849, 0.26538719277629175, 0.36258629154386246, 0.37011560104846786,
          0.06490527128237143,
        ]
      ),
    ])
  func scipy(bandwidth: Double, tolerance: Double, expected: [Double]) throws {
    let histogram = Self.histogram(Sequences.bell(10007), -3, 3)
    let density = try #require(KernelDensity(histogram: histogram, bandwidth: bandwidth))
    for (value, scipy) in zip(density.values(at: [-2.5, -1, 0, 0.3, 2]), expected) {
      #expect(agree(value, scipy, tolerance))
    }
  }

  @Test("At the edge of a uniform law half the truth is read, and all of it when reflected")
  func edge() throws {
    let even = (0..<100_000).map { Float(Double($0) * 2e-5 - 1 + 1e-5) }
    let histogram = Self.histogram(even, -1, 1)
    let plain = try #require(KernelDensity(histogram: histogram, bandwidth: 0.05))
    #expect(agree(plain.value(at: 0), 0.5, 1e-3))
    #expect(agree(plain.value(at: 1), 0.25, 1e-3))
    let reflected = try #require(
      KernelDensity(histogram: histogram, bandwidth: 0.05, lower: -1, upper: 1))
    for point in [-1, -0.97, 0, 0.99, 1] {
      #expect(agree(reflected.value(at: point), 0.5, 1e-3))
    }
    #expect(reflected.value(at: 1.01) == 0 && reflected.value(at: -1.01) == 0)
  }

  @Test("Silverman's bandwidth is the reference's")
  func silverman() throws {
    let bandwidth = try #require(
      KernelDensity.silvermanBandwidth(
        count: 1000, standardDeviation: 0.9998494677726425, interquartileRange: 1.3474077364428032))
    #expect(agree(bandwidth, 0.22603574804851584))
    #expect(
      KernelDensity.silvermanBandwidth(count: 9, standardDeviation: 0, interquartileRange: 0)
        == nil)
    #expect(
      KernelDensity.silvermanBandwidth(count: 9, standardDeviation: .nan, interquartileRange: 1)
        == nil)
  }

  @Test("Densities integrate to one", arguments: [0.003, 0.05, 1, 40])
  func integral(bandwidth: Double) throws {
    let histogram = Self.histogram(Sequences.bell(2000), -3, 3)
    let density = try #require(KernelDensity(histogram: histogram, bandwidth: bandwidth))
    let reach = 3 + 9 * bandwidth
    let count = 40_000
    let step = 2 * reach / Double(count)
    let sum = density.values(at: (0..<count).map { -reach + (Double($0) + 0.5) * step })
      .reduce(0, +)
    #expect(abs(sum * step - 1) < 1e-6)
  }

  @Test("Nothing, no bandwidth and a point mass do not trap")
  func degenerate() throws {
    #expect(KernelDensity(histogram: FineHistogram(low: 0, high: 1), bandwidth: 1) == nil)
    let point = Self.histogram([2, 2], 2, 2)
    #expect(KernelDensity(histogram: point, bandwidth: 0) == nil)
    #expect(KernelDensity(histogram: point, bandwidth: .nan) == nil)
    let density = try #require(KernelDensity(histogram: point, bandwidth: 1))
    #expect(agree(density.value(at: 2), 0.3989422804014327))
    #expect(density.value(at: .nan).isNaN && density.value(at: .infinity) == 0)
    #expect(density.value(at: 1e300) == 0)
  }
}

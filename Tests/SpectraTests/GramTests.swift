import Initializers
import Scenes
import Spectra
import Testing

@Suite("What WWᵀ lacks to a multiple of the identity, and sizes at the ends of float32")
struct GramTests {
  // numpy: medians of 200 simulated matrices.
  @Test(
    "what WWᵀ usually lacks to a multiple of the identity is as simulated",
    arguments: [
      ("normal --shape 256,784", 0.15940438869402207 * 784, 0.03),
      ("normal --shape 512,512", 0.2152119732412604 * 512, 0.05),
      ("uniform --a -1 --b 1 --shape 784,256", 0.15205553828971524 * 784 / 3, 0.03),
      ("sparse --sparsity 0.9 --std 1 --shape 512,512", 0.8171055412761693 * 51.2, 0.1),
    ])
  func usualGramDeviation(line: String, simulated: Double, tolerance: Double) throws {
    let spectrum = try #require(try MatrixMeasurement(line).spectrum)
    let usual = try #require(spectrum.usualGramDeviation)
    #expect(abs(usual / simulated - 1) < tolerance)
    #expect(spectrum.gramDeviation > 0.7 * usual && spectrum.gramDeviation < 1.6 * usual)
  }

  @Test("it is not known where entries have a mean or depend on each other")
  func noUsualGramDeviation() throws {
    for line in ["normal --mean 1", "orthogonal", "eye", "constant --val 2", "normal --std 0"] {
      let spectrum = try #require(try MatrixMeasurement("\(line) --shape 20,30").spectrum)
      #expect(spectrum.usualGramDeviation == nil)
    }
  }

  @Test("weights near the ends of float32 keep their numbers", arguments: [1e-32, 1e34])
  func range(std: Double) throws {
    let spectrum = try #require(
      try MatrixMeasurement("normal --shape 64,32 --std \(std)").spectrum)
    let unit = try #require(try MatrixMeasurement("normal --shape 64,32 --std 1").spectrum)
    #expect(isNear(spectrum.largest / std, unit.largest, 1e-5))
    #expect(isNear(spectrum.gramDeviation / std / std, unit.gramDeviation, 1e-4))
    #expect(
      isNear(
        try #require(spectrum.kolmogorovDistance), try #require(unit.kolmogorovDistance), 1e-3))
    #expect(isNear(spectrum.conditionNumber, unit.conditionNumber, 1e-4))
  }

  @Test("a sum of squares beyond float32 does no harm")
  func overflow() throws {
    let spectrum = try #require(
      try MatrixMeasurement("constant --val 3e38 --shape 64,100").spectrum)
    #expect(isNear(spectrum.largest, 80 * Double(3e38 as Float)))
    #expect(spectrum.gramDeviation.isFinite && spectrum.rank == 1)
  }

  @Test(
    "no method, shape and parameter is a trap",
    arguments: [
      "1", "0", "scalar", "1,1", "2,1", "1,3", "0,3", "3,0", "5,5", "4,2,3", "6,3,2,2", "3,2,1,1,1",
    ])
  func anything(shape: String) throws {
    let options: [[(Parameter, String)]] = [
      [], [(.std, "inf")], [(.std, "1e-45")], [(.std, "1e38")], [(.mean, "nan")],
      [(.mean, "1e30")], [(.val, "inf")], [(.val, "-1e-40")], [(.gain, "nan")], [(.gain, "1e300")],
      [(.gain, "-1")], [(.sparsity, "1")], [(.sparsity, "-0.5")], [(.groups, "-1")],
      [(.groups, "3")], [(.a, "-inf")], [(.a, "1"), (.b, "1")], [(.a, "-1e38"), (.b, "1e38")],
      [(.a, "nan")],
    ]
    let shape = try Shape(parsing: shape)
    for method in Framework.pyTorch.methods {
      for option in options {
        var initializer = Initializer(method)
        for (parameter, text) in option { try? initializer.set(parameter, to: text) }
        let tensor = Tensor(initializer: initializer, shape: shape)
        // What PyTorch refuses is refused here as well.
        guard
          let measurement = try? MatrixMeasurement(
            of: MatrixRequest(tensor: tensor, cellRows: 2, cellColumns: 2))
        else { continue }
        #expect(measurement.isComplete && measurement.outcome != .pending)
        #expect(measurement.scale.unit > 0 && measurement.scale.unit.isFinite)
        #expect(measurement.spectrum?.values.allSatisfy(\.isFinite) != false)
      }
    }
  }
}

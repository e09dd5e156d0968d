import Initializers
import LinearAlgebra
import Spectra
import Testing
import Words

@Suite("A tensor's singular values")
struct SpectrumTests {
  /// numpy.linalg.svd of the tensors that PyTorch 2.13 draws: the first two, that in the middle,
  /// the last two, and the Frobenius norm.
  static let reference: [(line: String, rows: Int, columns: Int, values: [Double], norm: Double)] =
    [
      (
        "xavier_normal --shape 8,5", 8, 5,
        [1.48666902, 1.36030681, 0.949561758, 0.623206415, 0.534650274], 2.374136490199649
      ),
      (
        "xavier_uniform --shape 64,32 --seed 3", 64, 32,
        [1.85803496, 1.73904664, 0.996754823, 0.514408114, 0.443079597], 6.49451802555174
      ),
      (
        "kaiming_normal --shape 16,3,3,3 --seed 1", 16, 27,
        [2.47792513, 2.3628542, 1.25662793, 0.625623926, 0.462434042], 5.787856729461193
      ),
      (
        "normal --shape 40,60 --mean 0.5 --std 0.1 --seed 2", 40, 60,
        [24.684351, 1.34466806, 0.654367493, 0.191075054, 0.169168843], 25.142287976766923
      ),
      (
        "kaiming_uniform --shape 256,784 --a sqrt(5)", 256, 784,
        [0.905844878, 0.886791251, 0.541277902, 0.256621669, 0.249899019], 9.23652844656519
      ),
      (
        "normal --shape 7", 1, 7,
        [3.29028165, 3.29028165, 3.29028165, 3.29028165, 3.29028165], 3.290281650421197
      ),
    ]

  @Test("they are those of PyTorch's tensor by numpy", arguments: reference)
  func values(line: String, rows: Int, columns: Int, values: [Double], norm: Double) throws {
    let measurement = try MatrixMeasurement(line)
    let spectrum = try #require(measurement.spectrum)
    #expect(measurement.rows == rows && measurement.columns == columns)
    #expect(measurement.isComplete && measurement.progress == 1)
    let all = spectrum.values
    let order = min(rows, columns)
    try #require(all.count == order)
    let last = order - 1
    let found = [all[0], all[min(1, last)], all[order / 2], all[max(0, last - 1)], all[last]]
    for (one, other) in zip(found, values) {
      #expect(abs(one - other) < 1e-6 * values[0])
    }
    #expect(all == all.sorted(by: >))
    #expect(spectrum.largest == all[0] && spectrum.smallest == all[last])
    #expect(spectrum.conditionNumber == all[0] / all[last])
    #expect(spectrum.rank == order)
    #expect(isNear(measurement.picture.frobeniusNorm, norm))
    #expect(isNear(all.reduce(0) { $0 + $1 * $1 }.squareRoot(), norm))
  }

  @Test("nn.Linear's default fills the law's interval")
  func linear() throws {
    let measurement = try MatrixMeasurement("kaiming_uniform --shape 256,784 --a sqrt(5)")
    let spectrum = try #require(measurement.spectrum)
    guard case .marchenkoPastur(let law, outlier: nil) = measurement.theory else {
      Issue.record("\(measurement.theory)")
      return
    }
    #expect(abs(law.lower - 0.2474) < 5e-5 && abs(law.upper - 0.9073) < 5e-5)
    #expect(abs(spectrum.smallest - 0.2499) < 5e-5 && abs(spectrum.largest - 0.9058) < 5e-5)
    // By numpy, the law by scipy's quadrature.
    #expect(abs(try #require(spectrum.kolmogorovDistance) - 0.012328398265686769) < 1e-6)
    #expect(abs(spectrum.gramDeviation - 0.053696436463229434) < 1e-6)
    #expect(isNear(spectrum.gramScale, 1.0 / 3))
    #expect(isNear(try #require(spectrum.relativeGramDeviation), 0.161089309, 1e-5))
    #expect(abs(try #require(spectrum.largestScore)) < 2)
  }

  @Test(
    "an orthogonal matrix has one value, its gain",
    arguments: [
      ("orthogonal --shape 64,48 --gain 1.5", 1.5, 48), ("orthogonal --shape 16,3,3,3", 1, 16),
      ("orthogonal --shape 33,33 --gain -2 --seed 9", 2, 33),
      ("orthogonal --shape 5,1 --gain 0", 0, 1),
    ] as [(String, Double, Int)])
  func orthogonal(line: String, gain: Double, count: Int) throws {
    let measurement = try MatrixMeasurement(line)
    let spectrum = try #require(measurement.spectrum)
    guard case .spikes(let spikes) = measurement.theory else {
      Issue.record("\(measurement.theory)")
      return
    }
    #expect(spikes.map(\.value) == [gain] && spikes.map(\.count) == [count])
    #expect(spectrum.values.count == count)
    #expect(spectrum.values.allSatisfy { abs($0 - gain) < 1e-5 })
    #expect(spectrum.gramScale == gain * gain && spectrum.gramDeviation < 1e-5)
    #expect(spectrum.kolmogorovDistance == nil && spectrum.largestScore == nil)
    #expect(gain == 0 ? spectrum.conditionNumber == .infinity : spectrum.conditionNumber < 1.0001)
  }

  @Test(
    "values known exactly come as spikes",
    arguments: [
      ("constant --val 0.5 --shape 8,18", [6, 0], [1, 7]),
      ("constant --val -0.5 --shape 9", [1.5], [1]),
      ("ones --shape 1,1", [1], [1]), ("zeros --shape 4,7", [0], [4]),
      ("normal --mean 0.25 --std 0 --shape 4,4", [1, 0], [1, 3]),
      ("uniform --a 2 --b 2 --shape 3,3", [6, 0], [1, 2]),
      ("eye --shape 4,7", [1], [4]), ("dirac --shape 8,5,3", [1, 0], [5, 3]),
      ("dirac --shape 6,2,3 --groups 3", [Double(3).squareRoot(), 0], [2, 4]),
      ("dirac --shape 6,2,3 --groups 2", [Double(2).squareRoot(), 0], [2, 4]),
      ("normal --std 0 --shape 2,3", [0], [2]),
    ] as [(String, [Double], [Int])])
  func spikes(line: String, values: [Double], counts: [Int]) throws {
    let measurement = try MatrixMeasurement(line)
    let spectrum = try #require(measurement.spectrum)
    guard case .spikes(let spikes) = measurement.theory else {
      Issue.record("\(measurement.theory)")
      return
    }
    #expect(spikes.map(\.value) == values && spikes.map(\.count) == counts)
    let expected = spikes.flatMap { Array(repeating: $0.value, count: $0.count) }
    try #require(spectrum.values.count == expected.count)
    for (one, other) in zip(spectrum.values, expected) {
      #expect(abs(one - other) < 1e-6 * max(1e-30, values[0]))
    }
    #expect(spectrum.rank == spikes.filter { $0.value > 0 }.reduce(0) { $0 + $1.count })
    #expect((spectrum.conditionNumber == .infinity) == (values.last == 0))
  }

  // numpy: means of 60 simulated largest values, their standard deviations.
  @Test(
    "a mean other than 0 puts one value outside",
    arguments: [
      ("normal --mean 0.02 --std 0.05 --shape 300,200", 5.026492315720775, 5.0394, 0.0489),
      ("normal --mean -0.05 --std 0.1 --shape 200,300", 12.451505933018705, 12.4478, 0.0719),
      ("normal --mean 0.1 --std 1 --shape 400,400", 50, 50.03, 0.949),
    ] as [(String, Double, Double, Double)])
  func outlier(line: String, place: Double, simulated: Double, std: Double) throws {
    let measurement = try MatrixMeasurement(line)
    guard case .marchenkoPastur(let law, let found?) = measurement.theory else {
      Issue.record("\(measurement.theory)")
      return
    }
    let outlier = found.value
    #expect(isNear(outlier, place, 1e-9) && outlier > law.upper)
    #expect(abs(outlier - simulated) < 3 * std / 60.0.squareRoot())
    let spectrum = try #require(measurement.spectrum)
    #expect(abs(spectrum.largest - outlier) < 4.5 * std && spectrum.values[1] < law.upper * 1.05)
    #expect(spectrum.largestScore == nil)
  }

  @Test("a mean too small to be seen puts none outside")
  func noOutlier() throws {
    let theory = try MatrixMeasurement("normal --mean 0.01 --std 1 --shape 50,50").theory
    guard case .marchenkoPastur(_, outlier: nil) = theory else {
      Issue.record("\(theory)")
      return
    }
  }

  @Test(
    "sparse and truncated tensors have the law with their own spread",
    arguments: [
      ("sparse --sparsity 0.9 --std 1 --shape 200,100 --seed 4", 0.1.squareRoot(), 8.301350695986),
      ("trunc_normal --shape 30,50 --seed 5", 0.87962566103423978, 9.999989128794),
    ])
  func otherLaws(line: String, std: Double, largest: Double) throws {
    let measurement = try MatrixMeasurement(line)
    guard case .marchenkoPastur(let law, outlier: nil) = measurement.theory else {
      Issue.record("\(measurement.theory)")
      return
    }
    #expect(isNear(law.std, std, 1e-9))
    #expect(isNear(try #require(measurement.spectrum).largest, largest))
  }

  // numpy, 40 to 150 matrices each: with a sparsity of 0.9 the mean score is 3.3 to 4.9 and 55 % to
  // 79 % lie beyond 3, of 0.8 at 64×64 36 %; of 0.2 the mean is 0.1 and hardly any do.
  @Test(
    "the largest value has a score only where its law is known",
    arguments: [
      ("sparse --sparsity 0.8 --shape 64,64", false),
      ("sparse --sparsity 0.9 --shape 256,128", false),
      ("sparse --sparsity 0.95 --shape 400,400", false),
      ("sparse --sparsity 0.2 --shape 256,128", true), ("xavier_uniform --shape 64,64", true),
      ("normal --shape 8,8", true), ("trunc_normal --shape 30,50", true),
    ])
  func knownEdge(line: String, isKnown: Bool) throws {
    let measurement = try MatrixMeasurement(line)
    #expect((measurement.spectrum?.largestScore != nil) == isKnown)
    #expect(measurement.theory.isLaw)
  }

  @Test("a tensor with hardly an entry a column has no theory")
  func tooSparse() throws {
    let line = "sparse --sparsity 0.99 --shape 200,100"
    #expect(try MatrixMeasurement(line).theory == .none)
  }

  @Test("a matrix with fewer than 8 weights in a line has no law, unless none varies")
  func tooSmall() throws {
    for shape in ["7", "7,100", "100,7", "1,1", "scalar"] {
      let matrix = try MatrixMeasurement("normal --shape \(shape)")
      #expect(matrix.theory == .none && matrix.spectrum?.kolmogorovDistance == nil)
      #expect(
        matrix.theory.notes.map { Catalogue.english($0) } == [
          "no law: fewer than 8 weights in a row or column"
        ])
      #expect(try MatrixMeasurement("ones --shape \(shape)").theory != .none)
    }
    #expect(try MatrixMeasurement("normal --shape 8,8").theory.isLaw)
  }

  @Test("the notes say which number each theory is")
  func notes() throws {
    let notes = { (line: String) in
      try MatrixMeasurement(line).theory.notes.map { Catalogue.english($0) }.joined(separator: "\n")
    }
    #expect(try notes("normal --shape 8,9").contains("σ max: Tracy–Widom's mean\nσ min: the edge"))
    #expect(try notes("normal --shape 9,9").contains("σ min: Edelman's median"))
    let outlier = try notes("normal --mean 2 --shape 9,10")
    #expect(outlier.contains("σ max: the outlier") && outlier.contains("θ of the mean alone"))
    #expect(try notes("ones --shape 1,4").contains("1 singular value at 2"))
    #expect(try notes("eye --shape 4,5").contains("4 singular values at 1"))
  }

  @Test(
    "an empty tensor is nothing",
    arguments: ["normal --shape 0", "normal --shape 0,5", "normal --shape 5,0,3"])
  func empty(line: String) throws {
    let measurement = try MatrixMeasurement(line)
    #expect(measurement.outcome == .empty && measurement.isComplete)
    #expect(measurement.rows == 0 && measurement.columns == 0 && measurement.progress == 1)
    #expect(measurement.picture[0, 0] == nil && measurement.theory == .none)
  }

  @Test("a scalar is a matrix of one entry")
  func scalar() throws {
    let measurement = try MatrixMeasurement("constant --val -3 --shape scalar")
    #expect(measurement.rows == 1 && measurement.columns == 1)
    #expect(measurement.spectrum?.values == [3])
  }

  @Test("weights that are not finite have a picture and no values")
  func notFinite() throws {
    for line in ["constant --val nan --shape 3,4", "constant --val inf --shape 3,4"] {
      let measurement = try MatrixMeasurement(line)
      #expect(measurement.outcome == .refused(.notFinite(rows: 3, columns: 4)))
      #expect(measurement.picture[0, 0] != nil && measurement.theory == .none)
    }
  }

  @Test("beyond the limits there is the picture alone")
  func tooLarge() throws {
    let wide = try MatrixMeasurement("uniform --shape 2049,2050")
    #expect(wide.outcome == .tooLarge(.order(2048)) && wide.isComplete)
    let long = try MatrixMeasurement("zeros --shape 2,4194305")
    #expect(long.outcome == .tooLarge(.entries(1 << 23)) && long.isComplete)
    #expect(long.picture[1, 79]?.maximum == 0)
  }
}

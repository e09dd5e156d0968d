import Initializers
import Measurements
import Scenes
import Statistics
import Testing

@Suite("Bins of a measurement")
struct BinCountTests {
  @Test("hold as many weights as numpy.histogram finds", arguments: NumPyHistograms.all)
  func counts(recording: NumPyHistograms.Recording) throws {
    let measurement = try Measurement(of: Tensor(parsing: recording.line))
    let grouped = measurement.histogram.grouped(
      by: recording.cellsPerBin, from: recording.firstCell, count: recording.counts.count)
    #expect(grouped.counts == recording.counts)
    #expect(grouped.total == measurement.moments.count)
  }

  struct Rules: Sendable {
    let line: String
    let counts: [Int]
    let widths: [Double]
  }

  /// numpy.histogram_bin_edges, and the widths its estimators propose.
  static let numpyRules = [
    Rules(
      line: "xavier_uniform --shape 40,25", counts: [11, 10, 10, 32, 11, 20, 12],
      widths: [
        0.05539930497178526, 0.06127465665340425, 0.06208303279504958, 0.019210736473041338,
        0.05539930497178526, 0.030374841392040258, 0.05466008711071647,
      ]),
    Rules(
      line: "xavier_normal --shape 40,25", counts: [28, 28, 21, 32, 11, 20, 13],
      widths: [
        0.0461625773459673, 0.0461625773459673, 0.062958822912999, 0.040244706017193044,
        0.11605639092884563, 0.06363246738910676, 0.10029915674518906,
      ]),
    Rules(
      line: "xavier_uniform", counts: [33, 33, 32, 182, 16, 64, 17],
      widths: [
        0.007762662600725891, 0.007762662600725891, 0.00785807974425564, 0.0013809693149649052,
        0.01562388427555561, 0.0039059710688889035, 0.014812276196075572,
      ]),
    Rules(
      line: "kaiming_normal", counts: [100, 100, 78, 182, 16, 64, 17],
      widths: [
        0.010611037490889432, 0.010611037490889432, 0.013652576577826588, 0.005831403057108375,
        0.06597479432821274, 0.016493698582053188, 0.06474884868053041,
      ]),
  ]

  @Test("are as many and as wide as numpy's rules make them", arguments: numpyRules)
  func rules(_ expected: Rules) throws {
    let measurement = try Measurement(of: Tensor(parsing: expected.line))
    let summary = measurement.summary
    let order: [BinRule] = [
      .automatic, .freedmanDiaconis, .scott, .squareRoot, .sturges, .rice, .doane,
    ]
    for (rule, (count, width)) in zip(order, zip(expected.counts, expected.widths)) {
      #expect(rule.binCount(for: summary) == count, "\(rule.rawValue)")
      // The quartiles are known to a cell.
      let usesQuartiles = rule == .freedmanDiaconis || rule == .automatic
      let cells = 2 * measurement.histogram.grid.cellWidth / summary.interquartileRange
      let tolerance = usesQuartiles ? cells : 1e-9
      #expect(abs(rule.binWidth(for: summary) / width - 1) < tolerance, "\(rule.rawValue)")
    }
  }
}

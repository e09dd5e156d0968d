import Foundation
import Initializers
import MeanField
import Scenes
import TestSupport
import Testing
import Words

@testable import Networks

/// Sentences against the table they are about, over random networks.
///
/// Dead, saturated, chaotic, overflowing, narrow and deep ones; `VERDICT_SCENES` says how many.
@Suite("Words and numbers")
struct WordsAndNumbersTests {
  static let scenes = ProcessInfo.processInfo.environment["VERDICT_SCENES"].flatMap(Int.init) ?? 120

  @Test("Every number of a verdict is a ratio of two numbers of the table")
  func ratios() throws {
    var random = SplitMix(seed: 20_261_125)
    var seen: [String: Int] = [:]
    for scene in 0..<Self.scenes {
      let (line, report) = try Self.network(&random, scene)
      var findings: [String] = []
      if let verdict = report.signalVerdict {
        findings +=
          SaidAgainstTable(
            verdict, report.layers.map(\.preActivations.meanSquare), report.prediction?.lengths,
            report.typicalLengths, last: report.layers.last
          ).findings
        for word in Self.kinds(verdict) { seen[word, default: 0] += 1 }
      } else if report.request.network.depth > 1 {
        findings.append("no verdict")
      }
      if let verdict = report.gradientVerdict {
        findings +=
          SaidAgainstTable(
            verdict, report.layers.compactMap { $0.gradient?.meanSquare }.reversed(),
            report.prediction?.gradients.reversed(), report.typicalGradients?.reversed(), last: nil
          ).findings
      }
      #expect(findings.isEmpty, "\(line), \(report.request.network)")
    }
    // The random networks do come to all ends.
    for kind in ["keeps", "vanishes", "explodes", "settles", "lost", "overflow", "skewed", "flat"] {
      #expect(seen[kind, default: 0] > 0, "\(kind) in \(seen)")
    }
  }

  private static func kinds(_ verdict: Verdict) -> [String] {
    var kinds = [verdict.kind.rawValue]
    if let loss = verdict.loss { kinds.append(loss.isOverflow ? "overflow" : "lost") }
    if case .skewed = verdict.chance { kinds.append("skewed") }
    if verdict.chance == .straying { kinds.append("straying") }
    if verdict.circumstances.flatness != nil { kinds.append("flat") }
    return kinds
  }

  private static func network(
    _ random: inout SplitMix, _ seed: Int
  ) throws -> (String, PropagationReport) {
    let number = { (random: inout SplitMix, low: Double, high: Double) in
      String(format: "%.4g", exp(Double.random(in: log(low)...log(high), using: &random)))
    }
    let gain = number(&random, 0.3, 4)
    let line = [
      "xavier_normal --gain \(gain)", "xavier_uniform --gain \(gain)", "orthogonal --gain \(gain)",
      "kaiming_normal --nonlinearity relu", "kaiming_uniform --a 2.2360679775",
      "normal --std \(number(&random, 1e-3, 1e2))",
      "normal --mean \(number(&random, 1e-3, 1)) --std \(number(&random, 1e-2, 1))",
      "uniform --a -\(number(&random, 1e-2, 1)) --b \(number(&random, 1e-2, 1))",
      "trunc_normal --std \(number(&random, 1e-2, 2))",
      "constant --val \(number(&random, 1e-3, 3))",
      "normal --mean -\(number(&random, 1e-2, 1)) --std 0.1",
      "sparse --sparsity 0.\(random.below(9)) --std \(number(&random, 0.05, 1))", "zeros", "eye",
      "normal --std 1e\(random.below(38))",
    ][random.below(15)]
    let activation = random.pick(
      Activation.allCases + [.relu, .relu, .tanh, .leakyRelu(slope: 0.3)])
    let (width, depth) = random.pick([
      (random.below(64) + 1, random.below(12) + 1), (random.below(24) + 1, random.below(60) + 1),
      (random.below(200) + 1, 2), (40, random.below(25) + 1),
    ])
    let report = try Simulation.report(
      line + " --seed \(seed)", depth: depth, width: width, activation: activation,
      batch: random.below(12) + 1, input: random.below(2) == 0 ? .gaussian : .uniform,
      hasBias: random.below(4) == 0, prefersShortcut: random.below(4) == 0)
    return (line, report)
  }
}

/// A verdict and its sentences, checked against the mean squares it is about.
private struct SaidAgainstTable {
  var findings: [String] = []

  init(
    _ verdict: Verdict, _ own: [Double], _ theory: [Double]?, _ typical: [Double]?,
    last: LayerSignal?
  ) {
    let sentence = verdict.description
    func factor(_ values: [Double]?) -> Double? {
      values.flatMap { values in
        values.first.flatMap { first in values.last.map { ($0 / first).squareRoot() } }
      }
    }
    func expect(_ condition: Bool, _ finding: String) {
      if !condition { findings.append("\(finding): \(sentence)") }
    }
    func agree(_ said: Double?, _ number: Double?, _ finding: String) {
      guard let said else { return }
      // Three digits of a factor; mean squares near the end of Double have less.
      let isNear = number.map { abs(said / $0 - 1) < 0.0051 || $0.isSubnormal } ?? false
      expect(isNear, "\(finding) \(said), table \(number.map { "\($0)" } ?? "none")")
    }
    expect(!sentence.contains("nan") && !sentence.contains("inf"), "no number")
    let isSignal = verdict.subject == .signal
    let count = own.count
    if let place = own.firstIndex(where: { !($0 > 0 && $0.isFinite) }) {
      let layer = isSignal ? place + 1 : count - place
      expect(
        sentence.hasSuffix(
          own[place] == 0 ? ": 0 at layer \(layer)" : ": not finite at layer \(layer)"),
        "lost at \(layer)")
      expect(
        verdict.change == nil && verdict.kind == (own[place] == 0 ? .vanishes : .explodes), "loss")
      return
    }
    guard let total = factor(own), let change = verdict.change else {
      expect(false, "no change")
      return
    }
    let range = own.map { abs($0) }
    // The quotient itself is no double where a network runs through all magnitudes there are.
    guard (range.max() ?? 1) / (range.min() ?? 1) < 1e300, total > 1e-150 else { return }
    expect(abs(change.total / total - 1) < 1e-9, "total")
    expect(abs(pow(change.perLayer, Double(count - 1)) / total - 1) < 1e-9, "rate")
    // What is printed.
    let (ofLayers, chance) = Self.split(sentence)
    let span = isSignal ? "from layer 1 to \(count)" : "from layer \(count) to 1"
    let expected = factor(theory?.prefix(count).map(\.self))
    let rate = pow(total, 1 / Double(count - 1))
    let expectedRate = expected.map { pow($0, 1 / Double(count - 1)) }
    if verdict.kind == .settles {
      agree(SaidNumber.after("at rms ", in: sentence), own.last?.squareRoot(), "rms")
      agree(
        SaidNumber.after(" before, ", in: sentence), last?.postActivations.rootMeanSquare, "after")
      agree(SaidNumber.after("(theory ", in: sentence), theory?[count - 1].squareRoot(), "theory")
    } else {
      let numbers = SaidNumber.all(in: ofLayers.replacing(span, with: ""))
      expect(ofLayers.contains(span), "span")
      let hasRate = ofLayers.contains(" a layer,")
      expect(!hasRate || count > 2, "a rate of one step")
      agree(numbers.last, total, "total")
      if hasRate { agree(numbers.first, rate, "rate") }
      expect(numbers.count == (hasRate ? 2 : 1), "numbers")
      let told = sentence.components(separatedBy: "(theory ").dropFirst().map {
        SaidNumber.value(String($0.prefix { $0 != ")" }))
      }
      agree(told.last ?? nil, expected, "theory")
      if hasRate { agree(told.first ?? nil, expectedRate, "theory") }
      expect(told.isEmpty || told.count == (hasRate ? 2 : 1), "theory")
    }
    agree(SaidNumber.after("theory has × ", in: chance), expected, "theory")
    agree(SaidNumber.after("networks has × ", in: chance), expected, "mean")
    if chance.contains("over networks keeps") {
      expect(abs((expected ?? 0) - 1) < 0.06, "mean keeps")
    }
    agree(
      SaidNumber.after("typical network has × ", in: chance),
      factor(typical?.prefix(count).map(\.self)),
      "typical")
    if let share = sentence.range(of: #"\d+ %"#, options: .regularExpression) {
      let percent = Double(sentence[share].dropLast(2)) ?? .nan
      expect(abs(percent - 100 * (last?.flatFraction ?? .nan)) <= 0.5001, "flat")
    }
    // What is said of them.
    switch verdict.kind {
    case .vanishes: expect(total < 1, "vanishes")
    case .explodes: expect(total > 1, "explodes")
    case .keeps: expect(abs(log(total)) <= log(6) / 2 + 1e-9, "keeps")
    case .settles: break
    }
    let isEnd = ["vanish", "explode"].contains { sentence.contains($0) }
    expect(!isEnd || abs(log(total)) >= log(100), "no end yet")
    for detail in Verdict.Detail.allCases.dropFirst() {
      let said = Catalogue.english(verdict.phrase(detail))
      expect(said.count <= sentence.count, "longer: \(said)")
      for number in SaidNumber.all(in: said.replacing(/\d+ %/, with: "")) {
        let known = [
          total, rate, expected, expectedRate, factor(typical?.prefix(count).map(\.self)),
          own.last?.squareRoot(), theory?[count - 1].squareRoot(),
        ]
        expect(
          known.contains { $0.map { abs(number / $0 - 1) < 0.0051 || $0.isSubnormal } ?? false },
          "\(number) in \(said)")
      }
    }
  }

  private static func split(_ sentence: String) -> (String, String) {
    let parts = sentence.components(separatedBy: "; ")
    let own = (parts.first ?? "").replacing(#/ \(theory [^)]*\)/#, with: "")
    return (
      own.components(separatedBy: ", but ").first ?? "", parts.dropFirst().joined(separator: "; ")
    )
  }
}

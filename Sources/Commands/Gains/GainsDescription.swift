internal import MeanField
internal import Networks
internal import Readings
internal import Screen
internal import Words

/// The gains of an activation as the commands print them.
struct GainsDescription: Encodable {
  let activation: String
  /// 1/√(E f²), which keeps the mean square 1.
  let forward: Double
  /// 1/√(E f′²), which keeps that of gradients where q = 1.
  let backward: Double
  /// 1/√(Var f), with which g·f(z) has variance 1 where q = 1.
  let std: Double
  /// What `torch.nn.init.calculate_gain` returns; null where it knows no gain.
  let pytorch: Nullable<Double>
  let pytorchKind: Nullable<String>
  let chiParallel: Double
  let chiPerpendicular: Double
  let stability: String
  /// What each gain keeps, and what becomes of deep layers that have it.
  let words: Words
  let critical: Nullable<Critical>

  struct Words: Encodable {
    let forward: Sentences
    let backward: Sentences
    let std: Sentences
  }

  struct Sentences: Encodable {
    let keeps: String
    let asGain: String

    init(_ gains: Gains, _ kind: GainKind, in words: Catalogue) {
      keeps = words(gains.phrase(kind))
      asGain = words(gains.use(kind).phrase)
    }
  }

  struct Critical: Encodable {
    let biasVariance: Double
    let weightVariance: Double
    let length: Double
  }

  /// Makes them with sentences of a catalogue.
  init(_ activation: Activation, in catalogue: Catalogue) {
    let gains = Gains(activation)
    self.activation = activation.description
    let readings = GainReadings(gains)
    func number(_ name: GainName) -> Double { readings[name].theory ?? .nan }
    (forward, backward, std) = (number(.forward), number(.backward), number(.std))
    (chiParallel, chiPerpendicular) = (number(.parallel), number(.perpendicular))
    stability = catalogue(gains.stabilityPhrase)
    words = Words(
      forward: Sentences(gains, .forward, in: catalogue),
      backward: Sentences(gains, .backward, in: catalogue),
      std: Sentences(gains, .standardDeviation, in: catalogue))
    pytorch = Nullable(readings[.pyTorch].theory)
    pytorchKind = Nullable(activation.pyTorchGainKind.map { catalogue($0) })
    critical = Nullable(
      readings[.criticalBiasVariance].theory.map {
        Critical(
          biasVariance: $0, weightVariance: number(.criticalWeightVariance),
          length: number(.criticalLength))
      })
  }

  /// The gains of one activation in sentences.
  func text(in catalogue: Catalogue) -> String {
    func line(_ name: String, _ value: Double, _ words: String) -> String {
      let padding = String(repeating: " ", count: max(1, 10 - TextWidth.columns(of: name)))
      return "\(name)\(padding)\(Self.number(value))  \(words)"
    }
    var lines = [activation, ""]
    for (name, gain, formula, sentences) in [
      (catalogue(Phrase("gains.forward")), forward, "1/√(E f²)", words.forward),
      (catalogue(Phrase("gains.backward")), backward, "1/√(E f′²)", words.backward),
      ("std", std, "1/√(Var f)", words.std),
    ] {
      let what = Phrase(
        "describe.next", ["first": .text(formula), "next": .text(sentences.keeps)])
      lines.append(line(name, gain, catalogue(what)))
      let asGain = Phrase("gains.text.as-gain", ["use": .text(sentences.asGain)])
      lines.append("          \(catalogue(asGain))")
    }
    if let gain = pytorch.value, let words = pytorchKind.value {
      lines.append(line("PyTorch", gain, words))
    } else {
      lines.append("PyTorch   \(catalogue(Phrase("gains.text.none")))")
    }
    lines.append("")
    lines.append(catalogue(Phrase("gains.text.stability", ["stability": .text(stability)])))
    if let critical = critical.value {
      let phrase = Phrase(
        "gains.text.critical",
        [
          "bias": .text(Self.number(critical.biasVariance)),
          "weight": .text(Self.number(critical.weightVariance)),
          "length": .text(Self.number(critical.length)),
        ])
      lines.append(catalogue(phrase))
    }
    lines.append(catalogue(Phrase("gains.text.meaning")))
    lines.append(
      "initscope propagate xavier_normal --gain \(Self.number(forward)) --activation \(activation)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The gains of several activations, a line each.
  static func table(_ all: [GainsDescription], in catalogue: Catalogue) -> String {
    func row(_ words: [String]) -> String {
      words.enumerated().map { index, word in
        index == 0
          ? word + String(repeating: " ", count: max(1, 12 - TextWidth.columns(of: word)))
          : String(repeating: " ", count: max(1, 13 - TextWidth.columns(of: word))) + word
      }.joined() + "\n"
    }
    let titles = [
      Phrase("gains.table.activation"), Phrase("gains.forward"), Phrase("gains.backward"),
      .verbatim("std"), .verbatim("PyTorch"), Phrase("gains.table.parallel"),
    ]
    return row(titles.map { catalogue($0) })
      + all.map { gains in
        row([
          gains.activation, number(gains.forward), number(gains.backward), number(gains.std),
          gains.pytorch.value.map(number) ?? catalogue(Phrase("gains.none")),
          number(gains.chiParallel),
        ])
      }.joined()
      + "\n\(catalogue(Phrase("gains.table.meaning")))\n"
  }

  private static func number(_ value: Double) -> String { Numeral.general(value, digits: 9) }
}

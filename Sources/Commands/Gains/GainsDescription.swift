internal import Initializers
internal import MeanField
internal import Networks
internal import Readings
internal import Scenes

/// The gains of an activation as the commands print them.
struct GainsDescription: Encodable {
  let activation: String
  /// 1/√E f², which keeps the mean square 1.
  let forward: Double
  /// 1/√E f′², which keeps that of gradients where q = 1.
  let backward: Double
  /// 1/√Var f, with which g·f(z) has variance 1 where q = 1.
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

    init(_ gains: Gains, _ kind: GainKind) {
      keeps = gains.words(kind)
      asGain = gains.use(kind).words
    }
  }

  struct Critical: Encodable {
    let biasVariance: Double
    let weightVariance: Double
    let length: Double
  }

  init(_ activation: Activation) {
    let gains = Gains(activation)
    self.activation = activation.description
    let readings = GainReadings(gains)
    func number(_ name: GainName) -> Double { readings[name].theory ?? .nan }
    (forward, backward, std) = (number(.forward), number(.backward), number(.std))
    (chiParallel, chiPerpendicular) = (number(.parallel), number(.perpendicular))
    stability = gains.stabilityWords
    words = Words(
      forward: Sentences(gains, .forward), backward: Sentences(gains, .backward),
      std: Sentences(gains, .standardDeviation))
    pytorch = Nullable(readings[.pyTorch].theory)
    pytorchKind = Nullable(activation.pyTorchGainKind)
    critical = Nullable(
      readings[.criticalBiasVariance].theory.map {
        Critical(
          biasVariance: $0, weightVariance: number(.criticalWeightVariance),
          length: number(.criticalLength))
      })
  }

  /// The gains of one activation in sentences.
  var text: String {
    func line(_ name: String, _ value: Double, _ words: String) -> String {
      let padding = String(repeating: " ", count: max(1, 10 - name.count))
      return "\(name)\(padding)\(Self.number(value))  \(words)"
    }
    var lines = [activation, ""]
    for (name, gain, formula, sentences) in [
      ("forward", forward, "1/√E f²", words.forward),
      ("backward", backward, "1/√E f′²", words.backward),
      ("std", std, "1/√Var f", words.std),
    ] {
      lines.append(line(name, gain, "\(formula), \(sentences.keeps)"))
      lines.append("          as --gain: \(sentences.asGain)")
    }
    if let gain = pytorch.value, let words = pytorchKind.value {
      lines.append(line("PyTorch", gain, words))
    } else {
      lines.append("PyTorch   none: calculate_gain knows no gain for it")
    }
    lines.append("")
    lines.append("The forward gain is \(stability).")
    if let critical = critical.value {
      lines.append(
        "Critical with a bias: Var b = \(Self.number(critical.biasVariance)),"
          + " fan_in·Var W = \(Self.number(critical.weightVariance)),"
          + " at mean square \(Self.number(critical.length)); no option here sets that bias.")
    }
    lines.append(
      "As --gain: in deep square layers without bias, on inputs of mean square 1; q is the mean"
        + " square\nbefore the activation. See for yourself:")
    lines.append(
      "initscope propagate xavier_normal --gain \(Self.number(forward)) --activation \(activation)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The gains of several activations, a line each.
  static func table(_ all: [GainsDescription]) -> String {
    func row(_ words: [String]) -> String {
      words.enumerated().map { index, word in
        index == 0
          ? word + String(repeating: " ", count: max(1, 12 - word.count))
          : String(repeating: " ", count: max(1, 13 - word.count)) + word
      }.joined() + "\n"
    }
    return row(["activation", "forward", "backward", "std", "PyTorch", "χ‖ forward"])
      + all.map { gains in
        row([
          gains.activation, number(gains.forward), number(gains.backward), number(gains.std),
          gains.pytorch.value.map(number) ?? "none", number(gains.chiParallel),
        ])
      }.joined()
      + "\nAll of them where q, the mean square before the activation, is 1: forward 1/√E f² keeps"
      + " q,\nbackward 1/√E f′² keeps the mean square of gradients, with std 1/√Var f g·f(z) has"
      + " variance 1.\nOnly linear, relu and leaky_relu keep either at every q; where χ‖ exceeds 1"
      + " most networks leave\nq = 1. 'initscope gains NAME' says what each does as --gain.\n"
  }

  private static func number(_ value: Double) -> String { Numeral.general(value, digits: 9) }
}

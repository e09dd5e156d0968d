internal import Initializers
internal import MeanField
internal import Scenes

/// The gains of an activation as the commands print them.
struct GainsDescription: Encodable {
  let activation: String
  /// 1/√E f², which keeps the mean square.
  let forward: Double
  /// 1/√E f′², which keeps that of gradients.
  let backward: Double
  /// 1/√Var f, which gives the output variance 1.
  let std: Double
  /// What `torch.nn.init.calculate_gain` returns; null where it knows no gain.
  let pytorch: Nullable<Double>
  let pytorchKind: Nullable<String>
  let chiParallel: Double
  let chiPerpendicular: Double
  let stability: String
  let critical: Nullable<Critical>

  struct Critical: Encodable {
    let biasVariance: Double
    let weightVariance: Double
    let length: Double
  }

  init(_ activation: Activation) {
    let gains = Gains(activation)
    self.activation = activation.description
    (forward, backward, std) = (gains.forward, gains.backward, gains.standardDeviation)
    chiParallel = gains.parallelSusceptibility
    chiPerpendicular = gains.perpendicularSusceptibility
    stability = gains.stabilityWords
    pytorch = Nullable(activation.pyTorchGain)
    pytorchKind = Nullable(activation.pyTorchGainKind)
    critical = Nullable(
      gains.criticalPoint.map {
        Critical(
          biasVariance: $0.biasVariance, weightVariance: $0.weightVariance, length: $0.length)
      })
  }

  /// The gains of one activation in sentences.
  var text: String {
    func line(_ name: String, _ value: Double, _ words: String) -> String {
      let padding = String(repeating: " ", count: max(1, 10 - name.count))
      return "\(name)\(padding)\(Self.number(value))  \(words)"
    }
    var lines = [
      activation, "",
      line("forward", forward, "1/√E f², " + GainKind.forward.words),
      line("backward", backward, "1/√E f′², " + GainKind.backward.words),
      line("std", std, "1/√Var f, " + GainKind.standardDeviation.words),
    ]
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
          + " at mean square \(Self.number(critical.length)).")
    }
    lines.append("Use it as a number: --gain \(Self.number(forward))")
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
      + "\nforward 1/√E f² keeps the mean square, backward 1/√E f′² that of gradients,"
      + " std 1/√Var f gives\nthe output variance 1; where χ‖ exceeds 1 the forward gain is"
      + " unstable. 'initscope gains NAME' says more.\n"
  }

  private static func number(_ value: Double) -> String { Numeral.general(value, digits: 9) }
}

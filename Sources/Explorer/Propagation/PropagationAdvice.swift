internal import Initializers
internal import MeanField
internal import Networks
internal import Scenes

/// What a signal through depth means, in words and equations.
struct PropagationAdvice {
  /// What becomes of the signal; nil until there are two layers.
  let signal: Judgement?
  /// What becomes of the gradients; nil until they have come back.
  let gradients: Judgement?
  /// The theory in two words.
  let title: String
  let formulas: [Formula]
  let notes: [String]

  /// Judges a report.
  init(_ report: PropagationReport) {
    let prediction = report.prediction
    let isSingle = report.request.network.depth == 1 && report.layers.count == 1
    signal =
      isSingle ? .words("a single layer") : report.signalVerdict.map(Judgement.verdict)
    gradients =
      isSingle
      ? .words("gradients start there")
      : report.isShortcut
        ? .words("gradients need matrices") : report.gradientVerdict.map(Judgement.verdict)
    let network = report.request.network
    guard let prediction else {
      title = "none"
      formulas = []
      notes =
        Self.mismatch(report)
        + ["mean-field theory is about weights that vary independently around 0"]
      return
    }
    title = prediction.fixedPoint == nil ? "mean field" : "fixed point"
    formulas = Self.formulas(prediction, report, network)
    notes =
      Self.mismatch(report) + Self.notes(prediction, network)
      + [report.fansText].compactMap(\.self)
  }

  private static func formulas(
    _ prediction: Prediction, _ report: PropagationReport, _ network: Network
  ) -> [Formula] {
    let (map, width) = (prediction.map, Term.named("n", .count(network.width)))
    let q = prediction.lengths.last ?? .nan
    let std = report.recipe.law.std
    let weights = Term.named("σw²", .number(map.weightVariance))
    let bias = Term.named("σb²", .number(map.biasVariance))
    let slopes = Term.named("E f′²", .number(map.activation.derivativeSecondMoment(q)))
    var formulas = [
      Formula("σw²", width * .named("Var W", .number(std * std)), result: map.weightVariance)
    ]
    if map.biasVariance > 0 {
      formulas.append(Formula("σb²", 1 / (3 * width), result: map.biasVariance))
    }
    formulas.append(
      Formula("χ⊥", weights * slopes, result: prediction.perpendicularSusceptibility))
    if let point = prediction.fixedPoint {
      let kept = weights * .named("E f²", .number(map.activation.secondMoment(point)))
      formulas.append(Formula("q*", map.biasVariance > 0 ? kept + bias : kept, result: point))
    }
    return formulas
  }

  // A gain of one activation does not put that activation between the layers.
  private static func mismatch(_ report: PropagationReport) -> [String] {
    let (tensor, network) = (report.request.tensor, report.request.network)
    guard let name = tensor.activationOfGain(besides: network.activation) else { return [] }
    return ["gain of \(name), but \(network.activation.name) in the layers"]
  }

  // The σw, which a gain is on square layers, that would keep the signal, and what kind of gain it is.
  private static func notes(_ prediction: Prediction, _ network: Network) -> [String] {
    let (activation, gains) = (network.activation, Gains(network.activation))
    let present = Numeral.typeset(prediction.map.weightVariance.squareRoot())
    let (forward, backward) = (Numeral.typeset(gains.forward), Numeral.typeset(gains.backward))
    let start = "σw is \(present); \(activation.name) keeps q"
    var notes: [String]
    if gains.stability == .neutral {
      notes = ["\(start) with \(forward) = 1/√E f², gradients with \(backward) = 1/√E f′²"]
    } else {
      notes = ["\(start) = 1 with \(forward) = 1/√E f²"]
      if gains.stability == .unstable {
        notes[0] += ", unstably: χ‖ \(Numeral.typeset(gains.parallelSusceptibility))"
      }
      notes.append("\(backward) = 1/√E f′² keeps gradients at q = 1 only")
    }
    if let gain = activation.pyTorchGain, let kind = activation.pyTorchGainKind {
      notes.append("PyTorch's: \(Numeral.typeset(gain)), \(kind)")
    } else {
      notes.append("PyTorch has no gain for it")
    }
    return notes
  }
}

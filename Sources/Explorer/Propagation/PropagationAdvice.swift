internal import Initializers
internal import MeanField
internal import Propagation
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
      notes = ["mean-field theory is about weights that vary independently around 0"]
      return
    }
    title = prediction.fixedPoint == nil ? "mean field" : "fixed point"
    formulas = Self.formulas(prediction, report, network)
    notes = Self.notes(prediction, network) + [report.fansText].compactMap(\.self)
  }

  private static func formulas(
    _ prediction: Prediction, _ report: PropagationReport, _ network: Network
  ) -> [Formula] {
    let variance = Numeral.typeset(report.recipe.law.std * report.recipe.law.std)
    let weights = Numeral.typeset(prediction.map.weightVariance)
    let bias = prediction.map.biasVariance
    let q = prediction.lengths.last ?? .nan
    let slopes = Numeral.typeset(prediction.map.activation.derivativeSecondMoment(q))
    var formulas = [
      Formula(
        name: "σw²", symbolic: "n·Var W", substituted: "\(network.width)·\(variance)",
        result: prediction.map.weightVariance),
      Formula(
        name: "χ⊥", symbolic: "σw²·E f′²", substituted: "\(weights)·\(slopes)",
        result: prediction.perpendicularSusceptibility),
    ]
    if bias > 0 {
      formulas.insert(
        Formula(
          name: "σb²", symbolic: "1/(3n)", substituted: "1/(3·\(network.width))", result: bias),
        at: 1)
    }
    if let point = prediction.fixedPoint {
      let squares = Numeral.typeset(prediction.map.activation.secondMoment(point))
      let sum = bias > 0 ? "+σb²" : ""
      formulas.append(
        Formula(
          name: "q*", symbolic: "σw²·E f²\(sum)",
          substituted: "\(weights)·\(squares)" + (bias > 0 ? "+\(Numeral.typeset(bias))" : ""),
          result: point))
    }
    return formulas
  }

  // The σw, which a gain is on square layers, that would keep the signal, and what kind of gain it is.
  private static func notes(_ prediction: Prediction, _ network: Network) -> [String] {
    let (activation, gains) = (network.activation, Gains(network.activation))
    let present = Numeral.typeset(prediction.map.weightVariance.squareRoot())
    let (forward, backward) = (Numeral.typeset(gains.forward), Numeral.typeset(gains.backward))
    var notes: [String]
    if gains.stability == .neutral {
      notes = [
        "σw is \(present); \(activation.name) keeps q with",
        " \(forward) = 1/√E f², gradients with", " \(backward) = 1/√E f′²",
      ]
    } else {
      notes = ["σw is \(present); \(activation.name) keeps q = 1 with", " \(forward) = 1/√E f²"]
      if gains.stability == .unstable {
        notes[1] += ", unstably: χ‖ \(Numeral.typeset(gains.parallelSusceptibility))"
      }
      notes.append(" \(backward) = 1/√E f′² keeps gradients at q = 1 only")
    }
    if let gain = activation.pyTorchGain, let kind = activation.pyTorchGainKind {
      notes.append("PyTorch's: \(Numeral.typeset(gain)), \(kind)")
    } else {
      notes.append("PyTorch has no gain for it")
    }
    return notes
  }
}

internal import Initializers
internal import MeanField
internal import Networks
internal import Words

/// What a signal through depth means, in words and equations.
struct PropagationAdvice {
  /// What becomes of the signal; nil until there are two layers.
  let signal: Judgement?
  /// What becomes of the gradients; nil until they have come back.
  let gradients: Judgement?
  /// Why, from the fullest sentence to the shortest.
  let reasons: (signal: [Phrase], gradients: [Phrase])
  /// The theory in two words.
  let title: Phrase
  let formulas: [Formula]
  let notes: [Phrase]

  /// Judges a report.
  init(_ report: PropagationReport) {
    let prediction = report.prediction
    let isSingle = report.request.network.depth == 1 && report.layers.count == 1
    signal =
      isSingle
      ? .words(Phrase("signal.single"))
      : report.signalVerdict.map {
        .verdict($0, isInterim: report.layers.count < report.request.network.depth)
      }
    gradients =
      isSingle
      ? .words(Phrase("signal.gradients-start"))
      : report.isShortcut
        ? .words(Phrase("signal.gradients-need"))
        : report.gradientVerdict.map { .verdict($0, isInterim: false) }
    reasons = (
      Reason.Detail.allCases.compactMap { report.signalReason($0) },
      Reason.Detail.allCases.compactMap { report.gradientReason($0) }
    )
    let network = report.request.network
    guard let prediction else {
      title = Phrase("theory.none")
      formulas = []
      notes = Self.mismatch(report) + [Phrase("theory.needs-independence")]
      return
    }
    title =
      prediction.fixedPoint == nil ? Phrase("theory.mean-field") : Phrase("theory.fixed-point")
    formulas = Self.formulas(prediction, report, network)
    notes =
      Self.mismatch(report) + Self.notes(prediction, network)
      + [report.fansPhrase].compactMap(\.self)
  }

  private static func formulas(
    _ prediction: Prediction, _ report: PropagationReport, _ network: Network
  ) -> [Formula] {
    let (map, fan) = (prediction.map, Term.named("n", .count(network.layer.fan)))
    let q = prediction.lengths.last ?? .nan
    let std = report.recipe.law.std
    let weights = Term.named("σw²", .number(map.weightVariance))
    let bias = Term.named("σb²", .number(map.biasVariance))
    let slopes = Term.named("E f′²", .number(map.activation.derivativeSecondMoment(q)))
    var formulas = [
      Formula("σw²", fan * .named("Var W", .number(std * std)), result: map.weightVariance)
    ]
    if map.biasVariance > 0 {
      formulas.append(Formula("σb²", 1 / (3 * fan), result: map.biasVariance))
    }
    formulas.append(Formula("χ⊥", weights * slopes, result: prediction.perpendicularSusceptibility))
    if let point = prediction.fixedPoint {
      let kept = weights * .named("E f²", .number(map.activation.secondMoment(point)))
      formulas.append(Formula("q*", map.biasVariance > 0 ? kept + bias : kept, result: point))
    }
    return formulas
  }

  // A gain of one activation does not put that activation between the layers.
  private static func mismatch(_ report: PropagationReport) -> [Phrase] {
    let (tensor, network) = (report.request.tensor, report.request.network)
    guard let name = tensor.activationOfGain(besides: network.activation) else { return [] }
    return [
      Phrase(
        "theory.mismatch", ["gain": .text(name), "activation": .text(network.activation.name)])
    ]
  }

  // The σw, which a gain is on square layers, that would keep the signal, and what kind of gain it is.
  private static func notes(_ prediction: Prediction, _ network: Network) -> [Phrase] {
    let (activation, gains) = (network.activation, Gains(network.activation))
    func number(_ value: Double) -> Phrase.Part { .text(Numeral.typeset(value)) }
    let present = number(prediction.map.weightVariance.squareRoot())
    let (forward, backward) = (number(gains.forward), number(gains.backward))
    let name = Phrase.Part.text(activation.name)
    var notes: [Phrase]
    if gains.stability == .neutral {
      notes = [
        Phrase(
          "theory.keeps-both",
          ["present": present, "activation": name, "forward": forward, "backward": backward])
      ]
    } else {
      let keeps = Phrase(
        "theory.keeps", ["present": present, "activation": name, "forward": forward])
      notes = [
        gains.stability == .unstable
          ? Phrase(
            "theory.unstably",
            ["keeps": .phrase(keeps), "chi": number(gains.parallelSusceptibility)])
          : keeps, Phrase("theory.keeps-gradients", ["backward": backward]),
      ]
    }
    if let gain = activation.pyTorchGain, let kind = activation.pyTorchGainKind {
      notes.append(Phrase("theory.pytorch", ["gain": number(gain), "kind": .phrase(kind)]))
    } else {
      notes.append(Phrase("theory.pytorch.none"))
    }
    return notes
  }
}

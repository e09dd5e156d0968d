internal import Initializers
internal import MeanField
internal import Networks
internal import Readings
internal import Screen
internal import Words

/// What `propagate` prints for people: a line a layer, and the verdict.
struct PropagationText {
  let text: String

  init(_ report: PropagationReport) {
    let network = report.request.network
    let layers = Phrase(
      "verdict.layers-of", count: network.depth, ["shape": .text(report.layerText)])
    let inputs =
      report.isShortcut
      ? Phrase("propagate.inputs.without") : Phrase("inputs.batch", ["batch": "\(report.batch)"])
    let title = Phrase(
      "propagate.title",
      [
        "method": .text(report.request.tensor.initializer.name),
        "layers": .phrase(layers), "activation": "\(network.activation)",
        "input": .text(network.input.rawValue), "inputs": .phrase(inputs),
      ])
    var lines = [title, Phrase("propagate.plain")].map { Catalogue.spoken($0) }
    if let fans = report.fansPhrase { lines.append(Catalogue.spoken(fans)) }
    lines += [
      "", Catalogue.spoken(Phrase("propagate.meaning")),
      Self.row(
        [
          Phrase("propagate.layer"), Phrase("propagate.q.theory"), Phrase("propagate.typical"),
          Phrase("propagate.low"), Phrase("propagate.high"), Phrase("propagate.q.network"),
          Phrase("propagate.x.network"), Phrase("propagate.flat"),
          Phrase("propagate.gradients.theory"), Phrase("propagate.gradients.typical"),
          Phrase("propagate.gradients.network"),
        ].map { Catalogue.spoken($0) }),
    ]
    let readings = SignalReadings(report)
    for layer in report.layers.map(\.layer) {
      let q = readings[.meanSquare, layer: layer]
      let gradient = readings[.gradient, layer: layer]
      let values = [
        q.theory, q.typical, q.band?.low, q.band?.high, q.sample,
        readings[.outputMeanSquare, layer: layer].sample, readings[.flat, layer: layer].sample,
        gradient.theory, gradient.typical, gradient.sample,
      ]
      lines.append(Self.row(["\(layer)"] + values.map(Self.number)))
    }
    let prediction = report.prediction
    lines.append("")
    let absences = [
      prediction?.bandAbsence, report.isShortcut ? nil : prediction?.gradientBandAbsence,
    ].compactMap(\.self)
    for (index, absence) in absences.enumerated() where absences.firstIndex(of: absence) == index {
      lines.append(Catalogue.spoken(absence.sentence))
    }
    let verdicts = [
      (readings.signal, report.signalReason()), (readings.gradients, report.gradientReason()),
    ]
    for (verdict, reason) in verdicts {
      guard let verdict else { continue }
      lines.append(Catalogue.spoken(verdict.phrase))
      if let reason { lines.append("  " + Catalogue.spoken(reason)) }
    }
    if let name = report.request.tensor.activationOfGain(besides: network.activation) {
      lines.append(Catalogue.spoken(Phrase("propagate.gain", ["name": .text(name)])))
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func number(_ value: Double?) -> String {
    value.map { Numeral.general($0, digits: 4) } ?? "-"
  }

  private static func row(_ words: [String]) -> String {
    words.enumerated().map { index, word in
      let width = index == 0 ? 5 : 11
      return String(repeating: " ", count: max(1, width - TextWidth.columns(of: word))) + word
    }.joined()
  }
}

internal import Initializers
internal import MeanField
internal import Networks
internal import Readings
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
    var lines = [title, Phrase("propagate.plain")].map { Catalogue.english($0) }
    if let fans = report.fansPhrase { lines.append(Catalogue.english(fans)) }
    lines += [
      "", Catalogue.english(Phrase("propagate.meaning")),
      Self.row([
        "layer", "q theory", "typical", "low", "high", "q network", "x² network", "flat",
        "∂² theory", "∂² typical", "∂² network",
      ]),
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
      lines.append(Catalogue.english(absence.sentence))
    }
    let verdicts = [
      (readings.signal, report.signalReason()), (readings.gradients, report.gradientReason()),
    ]
    for (verdict, reason) in verdicts {
      guard let verdict else { continue }
      lines.append(verdict.description)
      if let reason { lines.append("  " + Catalogue.english(reason)) }
    }
    if let name = report.request.tensor.activationOfGain(besides: network.activation) {
      lines.append(Catalogue.english(Phrase("propagate.gain", ["name": .text(name)])))
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func number(_ value: Double?) -> String {
    value.map { Numeral.general($0, digits: 4) } ?? "-"
  }

  private static func row(_ words: [String]) -> String {
    words.enumerated().map { index, word in
      let width = index == 0 ? 5 : 11
      return String(repeating: " ", count: max(1, width - word.count)) + word
    }.joined()
  }
}

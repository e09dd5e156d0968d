internal import Initializers
internal import MeanField
internal import Networks
internal import Readings
internal import Scenes

/// What `propagate` prints for people: a line a layer, and the verdict.
struct PropagationText {
  let text: String

  init(_ report: PropagationReport) {
    let network = report.request.network
    var lines = [
      "\(report.request.tensor.initializer.method.rawValue), \(network.depth) plain \(network.depth == 1 ? "layer" : "layers") of"
        + " \(report.layerText), \(network.activation), \(network.input.rawValue) input,"
        + (report.isShortcut ? " one input sampled without matrices" : " batch \(report.batch)"),
      "no residual, no normalization",
    ]
    if let fans = report.fansText { lines.append(fans) }
    lines += [
      "", "mean squares: q of z before the activation, x² after it, ∂² of the gradients of z",
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
      lines.append(absence.sentence)
    }
    for verdict in [readings.signal, readings.gradients].compactMap(\.self) {
      lines.append(verdict.description)
    }
    if let name = report.request.tensor.activationOfGain(besides: network.activation) {
      lines.append(
        "The gain is that of \(name), which chooses no activation; --activation \(name) does.")
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

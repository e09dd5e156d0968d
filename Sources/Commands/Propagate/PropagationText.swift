internal import Initializers
internal import MeanField
internal import Propagation
internal import Scenes

/// What `propagate` prints for people: a line a layer, and the verdict.
struct PropagationText {
  let text: String

  init(_ report: PropagationReport) {
    let network = report.request.network
    var lines = [
      "\(report.request.tensor.initializer.method.rawValue), \(network.depth) layers of"
        + " \(network.width), \(network.activation), \(network.input.rawValue) input,"
        + (report.isShortcut ? " one input sampled without matrices" : " batch \(report.batch)"),
      "",
      Self.row(["layer", "q theory", "q network", "low", "high", "∂² theory", "∂² network"]),
    ]
    for (index, signal) in report.layers.enumerated() {
      let band = report.prediction?.hasBands == true ? report.prediction?.bands[index] : nil
      lines.append(
        Self.row([
          "\(signal.layer)", Self.number(report.prediction?.lengths[index]),
          Self.number(signal.preActivations.meanSquare), Self.number(band?.low),
          Self.number(band?.high), Self.number(report.prediction?.gradients[index]),
          Self.number(signal.gradient?.meanSquare),
        ]))
    }
    lines.append("")
    if let verdict = report.signalVerdict { lines.append("signal \(verdict)") }
    if let verdict = report.gradientVerdict { lines.append("\(verdict)") }
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
      let width = index == 0 ? 5 : 12
      return String(repeating: " ", count: max(1, width - word.count)) + word
    }.joined()
  }
}

internal import Initializers
internal import MeanField
internal import Networks
internal import Scenes
internal import Screen

extension Canvas {
  /// The gains of every activation beside PyTorch's, with what each keeps, and what becomes of deep
  /// layers of the present one with its gains.
  mutating func drawGains(_ model: Model, between header: Region, and footer: Region) {
    let all = Activation.allCases
    var legend = [
      "forward  1/√E f²: keeps q, the mean square of z, where q = 1",
      "backward 1/√E f′²: keeps that of gradients where q = 1",
      "std      1/√Var f: g·f(z) has variance 1 where q = 1",
      "!        unstable: most networks leave q = 1",
    ]
    if let activation = model.network?.activation {
      let gains = Gains(activation)
      legend.append("As --gain, on square layers of \(activation.name):")
      for (name, kind) in [
        ("forward ", GainKind.forward), ("backward", .backward), ("std     ", .standardDeviation),
      ] {
        legend.append("\(name) \(gains.use(kind).shortWords)")
      }
    }
    let columns = min(header.columns, 64)
    let rows = min(footer.row - 1, all.count + legend.count + 3)
    let region = Region(
      column: (header.columns - columns) / 2, row: max(1, (footer.row - rows) / 2),
      columns: columns, rows: rows)
    drawPanel("Gains", "any key closes this", in: region)
    let ends = [24, 35, 46, 57].map { region.column + min($0, columns - 2) }
    for (text, end) in zip(["forward", "backward", "std", "PyTorch"], ends) {
      put(text, endColumn: end, row: region.row + 1, Style(.dim))
    }
    let present = model.network?.activation.name
    for (index, activation) in all.enumerated() {
      let row = region.row + 2 + index
      guard row < region.endRow - 1 else { return }
      let gains = Gains(activation)
      let isPresent = activation.name == present
      put(
        activation.name, column: region.column + 2, row: row,
        isPresent ? Style(.bright, .bold) : .text)
      let values = [gains.forward, gains.backward, gains.standardDeviation]
      for (value, end) in zip(values, ends) {
        put(Numeral.typeset(value, digits: 5), endColumn: end, row: row, Style(.law))
      }
      if gains.stability == .unstable {
        put("!", column: ends[0] + 1, row: row, Style(.alert, .bold))
      }
      put(
        activation.pyTorchGain.map { Numeral.typeset($0, digits: 5) } ?? "none",
        endColumn: ends[3], row: row, .text)
    }
    for (index, line) in legend.enumerated() {
      let row = region.row + 2 + all.count + index
      guard row < region.endRow - 1 else { return }
      put(line, column: region.column + 2, row: row, Style(.dim), limit: columns - 4)
    }
  }
}

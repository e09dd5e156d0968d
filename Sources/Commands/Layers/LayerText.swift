internal import Initializers
internal import Measurements
internal import Screen
internal import Statistics
internal import Words

/// What `layer` prints for people: framework by framework a line a tensor, and why they part.
struct LayerText {
  let text: String

  init(_ measurement: LayerMeasurement) {
    let request = measurement.request
    var lines = [
      Catalogue.spoken(
        Phrase("layers.text.title", ["layer": .text(request.call.line), "seed": "\(request.seed)"]))
    ]
    for framework in request.frameworks {
      let rows = measurement.rows(of: framework)
      let title = "\(framework.title) \(framework.version)"
      guard !rows.isEmpty else {
        let absence = measurement.absence(in: framework) ?? Phrase("layers.none")
        lines += ["", "\(title)  \(Catalogue.spoken(absence))"]
        continue
      }
      let code = request.call.code(in: framework, seed: request.seed).joined(separator: "; ")
      lines += ["", "\(title)  \(code)"]
      lines += TextTable.lines([Self.titles] + rows.map(Self.cells), words: 3, indent: 2)
      for note in rows.compactMap(\.tensor.note) { lines.append("  " + Catalogue.spoken(note)) }
    }
    lines += ["", Catalogue.spoken(Phrase("layer.why.\(request.call.kind.rawValue)")), ""]
    text = lines.joined(separator: "\n")
  }

  private static var titles: [String] {
    [
      Phrase("layers.tensor"), Phrase("layers.shape"), Phrase("layers.law"),
      Phrase("layers.used"), Phrase("layers.true"), Phrase("layers.std"), Phrase("layers.drawn"),
      Phrase("layers.gain"), Phrase("layers.drawn"),
    ].map { Catalogue.spoken($0) }
  }

  private static func cells(_ row: LayerMeasurement.Row) -> [String] {
    func number(_ value: Double?) -> String { value.map { Numeral.typeset($0, digits: 4) } ?? "" }
    let used = row.usedFans?.map(String.init).joined(separator: ", ")
    let actual = row.tensor.role.trueFans.map {
      "\(Numeral.typeset($0.fanIn, digits: 6)), \(Numeral.typeset($0.fanOut, digits: 6))"
    }
    let isBias = row.tensor.role == .bias
    return [
      row.tensor.name, row.tensor.shape.extents.isEmpty ? "()" : row.tensor.shape.typeset,
      Catalogue.spoken(row.recipe.lawText), used ?? "", actual ?? "",
      number(row.recipe.law.std), number(row.sample?.spread),
      (isBias ? "+" : "") + number(row.gain),
      row.gain == nil ? "" : number(row.sampleGain),
    ]
  }
}

/// The lines that give one framework's layer another's laws, tensor by tensor.
struct PortText {
  let text: String

  init(_ call: LayerCall, from origin: Framework, to target: Framework) throws(LayerError) {
    let all = try call.tensors(in: origin)
    _ = try call.tensors(in: target)
    var lines: [String] = []
    var seen: Set<String> = []
    for tensor in all {
      guard let port = Port(tensor, of: call, to: target), seen.insert(port.code).inserted else {
        continue
      }
      lines += [port.code] + port.others
      if !port.isSameLaw {
        lines.append("  # " + Catalogue.spoken(Phrase("layers.port.remark")))
      }
    }
    text = lines.joined(separator: "\n") + "\n"
  }
}

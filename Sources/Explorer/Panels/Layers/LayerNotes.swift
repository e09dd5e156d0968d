internal import Initializers
internal import Measurements
internal import Screen
internal import Statistics
internal import Words

/// Why frameworks part, what misleads in the chosen tensor, and how to have another framework's law.
struct LayerNotes: Panel {
  let reason: Phrase
  let note: Phrase?
  /// A line of code for each framework that the chosen tensor's law could be had in.
  let ports: [(frameworks: [Framework], port: Port)]
  let origin: Framework

  init(_ layer: Tensor.Membership, in framework: Framework, among frameworks: [Framework]) {
    reason = Phrase("layer.why.\(layer.call.kind.rawValue)")
    note = layer.tensor.note
    origin = framework
    var ports: [(frameworks: [Framework], port: Port)] = []
    for other in frameworks where other != framework {
      guard let port = Port(layer.tensor, of: layer.call, to: other) else { continue }
      // The same words in two frameworks are said once.
      if let index = ports.firstIndex(where: { $0.port == port }) {
        ports[index].frameworks.append(other)
      } else {
        ports.append(([other], port))
      }
    }
    self.ports = ports
  }

  func draw(on canvas: inout Canvas, in region: Region) {
    var row = region.row
    if region.rows > 3 {
      canvas.heading(Phrase("layers.why"), in: region)
      row += 1
    }
    let columns = region.columns - 2
    func lines(_ phrase: Phrase) -> [String] {
      canvas.shown(phrase).wrapped(to: columns, at: [" "])
    }
    var all: [(String, Style)] = (note.map(lines) ?? []).map { ($0, Style(.caution)) }
    all += lines(reason).map { ($0, .text) }
    var room = region.endRow - row - all.count
    for (frameworks, port) in ports {
      let lead = lines(lead(frameworks, port))
      let code = canvas.shown(port.code).wrapped(to: columns, at: [" "])
      // Whole or not at all.
      guard lead.count + code.count <= room else { continue }
      room -= lead.count + code.count
      all += lead.map { ($0, Style(.dim)) } + code.map { ($0, Style(.code)) }
    }
    for (text, style) in all.prefix(region.endRow - row) {
      canvas.put(text, column: region.column + 1, row: row, style, limit: columns + 1)
      row += 1
    }
  }

  // What a line of code is good for.
  func lead(_ frameworks: [Framework], _ port: Port) -> Phrase {
    let names = frameworks.map { Phrase.verbatim($0.title) }
    let list = names.dropFirst().reduce(names.first ?? .verbatim("")) {
      Phrase("list.and-next", ["first": .phrase($0), "next": .phrase($1)])
    }
    return Phrase(
      port.isSameLaw ? "layers.port" : "layers.port.std",
      ["origin": .text(origin.title), "framework": .phrase(list)])
  }

  /// The rows that all of it takes.
  func rows(columns: Int, in lettering: Lettering) -> Int {
    let sentences = [reason, note].compactMap(\.self)
    let wrapped = sentences.reduce(0) {
      $0 + lettering.shown($1).wrapped(to: columns - 2, at: [" "]).count
    }
    return 1 + wrapped
  }
}

/// The chosen tensor's numbers.
struct LayerNumbers: Panel {
  let row: LayerMeasurement.Row
  let isWide: Bool

  func draw(on canvas: inout Canvas, in region: Region) {
    canvas.heading(
      Phrase("numbers.title"), [.verbatim(row.tensor.name)], in: region)
    for (index, line) in lines(in: canvas.lettering).prefix(region.rows - 1).enumerated() {
      let place = region.row + 1 + index
      canvas.put(" \(line.label)", column: region.column, row: place, Style(.dim))
      let end = isWide ? region.column + 44 : region.endColumn - 1
      canvas.put(line.law, endColumn: end - 11, row: place, Style(.law))
      canvas.put(line.sample, endColumn: end, row: place, line.style)
    }
  }

  /// The labels with what the law says and what was drawn, or what is counted and what is true.
  func lines(
    in lettering: Lettering
  ) -> [(label: String, law: String, sample: String, style: Style)] {
    func number(_ value: Double) -> String { Numeral.typeset(value, digits: 4) }
    let words = lettering.words
    var all: [(label: String, law: String, sample: String, style: Style)] = [
      (
        words(Phrase("layers.std")), number(row.recipe.law.std),
        row.sample.map { number($0.count == 1 ? 0 : $0.standardDeviation) } ?? "…", Style(.bright)
      )
    ]
    if let gain = row.gain {
      let isBias = row.tensor.role == .bias
      all.append(
        (
          words(isBias ? Phrase("layers.adds") : Phrase("layers.gain")), number(gain),
          row.sampleGain.map(number) ?? "…", Style(.bright)
        ))
    }
    if let fans = row.recipe.fans, let own = row.tensor.role.trueFans {
      for (name, used, actual) in [
        ("fan_in", Double(fans.fanIn), own.fanIn), ("fan_out", Double(fans.fanOut), own.fanOut),
      ] {
        all.append(
          (
            name, number(used),
            "\(words(Phrase("layers.true"))) \(Numeral.typeset(actual, digits: 6))",
            used == actual ? .text : Style(.caution, .bold)
          ))
      }
    }
    all.append((words(Phrase("layers.count")), "", "\(row.recipe.shape.count)", .text))
    return all
  }
}

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
    var all: [(String, Style)] = []
    // Whole or not at all.
    func add(_ more: [(String, Style)]) {
      if row + all.count + more.count <= region.endRow { all += more }
    }
    add((note.map(lines) ?? []).map { ($0, Style(.caution)) })
    add(lines(reason).map { ($0, .text) })
    for (frameworks, port) in ports {
      let separator = frameworks.contains(.pyTorch) ? "; " : ", "
      let code = canvas.shown(([port.code] + port.others).joined(separator: separator))
        .wrapped(to: columns, at: [" ", "("])
      add(
        lines(lead(frameworks, port)).map { ($0, Style(.dim)) } + code.map { ($0, Style(.code)) })
    }
    for (text, style) in all {
      canvas.put(text, column: region.column + 1, row: row, style, limit: columns + 1)
      row += 1
    }
  }

  // What a line of code is good for.
  func lead(_ frameworks: [Framework], _ port: Port) -> Phrase {
    let list = Phrase.list(frameworks.map { .verbatim($0.title) })
    let places: [String: Phrase.Part] = [
      "origin": .text(origin.title), "framework": .phrase(list),
    ]
    return port.isSameLaw ? Phrase("layers.port", places) : Phrase("layers.port.std", places)
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
    guard region.rows != 1 else { return drawLine(on: &canvas, in: region) }
    canvas.heading(
      Phrase("numbers.title"), [.verbatim(row.tensor.name)], in: region)
    let lines = lines(in: canvas.lettering)
    // In two columns where they fit so alone.
    let isDouble = lines.count > region.rows - 1 && region.columns >= 56
    let share = isDouble ? region.columns / 2 : region.columns
    for (index, line) in lines.prefix((isDouble ? 2 : 1) * (region.rows - 1)).enumerated() {
      let (side, row) = (index / (region.rows - 1), index % (region.rows - 1))
      let place = region.row + 1 + row
      let column = region.column + side * share
      canvas.put(" \(line.label)", column: column, row: place, Style(.dim))
      let end = isWide && !isDouble ? column + 44 : column + share - 1
      canvas.put(line.law, endColumn: end - 11, row: place, Style(.law))
      canvas.put(line.sample, endColumn: end, row: place, line.style)
    }
  }

  // As many of them as one line has room for.
  private func drawLine(on canvas: inout Canvas, in region: Region) {
    var column = region.column + 1
    for line in lines(in: canvas.lettering) {
      let parts = [
        (line.label, Style(.dim)), (line.law, Style(.law)), (line.sample, line.style),
      ].filter { !$0.0.isEmpty }
      let columns = parts.reduce(parts.count - 1) { $0 + TextWidth.columns(of: $1.0) }
      guard column + columns < region.endColumn else { return }
      for (text, style) in parts {
        canvas.put(text, column: column, row: region.row, style)
        column += TextWidth.columns(of: text) + 1
      }
      column += 2
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
        row.sample.map { number($0.spread) } ?? "…", Style(.bright)
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

internal import Initializers
internal import Measurements
internal import Screen
internal import Statistics
internal import Words

/// A layer's tensors framework by framework: names, shapes, laws, fans, standard deviations and gains.
struct LayerTable: Panel {
  /// What a framework makes of the layer.
  struct Group: Sendable {
    let framework: Framework
    let rows: [Row]
    /// Why there are none.
    let absence: Phrase?
  }

  /// A tensor, or several that differ in their names alone.
  struct Row: Sendable {
    /// The first of them.
    let own: LayerMeasurement.Row
    /// All that have its law.
    let members: [LayerMeasurement.Row]
    /// Whether the other views show one of them.
    let isChosen: Bool
    /// The first one's name, without the module that all have in common.
    let shortName: String
  }

  let groups: [Group]
  let call: LayerCall
  let isComplete: Bool

  init(_ measurement: LayerMeasurement, chosen: Tensor) {
    call = measurement.request.call
    isComplete = measurement.isComplete
    groups = measurement.request.frameworks.map { framework in
      let layer = framework == chosen.framework ? chosen.layer?.tensor : nil
      return Group(
        framework: framework,
        rows: Self.rows(measurement.rows(of: framework), chosen: layer),
        absence: measurement.request.absence(in: framework))
    }
  }

  private static func rows(_ all: [LayerMeasurement.Row], chosen: LayerTensor?) -> [Row] {
    var groups: [[LayerMeasurement.Row]] = []
    for row in all {
      let index = groups.firstIndex { group in
        group[0].recipe == row.recipe && group[0].tensor.role == row.tensor.role
      }
      if let index { groups[index].append(row) } else { groups.append([row]) }
    }
    let modules = Set(all.map { $0.tensor.name.split(separator: "/").dropLast() })
    let common = modules.count == 1 ? modules.first?.first.map { $0.count + 1 } ?? 0 : 0
    return groups.map { group in
      Row(
        own: group[0], members: group,
        isChosen: group.contains { $0.tensor == chosen },
        shortName: String(group[0].tensor.name.dropFirst(common)))
    }
  }

  /// The rows that all tensors take, the heading included.
  func rows(in region: Region, _ lettering: Lettering) -> Int {
    // As if there were room for all.
    let room = Region(column: 0, row: 0, columns: region.columns, rows: 1000)
    return 1 + LayerLines(room).lines(of: groups, in: lettering).count
  }

  func draw(on canvas: inout Canvas, in region: Region) {
    let remark = isComplete ? Phrase("layers.columns") : Phrase("drawing")
    canvas.heading(Phrase("layers.title"), [remark], in: region)
    var body = region.dropping(1)
    // Across a whole screen as far from its edges as the heading.
    if region.columns == canvas.frame.size.columns {
      body = Region(
        column: body.column + 1, row: body.row, columns: body.columns - 2, rows: body.rows)
    }
    let layout = LayerLines(body)
    let all = layout.lines(of: groups, in: canvas.lettering)
    // As far as there is room the chosen tensor is in sight.
    let focus = all.firstIndex(where: \.isChosen) ?? 0
    let first = min(max(0, focus - body.rows * 2 / 3), max(0, all.count - body.rows))
    for (offset, line) in all.dropFirst(first).prefix(body.rows).enumerated() {
      let row = body.row + offset
      if let target = line.target {
        canvas.point(
          Region(column: body.column, row: row, columns: body.columns, rows: 1), to: target)
      }
      for run in line.runs where run.column < body.columns {
        canvas.put(
          run.text, column: body.column + run.column, row: row, run.style,
          limit: body.columns - run.column)
      }
    }
    if first + body.rows < all.count {
      canvas.put("▾", endColumn: body.endColumn, row: body.endRow - 1, Style(.dim))
    }
  }
}

extension LayerTable.Group {
  /// The first weights, or what comes first of a layer without any.
  var main: LayerTable.Row? { weights.first ?? rows.first }

  /// The weights, those from the input before those from the last output.
  var weights: [LayerTable.Row] {
    let all = rows.filter { $0.own.tensor.role.trueFans != nil }
    return all.filter { !$0.own.tensor.isRecurrent } + all.filter(\.own.tensor.isRecurrent)
  }
}

extension LayerTable.Row {
  /// The first one's name, and how many more there are.
  var name: String {
    members.count == 1 ? shortName : "\(shortName) ×\(members.count)"
  }

  /// The moments of all.
  var sample: Moments? {
    let moments = members.compactMap(\.sample)
    guard moments.count == members.count else { return nil }
    return moments.reduce(into: Moments()) { $0.merge($1) }
  }

  /// The gain of what was drawn.
  var sampleGain: Double? {
    sample.flatMap { own.tensor.gain(meanSquare: $0.rootMeanSquare * $0.rootMeanSquare) }
  }

  /// The fans that the initializer divides by; nil where it counts none.
  var usedFans: String? {
    guard let used = own.usedFans else { return nil }
    return used.map { "\($0)" }.joined(separator: ", ")
  }

  /// The true fan_in, and fan_out where the initializer counts it, too; nil of what is no weight.
  var trueFans: String? {
    guard let fans = own.tensor.role.trueFans else { return nil }
    let both = (own.usedFans?.count ?? 1) > 1
    return ([fans.fanIn] + (both ? [fans.fanOut] : []))
      .map { Numeral.typeset($0, digits: 6) }.joined(separator: ", ")
  }

  /// Whether the initializer counts what is not true.
  var miscounts: Bool { usedFans != nil && trueFans != nil && usedFans != trueFans }
}

extension LayerMeasurement.Row {
  /// The law in few signs.
  var shortLaw: Phrase {
    func number(_ value: Double) -> String { Numeral.typeset(value, digits: 4) }
    switch recipe.law {
    case .uniform(let low, let high):
      return .verbatim(
        low == -high ? "U(±\(number(high)))" : "U(\(number(low)), \(number(high)))")
    case .normal(_, let std): return .verbatim("N(0, \(number(std))²)")
    case .truncatedNormal(let cut): return .verbatim("N(0, \(number(cut.scale))²) ±2σ")
    case .sphere: return Phrase("layers.orthogonal")
    case .constant(let value): return .verbatim(number(value))
    case .ones: return Phrase("layers.forget")
    case .sparse(let std, _, _):
      return Phrase("layers.padded", ["law": .text("N(0, \(number(std))²)")])
    }
  }
}

/// The lines that a table of tensors has in a region: as much of every tensor as there is room for.
struct LayerLines {
  /// A line with its texts and where they stand.
  struct Line {
    var runs: [(text: String, column: Int, style: Style)] = []
    var isChosen = false
    var target: Target?

    mutating func add(_ text: String, at column: Int, _ style: Style) {
      runs.append((text, column, style))
    }

    /// Adds a text that ends before a column.
    mutating func add(_ text: String, before column: Int, _ style: Style) {
      runs.append((text, max(0, column - TextWidth.columns(of: text)), style))
    }
  }

  private let columns: Int
  private let rows: Int

  init(_ region: Region) { (columns, rows) = (region.columns, region.rows) }

  // From so many columns on a tensor takes one line.
  private static let wide = 104

  func lines(of groups: [LayerTable.Group], in lettering: Lettering) -> [Line] {
    if columns >= Self.wide {
      return titles(lettering)
        + groups.flatMap { group in
          [head(group, lettering)] + group.rows.map { wide($0, group, lettering) }
        }
    }
    let whole = groups.flatMap { group in
      [head(group, lettering)] + group.rows.flatMap { tall($0, group, lettering) }
    }
    guard whole.count > rows else { return whole }
    // The others in short, below their names.
    return groups.flatMap { group -> [Line] in
      let isChosen = group.rows.contains(where: \.isChosen) || groups.count == 1
      if isChosen {
        return [head(group, lettering)] + group.rows.flatMap { tall($0, group, lettering) }
      }
      return [short(group, lettering)]
    }
  }

  private func titles(_ lettering: Lettering) -> [Line] {
    var line = Line()
    for (key, column) in [
      ("layers.tensor", 1), ("layers.shape", 24), ("layers.law", 38), ("layers.used", 59),
      ("layers.true", 71),
    ] {
      line.add(lettering.words(Phrase(key)), at: column, Style(.dim))
    }
    for (key, end) in [
      ("layers.std", stdEnd), ("layers.drawn", stdEnd + 9), ("layers.gain", gainEnd),
      ("layers.drawn", columns),
    ] {
      line.add(lettering.words(Phrase(key)), before: end, Style(.dim))
    }
    return [line]
  }

  // Where the theory's numbers end on one line; what was drawn follows.
  private var stdEnd: Int { columns - 30 }
  private var gainEnd: Int { columns - 10 }

  private func head(_ group: LayerTable.Group, _ lettering: Lettering) -> Line {
    var line = Line()
    let isChosen = group.rows.contains(where: \.isChosen)
    let name = "\(group.framework.title) \(group.framework.version)"
    line.add(name, at: 0, isChosen ? Style(.title, .bold) : Style(.bright, .bold))
    guard let first = group.main else {
      line.add(
        lettering.words(group.absence ?? Phrase("layers.none")), at: name.count + 2, Style(.dim))
      return line
    }
    line.target = .tensor(group.framework.name, first.own.tensor.name)
    return line
  }

  // The name, the first law and all gains.
  private func short(_ group: LayerTable.Group, _ lettering: Lettering) -> Line {
    var line = head(group, lettering)
    guard let first = group.main else { return line }
    line.add(lettering.words(first.own.shortLaw), at: 18, .text)
    let gains = group.weights.compactMap(\.own.gain)
    guard !gains.isEmpty else { return line }
    let text = gains.map(number).joined(separator: " · ")
    line.add(text, before: columns, Style(.law))
    let label = lettering.words(Phrase("layers.gain")) + " "
    line.add(label, before: columns - TextWidth.columns(of: text), Style(.dim))
    return line
  }

  // What both forms of a row begin with.
  private func begin(_ row: LayerTable.Row, _ group: LayerTable.Group) -> Line {
    var line = Line(
      isChosen: row.isChosen, target: .tensor(group.framework.name, row.own.tensor.name))
    line.add(
      (row.isChosen ? "▸" : " ") + row.name, at: 0,
      row.isChosen ? Style(.bright, .bold) : .text)
    return line
  }

  private func number(_ value: Double) -> String { Numeral.typeset(value, digits: 4) }

  private func wide(
    _ row: LayerTable.Row, _ group: LayerTable.Group, _ lettering: Lettering
  ) -> Line {
    var line = begin(row, group)
    line.add(row.own.tensor.shape.typesetOrScalar, at: 24, .text)
    line.add(lettering.words(row.own.shortLaw), at: 38, .text)
    line.add(row.usedFans ?? "", at: 59, row.miscounts ? Style(.caution, .bold) : .text)
    line.add(row.trueFans ?? "", at: 71, .text)
    line.add(number(row.own.recipe.law.std), before: stdEnd, Style(.law))
    line.add(
      row.sample.map { number(sampleStd($0)) } ?? "…", before: stdEnd + 9, Style(.bright))
    // A bias that is 0 adds nothing.
    if let gain = row.own.gain, gain != 0 {
      line.add(gainText(row, gain), before: gainEnd, Style(.law))
      let digits = row.own.tensor.role == .bias ? 2 : 4
      line.add(
        row.sampleGain.map { Numeral.typeset($0, digits: digits) } ?? "…", before: columns,
        Style(.bright))
    }
    return line
  }

  // A lone number has no spread.
  private func sampleStd(_ moments: Moments) -> Double {
    moments.count == 1 ? 0 : moments.standardDeviation
  }

  // What a bias adds to the signal is no gain.
  private func gainText(_ row: LayerTable.Row, _ gain: Double) -> String {
    row.own.tensor.role == .bias ? "+\(Numeral.typeset(gain, digits: 2))" : number(gain)
  }

  private func tall(
    _ row: LayerTable.Row, _ group: LayerTable.Group, _ lettering: Lettering
  ) -> [Line] {
    var first = begin(row, group)
    first.add(row.own.tensor.shape.typesetOrScalar, at: nameColumns, .text)
    first.add(
      lettering.words(row.own.shortLaw), at: nameColumns + shapeColumns, .text)
    guard row.own.tensor.role.trueFans != nil else { return [first] }
    var second = Line(isChosen: false, target: first.target)
    var column = 3
    func put(_ text: String, _ style: Style) {
      second.add(text, at: column, style)
      column += TextWidth.columns(of: text) + 1
    }
    put(lettering.words(Phrase("layers.std")), Style(.dim))
    put(number(row.own.recipe.law.std), Style(.law))
    put(row.sample.map { number($0.standardDeviation) } ?? "…", Style(.bright))
    column += 1
    if let gain = row.own.gain {
      put(lettering.words(Phrase("layers.gain")), Style(.dim))
      put(number(gain), Style(.law))
      put(row.sampleGain.map(number) ?? "…", Style(.bright))
      column += 1
    }
    guard let used = row.usedFans, let own = row.trueFans else { return [first, second] }
    let fan = lettering.words(Phrase("layers.fan"))
    let truth = row.miscounts ? "\(lettering.words(Phrase("layers.true"))) " : ""
    // Whole or not at all: beside the table the chosen tensor's fans have a place of their own.
    guard column + TextWidth.columns(of: "\(fan) \(used) \(truth)\(own)") <= columns else {
      return [first, second]
    }
    put(fan, Style(.dim))
    put(used, row.miscounts ? Style(.caution, .bold) : .text)
    if row.miscounts {
      put(String(truth.dropLast()), Style(.dim))
      put(own, .text)
    }
    return [first, second]
  }

  private var nameColumns: Int { columns >= 60 ? 26 : 18 }
  private var shapeColumns: Int { columns >= 60 ? 16 : 12 }
}

extension Shape {
  /// The extents with crosses between them; a scalar's word.
  var typesetOrScalar: String { extents.isEmpty ? description : typeset }
}

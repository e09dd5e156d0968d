internal import Initializers
internal import Measurements
internal import Screen
internal import Statistics
internal import Words

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
  static let wide = 104

  func lines(of groups: [LayerTable.Group], in lettering: Lettering) -> [Line] {
    if columns >= Self.wide {
      return titles(lettering)
        + groups.flatMap { group in
          [head(group, lettering)] + group.rows.map { wide($0, group, lettering) }
        }
    }
    let whole = groups.map { group in
      [head(group, lettering)] + group.rows.flatMap { tall($0, group, lettering) }
    }
    // The others in short where there is no room for them, those that come first before the last.
    func isChosen(_ group: LayerTable.Group) -> Bool {
      group.rows.contains(where: \.isChosen) || groups.count == 1
    }
    let brief = groups.map { [short($0, lettering)] }
    var parts = groups.indices.map { isChosen(groups[$0]) ? whole[$0] : brief[$0] }
    for index in groups.indices {
      let longer = Array(parts[..<index]) + [whole[index]] + parts[(index + 1)...]
      if longer.joined().count <= rows { parts = longer }
    }
    if parts.joined().count <= rows { return parts.flatMap(\.self) }
    // Of the chosen one's other tensors what has no numbers, or nothing.
    func cut(_ othersLines: Int) -> [Line] {
      zip(groups, brief).flatMap { group, brief in
        guard isChosen(group) else { return brief }
        return [head(group, lettering)]
          + group.rows.flatMap { row in
            tall(row, group, lettering).prefix(row.isChosen ? 2 : othersLines)
          }
      }
    }
    let named = cut(1)
    return named.count <= rows ? named : cut(0)
  }

  private func titles(_ lettering: Lettering) -> [Line] {
    var line = Line()
    for (key, column) in [
      ("layers.tensor", 1), ("layers.shape", 24), ("layers.law", 38), ("layers.used", 59),
      ("layers.true", 71),
    ] {
      line.add(lettering.shown(Phrase(key)), at: column, Style(.dim))
    }
    for (key, end) in [
      ("layers.std", stdEnd), ("layers.drawn", stdEnd + 9), ("layers.gain", gainEnd),
      ("layers.drawn", columns),
    ] {
      line.add(lettering.shown(Phrase(key)), before: end, Style(.dim))
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
        lettering.shown(group.absence ?? Phrase("layers.none")), at: name.count + 2, Style(.dim))
      return line
    }
    line.target = .tensor(group.framework.name, first.own.tensor.name)
    return line
  }

  // The name, the first law and all gains.
  private func short(_ group: LayerTable.Group, _ lettering: Lettering) -> Line {
    var line = head(group, lettering)
    guard let first = group.main else { return line }
    let law = lettering.shown(first.own.recipe.law.short)
    line.add(law, at: Self.lawColumn, .text)
    let gains = group.weights.compactMap(\.own.gain)
    guard !gains.isEmpty else { return line }
    let text = gains.map(number).joined(separator: ", ")
    line.add(text, before: columns, Style(.law))
    let label = lettering.shown(Phrase("layers.gain"))
    let end = columns - TextWidth.columns(of: text) - 1
    let isFree = Self.lawColumn + TextWidth.columns(of: law + label) < end
    if isFree { line.add(label, before: end, Style(.dim)) }
    return line
  }

  private static let lawColumn = 18

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
    line.add(lettering.shown(row.own.recipe.law.short), at: 38, .text)
    line.add(row.usedFans ?? "", at: 59, row.miscounts ? Style(.caution, .bold) : .text)
    line.add(row.trueFans ?? "", at: 71, .text)
    line.add(number(row.own.recipe.law.std), before: stdEnd, Style(.law))
    line.add(
      row.sample.map { number($0.spread) } ?? lettering.shown("…"), before: stdEnd + 9,
      Style(.bright))
    // A bias that is 0 adds nothing.
    if let gain = row.own.gain, gain != 0 {
      line.add(gainText(row, gain), before: gainEnd, Style(.law))
      let digits = row.own.tensor.role == .bias ? 2 : 4
      line.add(
        row.sampleGain.map { Numeral.typeset($0, digits: digits) } ?? lettering.shown("…"),
        before: columns,
        Style(.bright))
    }
    return line
  }

  // What a bias adds to the signal is no gain.
  private func gainText(_ row: LayerTable.Row, _ gain: Double) -> String {
    row.own.tensor.role == .bias ? "+\(Numeral.typeset(gain, digits: 2))" : number(gain)
  }

  private func tall(
    _ row: LayerTable.Row, _ group: LayerTable.Group, _ lettering: Lettering
  ) -> [Line] {
    var first = begin(row, group)
    let shape = lettering.shown(row.own.tensor.shape.typesetOrScalar)
    let law = lettering.shown(row.own.recipe.law.short)
    // Further to the left where there is no room for all of it.
    let lawColumn = min(nameColumns + shapeColumns, columns - TextWidth.columns(of: law))
    let shapeColumn = min(nameColumns, lawColumn - 1 - TextWidth.columns(of: shape))
    let isRoomy = shapeColumn > 1 + TextWidth.columns(of: row.name)
    first.add(shape, at: isRoomy ? shapeColumn : nameColumns, .text)
    first.add(law, at: isRoomy ? lawColumn : nameColumns + shapeColumns, .text)
    guard row.own.tensor.role.trueFans != nil else { return [first] }
    return [first, numbers(row, first.target, lettering)]
  }

  // The numbers of a row, and its fans: where they are not the true ones, what was drawn gives way to them.
  private func numbers(
    _ row: LayerTable.Row, _ target: Target?, _ lettering: Lettering
  ) -> Line {
    typealias Parts = [(text: String, style: Style)]
    func label(_ key: String) -> (text: String, style: Style) {
      (lettering.shown(Phrase("layers.\(key)")), Style(.dim))
    }
    func drawn(_ value: Double?) -> Parts {
      [(value.map(number) ?? lettering.shown("…"), Style(.bright))]
    }
    let std: Parts = [label("std"), (number(row.own.recipe.law.std), Style(.law))]
    let gain: Parts = row.own.gain.map { [label("gain"), (number($0), Style(.law))] } ?? []
    let drawnGain = gain.isEmpty ? [] : drawn(row.sampleGain)
    var fans: Parts = []
    if let used = row.usedFans, let own = row.trueFans {
      fans = [label("fan"), (used, row.miscounts ? Style(.caution, .bold) : .text)]
      if row.miscounts { fans += [label("true"), (own, .text)] }
    }
    let whole = [std + drawn(row.sample?.spread), gain + drawnGain]
    // Beside the table the chosen tensor's fans have a place of their own.
    let choices =
      [whole + [fans]]
      + (row.miscounts ? [[std, gain + drawnGain, fans], [std, gain, fans]] : []) + [whole]
    func width(_ groups: [Parts]) -> Int {
      groups.joined().reduce(Self.indent) { $0 + TextWidth.columns(of: $1.text) + 1 }
        + groups.count { !$0.isEmpty } - 2
    }
    let chosen = choices.first { width($0) <= columns } ?? whole
    var line = Line(isChosen: false, target: target)
    var column = Self.indent
    for group in chosen where !group.isEmpty {
      for part in group {
        line.add(part.text, at: column, part.style)
        column += TextWidth.columns(of: part.text) + 1
      }
      column += 1
    }
    return line
  }

  private static let indent = 3

  private var nameColumns: Int { columns >= 60 ? 26 : 18 }
  private var shapeColumns: Int { columns >= 60 ? 16 : 12 }
}

extension Shape {
  /// The extents with crosses between them; a scalar's word.
  var typesetOrScalar: String { extents.isEmpty ? description : typeset }
}

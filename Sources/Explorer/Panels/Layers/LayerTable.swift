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
        absence: measurement.absence(in: framework))
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
    // Beside wide tables bars say what a gain is.
    let columns =
      region.columns < LayerLines.wide
      ? [Phrase("layers.columns.gain"), Phrase("layers.columns.gain.short")] : []
    canvas.heading(
      Phrase("layers.title"),
      isComplete ? columns + [Phrase("layers.columns")] : [Phrase("drawing")], in: region)
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

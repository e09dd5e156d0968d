internal import Initializers
internal import Scenes
internal import Screen
internal import Words

/// The list of what can be chosen, scrolled so that the chosen one is in sight: methods, or kinds of layers.
struct ChoiceList: Panel {
  let title: Phrase
  let names: [String]
  /// The chosen one's place.
  let index: Int
  private let targets: [Target]
  /// A's place.
  private let pinned: Int?
  private let isFocused: Bool

  init(_ model: Model) {
    isFocused = model.pane == .methods
    if model.scene.view == .layers {
      let kinds = LayerKind.allCases
      title = Phrase("kinds.title")
      (names, targets) = (kinds.map(\.rawValue), kinds.map(Target.kind))
      index = kinds.firstIndex(of: model.scene.layerCall.kind) ?? 0
      pinned = model.scene.pinned?.layer.flatMap { kinds.firstIndex(of: $0.call.kind) }
      return
    }
    let framework = model.scene.tensor.framework
    let methods = model.methods
    title =
      model.scene.tensor.stored == nil ? Phrase("methods.title") : Phrase("methods.compared")
    names = methods.map { framework.entry(of: $0).name }
    targets = methods.map(Target.method)
    index = methods.firstIndex(of: model.scene.initializer.method) ?? 0
    pinned = model.scene.pinned.flatMap {
      $0.framework == framework ? methods.firstIndex(of: $0.initializer.method) : nil
    }
  }

  func draw(on canvas: inout Canvas, in region: Region) {
    let rows = region.rows - 1
    let first = min(max(0, index - rows / 2), max(0, names.count - rows))
    // Where the list goes on, and how far one is.
    let place = "\(first > 0 ? "▴" : "")\(first + rows < names.count ? "▾" : "")"
    canvas.heading(
      title, place.isEmpty ? [] : [.verbatim("\(index + 1)/\(names.count) \(place)")], in: region)
    for (offset, name) in names.dropFirst(first).prefix(rows).enumerated() {
      let row = region.row + 1 + offset
      let isChosen = first + offset == index
      let isFocused = isChosen && isFocused
      canvas.point(region.row(row), to: targets[first + offset])
      if isFocused { canvas.fillRow(row, of: region) }
      let style: Style =
        isFocused
        ? Style(.selection, on: .selection, .bold) : isChosen ? Style(.bright, .bold) : .text
      canvas.put(
        (isChosen ? " ▸ " : "   ") + name, column: region.column,
        row: row, style,
        limit: region.columns - 1)
      if first + offset == pinned {
        canvas.put(
          "A", endColumn: region.endColumn - 2, row: row,
          Style(.pinned, on: isFocused ? .selection : .text, .bold))
      }
    }
  }
}

extension ChoiceList {
  /// The chosen one, which a method of a layer's own that no list has is, too.
  var chosenName: String { names.indices.contains(index) ? names[index] : "" }
  fileprivate var chosenTarget: Target { targets[index] }
}

/// The parameter form: name, value, and what the fans come from.
struct ParameterForm: Panel {
  struct Row {
    let label: String
    let value: String
    let isFocused: Bool
    let isRefused: Bool
    /// A's value, where it is another.
    let pinned: String?
    let origin: Phrase?
  }

  let rows: [Row]

  init(_ model: Model) {
    rows = model.fields.map { field in
      let value = field.formText(model.scene)
      return Row(
        label: field.label,
        // A refused value stands in its place, marked, while its sentence is at the bottom.
        value: model.textBeingTyped(for: field) ?? value,
        isFocused: model.pane == .form && field == model.field,
        isRefused: model.isRefused(field),
        pinned: model.pinnedText(of: field, besides: value),
        origin: field.origin(model.scene))
    }
  }

  func draw(on canvas: inout Canvas, in region: Region) {
    canvas.heading(Phrase("form.title"), in: region)
    for (index, field) in rows.prefix(region.rows - 1).enumerated() {
      let row = region.row + 1 + index
      canvas.point(region.row(row), to: .field(field.label))
      let background: Role = field.isFocused ? .selection : .text
      if field.isFocused { canvas.fillRow(row, of: region) }
      var column = region.column + 1
      let label = field.label.padded(to: field.label.count > 7 ? field.label.count + 1 : 8)
      column += canvas.put(
        label, column: column, row: row,
        Style(field.isFocused ? .selection : .dim, on: background))
      column += canvas.put(
        field.value, column: column, row: row,
        field.isRefused
          ? Style(.error, on: .text, [.bold, .underline])
          : Style(field.isFocused ? .selection : .bright, on: background, .bold),
        limit: region.endColumn - column - 1)
      let remark =
        field.isRefused
        ? "!"
        : field.isFocused ? "◂ ▸" : field.pinned ?? field.origin.map { canvas.words($0) } ?? ""
      if column + canvas.columns(of: remark) + 3 <= region.endColumn {
        canvas.put(
          remark, endColumn: region.endColumn - 2, row: row,
          Style(
            field.isFocused ? .selection : field.pinned == nil ? .dim : .pinned, on: background))
      }
    }
  }
}

/// Method and form in one line, for small screens: the focused part stands out.
struct ParameterStrip: Panel {
  private let method: String
  private let chosen: Target
  private let isFocusedMethod: Bool
  private let labels: [String]
  private let texts: [String]
  /// The index of the field that the arrows change.
  private let focused: Int?

  init(_ model: Model) {
    let list = ChoiceList(model)
    method = list.chosenName
    chosen = list.chosenTarget
    isFocusedMethod = model.pane == .methods
    let fields = model.fields
    labels = fields.map(\.label)
    texts = fields.map { " \($0.label) \($0.formText(model.scene)) " }
    focused = model.pane == .form ? fields.firstIndex(of: model.field) : nil
  }

  func draw(on canvas: inout Canvas, in region: Region) {
    var column = region.column + 1
    let methodStyle =
      isFocusedMethod ? Style(.selection, on: .selection, .bold) : Style(.bright, .bold)
    canvas.point(
      Region(column: column, row: region.row, columns: method.count + 2, rows: 1),
      to: chosen)
    column += canvas.put(" \(method) ", column: column, row: region.row, methodStyle) + 1
    // Start late enough that the focused field is in sight.
    let focus = focused ?? 0
    var first = 0
    while first < focus,
      texts[first...focus].reduce(0, { $0 + canvas.columns(of: $1) }) > region.endColumn - column
    {
      first += 1
    }
    for (index, text) in texts.enumerated().dropFirst(first) {
      guard column + canvas.columns(of: text) <= region.endColumn else { break }
      canvas.point(
        Region(column: column, row: region.row, columns: canvas.columns(of: text), rows: 1),
        to: .field(labels[index]))
      column += canvas.put(
        text, column: column, row: region.row,
        index == focused ? Style(.selection, on: .selection, .bold) : Style(.dim))
    }
  }
}

extension Model {
  /// Whether the value last tried for a field was refused.
  fileprivate func isRefused(_ field: Field) -> Bool {
    if let entry { return entry.purpose == .value(field) && entry.complaint != nil }
    if case .error = notice { return pane == .form && field == self.field }
    return false
  }

  /// The text being typed for a field.
  fileprivate func textBeingTyped(for field: Field) -> String? {
    entry?.purpose == .value(field) ? entry?.text : nil
  }

  /// A's value of a field, if it has one and it is another.
  fileprivate func pinnedText(of field: Field, besides value: String) -> String? {
    guard let pin = scene.pin else { return nil }
    var other = scene
    (other.tensor, other.network) = (pin.tensor, pin.network)
    guard field.isOf(other) else { return nil }
    if let parameter = Parameter(rawValue: field.label),
      field.isOf(scene), scene.initializer.parameters.contains(parameter),
      !scene.initializer.shares(parameter, with: other.initializer)
    {
      return nil
    }
    let text = field.formText(other)
    return text == value ? nil : "A \(text)"
  }
}

extension Canvas {
  /// Fills a row of a list as the chosen one.
  fileprivate mutating func fillRow(_ row: Int, of region: Region) {
    fill(region.row(row), Style(.selection, on: .selection))
  }
}

extension Region {
  /// A row of a list, without the column beside the divider.
  fileprivate func row(_ row: Int) -> Region {
    Region(column: column, row: row, columns: columns - 1, rows: 1)
  }
}

extension String {
  /// The text followed by blanks up to a width.
  fileprivate func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - TextWidth.columns(of: self)))
  }
}

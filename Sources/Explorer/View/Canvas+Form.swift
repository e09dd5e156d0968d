internal import Initializers
internal import Networks
internal import Scenes
internal import Screen

extension Model {
  var methodCount: Int { Method.allCases.count }
}

extension Canvas {
  /// The list of methods, scrolled so that the chosen one is in sight.
  mutating func drawMethods(_ model: Model, in region: Region) {
    heading("Method", in: region)
    let methods = Method.allCases
    let rows = region.rows - 1
    let chosen = methods.firstIndex(of: model.scene.initializer.method) ?? 0
    let first = min(max(0, chosen - rows / 2), max(0, methods.count - rows))
    for (index, method) in methods.dropFirst(first).prefix(rows).enumerated() {
      let row = region.row + 1 + index
      let isChosen = first + index == chosen
      let isFocused = isChosen && model.pane == .methods
      if isFocused {
        fill(
          Region(column: region.column, row: row, columns: region.columns - 1, rows: 1),
          Style(.selection, on: .selection))
      }
      let style: Style =
        isFocused
        ? Style(.selection, on: .selection, .bold) : isChosen ? Style(.bright, .bold) : .text
      put(
        (isChosen ? " ▸ " : "   ") + model.scene.tensor.framework.entry(of: method).name,
        column: region.column, row: row, style,
        limit: region.columns - 1)
      if method == model.scene.pinned?.initializer.method {
        put(
          "A", endColumn: region.endColumn - 2, row: row,
          Style(.pinned, on: isFocused ? .selection : .text, .bold))
      }
    }
  }

  /// The parameter form: name, value, and what the fans come from.
  mutating func drawForm(_ model: Model, in region: Region) {
    heading("Parameters", in: region)
    for (index, field) in model.fields.prefix(region.rows - 1).enumerated() {
      let row = region.row + 1 + index
      let isFocused = model.pane == .form && field == model.field
      let background: Role = isFocused ? .selection : .text
      if isFocused {
        fill(
          Region(column: region.column, row: row, columns: region.columns - 1, rows: 1),
          Style(.selection, on: .selection))
      }
      var column = region.column + 1
      let label = field.label.padded(to: field.label.count > 7 ? field.label.count + 1 : 8)
      column += put(
        label, column: column, row: row,
        Style(isFocused ? .selection : .dim, on: background))
      // A refused value stands in its place, marked, while its sentence is at the bottom.
      let isRefused = model.isRefused(field)
      let value = model.textBeingTyped(for: field) ?? model.formText(of: field)
      column += put(
        value, column: column, row: row,
        isRefused
          ? Style(.error, on: .text, [.bold, .underline])
          : Style(isFocused ? .selection : .bright, on: background, .bold),
        limit: region.endColumn - column - 1)
      let pinned = model.pinnedText(of: field)
      let remark = isRefused ? "!" : isFocused ? "◂ ▸" : pinned ?? model.origin(of: field)
      if column + columns(of: remark) + 3 <= region.endColumn {
        put(
          remark, endColumn: region.endColumn - 2, row: row,
          Style(isFocused ? .selection : pinned == nil ? .dim : .pinned, on: background))
      }
    }
  }

  /// Method and form in one line, for small screens: the focused part stands out.
  mutating func drawStrip(_ model: Model, in region: Region) {
    var column = region.column + 1
    let methodStyle =
      model.pane == .methods ? Style(.selection, on: .selection, .bold) : Style(.bright, .bold)
    column +=
      put(
        " \(model.scene.initializer.name) ", column: column, row: region.row, methodStyle
      )
      + 1
    let fields = model.fields
    // Start late enough that the focused field is in sight.
    let texts = fields.map { " \($0.label) \(model.formText(of: $0)) " }
    let focus = model.pane == .form ? fields.firstIndex(of: model.field) ?? 0 : 0
    var first = 0
    while first < focus,
      texts[first...focus].reduce(0, { $0 + columns(of: $1) }) > region.endColumn - column
    {
      first += 1
    }
    for (field, text) in zip(fields, texts).dropFirst(first) {
      guard column + columns(of: text) <= region.endColumn else { break }
      let isFocused = model.pane == .form && field == model.field
      column += put(
        text, column: column, row: region.row,
        isFocused ? Style(.selection, on: .selection, .bold) : Style(.dim))
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
  fileprivate func pinnedText(of field: Field) -> String? {
    guard let pinned = scene.pinned else { return nil }
    if case .parameter(let parameter) = field,
      !pinned.initializer.parameters.contains(parameter)
    {
      return nil
    }
    var other = scene
    other.tensor = pinned
    other.network = scene.pin?.network ?? scene.network
    let model = Model(scene: other)
    let text = model.formText(of: field)
    return text == formText(of: field) ? nil : "A \(text)"
  }

  /// The value of a field as the form shows it.
  func formText(of field: Field) -> String {
    field == .shape ? scene.shape.pythonArguments : text(of: field)
  }

  /// Where a value comes from or what it means, in two words.
  fileprivate func origin(of field: Field) -> String {
    switch field {
    case .fanIn: scene.shape.extents.count > 2 ? "shape[1]·kernel" : "shape[1]"
    case .fanOut:
      (try? scene.recipe())?.depthwiseGroups != nil
        ? "depthwise?" : scene.shape.extents.count > 2 ? "shape[0]·kernel" : "shape[0]"
    case .parameter(let parameter): meaning(of: parameter)
    case .network(.width): scene.network.width == nil ? "shape[0]" : ""
    case .network(.activation):
      scene.gainOfAnotherActivation.map { "gain: \($0)" }
        ?? (scene.network.activation == nil
          && scene.initializer.parameters.contains(.nonlinearity) ? "nonlinearity" : "")
    case .network(.bias): scene.network.hasBias ? "±1/√width" : ""
    case .network(.input): scene.network.input == .uniform ? "±√3" : "variance 1"
    case .seed:
      (try? scene.recipe())?.usesSeed == false
        ? "no effect" : scene.seed.isRepeated ? "as \(scene.seed.stream)" : ""
    case .shape, .network: ""
    }
  }

  private func meaning(of parameter: Parameter) -> String {
    if let remark = (try? scene.recipe())?.remark(on: parameter) { return remark }
    let value = scene.initializer[parameter]
    if case .gain(.number) = value { return "" }
    let text = value.number.map { Numeral.typeset($0, digits: 4) } ?? ""
    return value.number == nil || text.typedMinus == value.description ? "" : "= \(text)"
  }
}

extension String {
  /// The text with minus signs as they are typed.
  fileprivate var typedMinus: String { String(map { $0 == "−" ? "-" : $0 }) }

  /// The text followed by blanks up to a width.
  func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - TextWidth.columns(of: self)))
  }

  /// The text preceded by blanks up to a width.
  func rightAligned(to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - TextWidth.columns(of: self))) + self
  }
}

internal import Attribution
internal import Births
internal import Expressions
internal import Initializers
internal import Mathematics
internal import Scenes
internal import Screen
internal import Statistics
internal import WeightFiles
internal import Words

/// The tensors of open files, a row each.
struct TensorTable: Panel {
  /// What stands in a row of the table.
  enum Row: Sendable {
    case file(String)
    case tensor(ListedTensor, isChosen: Bool, isPinned: Bool)

    var isChosen: Bool { if case .tensor(_, true, _) = self { true } else { false } }
  }

  let rows: [Row]
  private let needs: ListNeeds
  // What is shown of a file's name before a tensor's.
  private static let stemColumns = 8
  // Whether tensors of several files stand among one another, without headings.
  private let namesFiles: Bool
  /// What the heading says, the fullest first.
  let remarks: [Phrase]

  init(_ listed: [ListedTensor], of model: Model) {
    let list = model.tensorList
    var rows: [Row] = []
    var file: String?
    for tensor in listed {
      if list.order == .file, model.shelf.files.count > 1, file != tensor.file.name {
        rows.append(.file(tensor.file.name))
        file = tensor.file.name
      }
      rows.append(
        .tensor(
          tensor, isChosen: tensor.holds(model.scene.tensor),
          isPinned: tensor.holds(model.scene.pinned)))
    }
    self.rows = rows
    needs = model.listNeeds
    namesFiles = list.order != .file && model.hasSeveralFiles
    remarks = Self.remarks(listed, of: model)
  }

  private static func remarks(_ listed: [ListedTensor], of model: Model) -> [Phrase] {
    let list = model.tensorList
    let count = listed.reduce(0) { $0.addingReportingOverflow($1.entry.count).partialValue }
    var sum = Phrase(
      "tensors.sum",
      ["tensors": "\(listed.count)", "weights": .text(Numeral.grouped(max(0, count), minus: "−"))])
    func add(_ phrase: Phrase) {
      sum = Phrase("remark.two", ["first": .phrase(sum), "second": .phrase(phrase)])
    }
    if list.order != .file { add(list.order.phrase) }
    if let verdict = list.verdict { add(verdict.label) }
    if !list.search.isEmpty { add(.verbatim("/\(list.search.shown)")) }
    if let report = model.surveyReport, report.isComplete { return [sum] }
    let percent = Int(clamping: 100 * (model.surveyReport?.progress ?? 0))
    let reading = Phrase("tensors.reading", ["percent": "\(percent)"])
    return [
      Phrase("remark.two", ["first": .phrase(sum), "second": .phrase(reading)]), reading,
    ]
  }

  /// The rows it takes, heading included.
  var rowCount: Int { 2 + max(1, rows.count) }

  func draw(on canvas: inout Canvas, in region: Region) {
    canvas.heading(Phrase("tensors.title"), remarks, in: region)
    let columns = TensorColumn.fitting(region.columns, needs)
    let nameColumns = region.columns - 3 - TensorColumn.width(of: columns)
    let lettering = canvas.lettering
    draw(columns, nameColumns, on: &canvas, row: region.row + 1, of: region) { column in
      (lettering.words(column.title), Style(.dim))
    }
    canvas.put(
      Phrase("tensors.column.name"), column: region.column + 3, row: region.row + 1, Style(.dim))
    let body = region.dropping(2)
    guard !rows.isEmpty else {
      canvas.put(
        Phrase("tensors.no-match"), column: body.column + 3, row: body.row, Style(.dim),
        limit: body.columns - 4)
      return
    }
    let focus = rows.firstIndex(where: \.isChosen) ?? 0
    let first = min(max(0, focus - body.rows / 2), max(0, rows.count - body.rows))
    for (offset, row) in rows.dropFirst(first).prefix(body.rows).enumerated() {
      let place = body.row + offset
      switch row {
      case .file(let name):
        canvas.put(
          name.shown, column: body.column + 1, row: place, Style(.dim, .bold),
          limit: body.columns - 2)
      case .tensor(let tensor, let isChosen, let isPinned):
        let line = Region(column: body.column, row: place, columns: body.columns, rows: 1)
        canvas.point(line, to: .storedTensor(tensor.file.name, tensor.entry.name))
        if isChosen { canvas.fill(line, Style(.selection, on: .selection)) }
        func style(_ style: Style) -> Style {
          isChosen ? Style(.selection, on: .selection, .bold) : style
        }
        canvas.put(
          isChosen ? "▸" : isPinned ? "A" : " ", column: body.column + 1, row: place,
          isPinned ? style(Style(.pinned, .bold)) : style(.text))
        let file = namesFiles ? "\(tensor.file.stem.prefix(Self.stemColumns)): " : ""
        let name = canvas.ending(
          of: tensor.entry.shownName, columns: nameColumns - canvas.columns(of: file))
        canvas.put(
          file + name, column: body.column + 3, row: place, style(.text), limit: nameColumns)
        draw(columns, nameColumns, on: &canvas, row: place, of: region) { column in
          let (text, own) = column.text(tensor, lettering)
          return (text, style(own))
        }
      }
    }
    if first + body.rows < rows.count {
      canvas.put("▾", endColumn: body.endColumn, row: body.endRow - 1, Style(.dim))
    }
  }

  private func draw(
    _ columns: [TensorColumn], _ nameColumns: Int, on canvas: inout Canvas, row: Int,
    of region: Region, _ text: (TensorColumn) -> (String, Style)
  ) {
    var start = region.column + 3 + nameColumns
    var isAfterNumber = false
    for column in columns {
      start += TensorColumn.gap(isAfterNumber, column)
      isAfterNumber = column.isNumber
      let (text, style) = text(column)
      if column.isNumber {
        canvas.put(text, endColumn: start + column.columns, row: row, style)
      } else {
        canvas.put(text, column: start, row: row, style, limit: column.columns)
      }
      start += column.columns
    }
  }
}

extension Canvas {
  /// A name's end, which tells it from its neighbours, where there is no room for all of it.
  func ending(of name: String, columns: Int) -> String {
    guard self.columns(of: name) > columns else { return name }
    var rest = name[...]
    let room = columns - self.columns(of: "…")
    while !rest.isEmpty, self.columns(of: String(rest)) > room { rest = rest.dropFirst() }
    return "…\(rest)"
  }
}

/// A column of the table of tensors.
enum TensorColumn: CaseIterable {
  case shape
  case type
  case mean
  case std
  case minimum
  case maximum
  case zeros
  case notFinite
  case law
  case verdict

  // What a name needs at least.
  private static let nameColumns = 18

  // The first to go where there is too little room.
  private static let leastImportant: [TensorColumn] = [
    .notFinite, .zeros, .minimum, .maximum, .mean, .type, .law, .std, .shape,
  ]

  // Numbers end and words begin at their edges.
  static func gap(_ isAfterNumber: Bool, _ column: TensorColumn) -> Int {
    isAfterNumber && !column.isNumber ? 2 : 1
  }

  /// What they take, with the blanks before each, and at the end the place of an arrow.
  static func width(of columns: [TensorColumn]) -> Int {
    var (width, isAfterNumber) = (2, false)
    for column in columns {
      width += gap(isAfterNumber, column) + column.columns
      isAfterNumber = column.isNumber
    }
    return width
  }

  /// As many of them as there is room for, with the name; of long names as much as half the row.
  static func fitting(_ columns: Int, _ needs: ListNeeds) -> [TensorColumn] {
    var chosen = allCases.filter { needs.hasLaws || $0 != .law }
    for column in leastImportant {
      let isDispensable = leastImportant.prefix { $0 != .law }.contains(column)
      let wanted =
        isDispensable ? max(nameColumns, min(needs.longestName, columns / 2)) : nameColumns
      if wanted + 3 + width(of: chosen) > columns { chosen.removeAll { $0 == column } }
    }
    return chosen
  }

  var columns: Int {
    switch self {
    case .shape: 14
    case .type: 8
    case .mean, .minimum, .maximum: 10
    case .std: 9
    case .zeros, .notFinite: 8
    case .law: 18
    case .verdict: 10
    }
  }

  var isNumber: Bool {
    switch self {
    case .shape, .type, .law, .verdict: false
    case .mean, .std, .minimum, .maximum, .zeros, .notFinite: true
    }
  }

  var title: Phrase {
    switch self {
    case .shape: Phrase("tensors.column.shape")
    case .type: Phrase("tensors.column.type")
    case .mean: Phrase("tensors.column.mean")
    case .std: Phrase("tensors.column.std")
    case .minimum: Phrase("tensors.column.minimum")
    case .maximum: Phrase("tensors.column.maximum")
    case .zeros: Phrase("tensors.column.zeros")
    case .notFinite: Phrase("tensors.column.not-finite")
    case .law: Phrase("tensors.column.law")
    case .verdict: Phrase("tensors.column.verdict")
    }
  }

  /// What stands in it.
  func text(_ tensor: ListedTensor, _ lettering: Lettering) -> (String, Style) {
    let moments = tensor.row.summary?.moments
    func number(_ value: Double?) -> (String, Style) {
      guard let value, value.isFinite else { return (moments == nil ? "" : "–", Style(.dim)) }
      return (Numeral.typeset(value, digits: 3), .text)
    }
    func count(_ value: Int?) -> (String, Style) {
      (value.map { $0 == 0 ? "" : Numeral.grouped($0, minus: "−") } ?? "", .text)
    }
    switch self {
    case .shape:
      return (tensor.entry.shape.map(String.init).joined(separator: "×"), Style(.dim))
    case .type: return (tensor.entry.typeName.shown, Style(.dim))
    case .mean: return number(moments?.mean)
    case .std: return number(moments?.standardDeviation)
    case .minimum: return number(moments?.minimum)
    case .maximum: return number(moments?.maximum)
    case .zeros: return count(tensor.row.summary?.zeroCount)
    case .notFinite:
      let (text, _) = count(moments?.nonFiniteCount)
      return (text, Style(.error, .bold))
    case .law:
      guard let law = tensor.row.likeliest?.law else { return ("", .text) }
      return (lettering.shown(law.short), Style(.law))
    case .verdict:
      return (lettering.shown(tensor.kind.label), tensor.kind.style(of: tensor))
    }
  }
}

extension VerdictKind {
  /// What catches the eye is what asks for a look.
  fileprivate func style(of tensor: ListedTensor) -> Style {
    switch self {
    case .broken: Style(.error, .bold)
    case .duplicate: Style(.caution, .bold)
    case .constant: tensor.row.isConstantWeight ? Style(.caution, .bold) : Style(.dim)
    case .trained: .text
    case .confirmed: Style(.good, .bold)
    case .consistent: Style(.law, .bold)
    case .tooFew, .empty, .unread: Style(.dim)
    }
  }
}

extension TensorFile {
  /// Its name without folders and endings.
  fileprivate var stem: Substring {
    let name = name.withoutFolders
    return Substring((name.split(separator: ".").first.map(String.init) ?? name).shown)
  }
}

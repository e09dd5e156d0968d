internal import Lectures
internal import Screen
internal import Words

/// Where prose and live program lie while a lecture is on the screen.
struct LectureLayout: Equatable {
  let header: Region
  let footer: Region
  /// What is said.
  let prose: Region
  /// The live program.
  let live: Region
  /// Whether the two lie beside each other.
  let isBeside: Bool

  /// The columns from which prose stands beside the picture.
  private static let leastBeside = 110
  /// The least size of a live picture, of one in large type, and of all prose.
  static let leastPicture = Size(columns: 30, rows: 8)
  private static let leastLarge = Size(columns: 40, rows: 12)

  /// The columns that prose has on a screen of so many.
  static func proseColumns(of columns: Int) -> Int {
    columns >= leastBeside ? min(60, max(40, columns * 2 / 5)) - 2 : columns - 2
  }

  /// Lays out; nil where there is no room for picture and prose.
  ///
  /// - Parameter lines: the most that the step says.
  init?(size: Size, lines: Int) {
    header = Region(column: 0, row: 0, columns: size.columns, rows: 1)
    footer = Region(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    let rows = size.rows - 2
    isBeside = size.columns >= Self.leastBeside
    if isBeside {
      let columns = Self.proseColumns(of: size.columns) + 2
      prose = Region(column: 1, row: 2, columns: columns - 2, rows: rows - 1)
      live = Region(column: columns + 1, row: 1, columns: size.columns - columns - 1, rows: rows)
    } else {
      let proseRows = max(0, min(rows - Self.leastPicture.rows, lines))
      // A row between picture and prose where there is one to spare.
      let rule = rows - proseRows > Self.leastLarge.rows ? 1 : 0
      live = Region(column: 0, row: 1, columns: size.columns, rows: rows - proseRows - rule)
      prose = Region(
        column: 1, row: live.endRow + rule, columns: size.columns - 2, rows: proseRows)
    }
    guard live.columns >= Self.leastPicture.columns, live.rows >= Self.leastPicture.rows else {
      return nil
    }
  }

  /// Whether the live picture has room for its formula and its number besides.
  var isLarge: Bool { live.columns >= Self.leastLarge.columns && live.rows >= Self.leastLarge.rows }
}

extension Model {
  /// What is said at the present step.
  var prose: LectureProse? {
    lecturing.map { lecturing in
      LectureProse(step: lecturing.step, beat: lecturing.beat, lettering: lettering) {
        number($0, beside: $1, told: lecturing.told)
      }
    }
  }

  /// Where prose and picture lie; nil without a lecture, while it is taken over, and without room.
  var lectureLayout: LectureLayout? {
    guard isLecturing, let prose else { return nil }
    let columns = LectureLayout.proseColumns(of: size.columns)
    return LectureLayout(size: size, lines: prose.mostLines(columns: columns))
  }

  /// The live program as the lecture shows it: in large type where there is room, else its picture.
  func live(in layout: LectureLayout) -> Model {
    var model = self
    model.lecturing = nil
    (model.overlay, model.notice) = (nil, nil)
    model.size = layout.live.size
    (model.isPresenting, model.only) = layout.isLarge ? (true, nil) : (false, .chart)
    return model
  }
}

/// Draws a lecture over everything else.
func lectureCanvas(of model: Model, _ lecturing: Lecturing, in layout: LectureLayout) -> Canvas {
  var canvas = Canvas(model)
  guard !lecturing.isBlank else { return canvas }
  let live = ownCanvas(of: model.live(in: layout))
  canvas.draw(live.frame, in: layout.live)
  for (region, target) in live.targets {
    canvas.point(region.moved(by: layout.live), to: target)
  }
  if layout.isBeside {
    for row in layout.live.row..<layout.live.endRow {
      canvas.put("│", column: layout.live.column - 1, row: row, Style(.dim))
    }
  }
  if layout.prose.row > layout.live.endRow, !layout.isBeside {
    let rule = String(repeating: "─", count: model.size.columns)
    canvas.put(rule, column: 0, row: layout.live.endRow, Style(.dim))
  }
  let lines = model.prose?.lines(columns: layout.prose.columns) ?? []
  for (row, runs) in lines.prefix(layout.prose.rows).enumerated() {
    canvas.put(
      runs, column: layout.prose.column, row: layout.prose.row + row,
      limit: layout.prose.columns)
  }
  canvas.drawLectureBars(lecturing, model, in: layout)
  if let index = lecturing.index { canvas.drawIndex(lecturing, chosen: index.step, in: model.size) }
  return canvas
}

extension Canvas {
  init(_ model: Model) {
    self.init(
      size: model.size, lettering: model.lettering, usesColor: model.usesColor,
      hasFills: model.capabilities.theme.fills(.band, colors: model.capabilities.colors))
  }

  fileprivate mutating func drawLectureBars(
    _ lecturing: Lecturing, _ model: Model, in layout: LectureLayout
  ) {
    let chrome = Style(.chrome, on: .chrome)
    fill(layout.header, chrome)
    let clock = model.elapsedMinutes.map { words(lecturing.clock($0)) }
    let end = [clock, lecturing.progress].compactMap(\.self).joined(separator: "  ")
    put(end, endColumn: layout.header.endColumn - 1, row: 0, chrome)
    let room = layout.header.columns - columns(of: end) - 4
    let titles = [
      "\(lecturing.lecture.title) · \(lecturing.step.title)", lecturing.step.title,
    ]
    put(
      first(of: titles, fitting: room) ?? lecturing.step.title, column: 1, row: 0,
      Style(.chrome, on: .chrome, .bold), limit: room)
    fill(layout.footer, chrome)
    var column = 1
    let keys = LectureKey.table.filter { $0.name != "played" || lecturing.played != nil }
    let hints = model.popup.map { model.hints(over: $0) } ?? keys.map { ($0.signs[0], $0.footer) }
    for (sign, phrase) in hints {
      let label = words(phrase)
      let needed = columns(of: sign) + columns(of: label) + 3
      guard column + needed <= layout.footer.endColumn else { break }
      column += put(
        [(sign, Style(.key, on: .chrome, .bold)), (" \(label)  ", chrome)], column: column,
        row: layout.footer.row)
    }
    switch model.notice {
    case .remark(let sentence):
      fill(layout.footer, chrome)
      put(sentence, column: 1, row: layout.footer.row, Style(.bright, on: .chrome))
    case .error(let sentence):
      let lines = shown(sentence).wrapped(to: layout.footer.columns - 2, at: [" "])
      // Over the picture, not over what is said.
      for (index, line) in lines.enumerated() {
        let row = layout.header.endRow + index
        fill(Region(column: 0, row: row, columns: layout.footer.columns, rows: 1), .text)
        put(line, column: 1, row: row, Style(.error, .bold))
      }
    case nil: break
    }
  }

  fileprivate mutating func drawIndex(_ lecturing: Lecturing, chosen: Int, in size: Size) {
    let steps = lecturing.lecture.steps
    let rows = min(steps.count, size.rows - 4)
    let titles = steps.enumerated().map {
      "\($0 == chosen ? lettering.shown("▸") : " ") \($0 + 1)  \($1.title)"
    }
    let width = min(size.columns - 4, (titles.map { columns(of: $0) }.max() ?? 0) + 4)
    let region = Region(
      column: (size.columns - width) / 2, row: (size.rows - rows - 2) / 2, columns: width,
      rows: rows + 2)
    fill(region, .text)
    drawBox(Phrase("lecture.index"), in: region)
    let first = min(max(0, chosen - rows / 2), steps.count - rows)
    for (row, index) in (first..<first + rows).enumerated() {
      let isChosen = index == chosen
      let line = Region(
        column: region.column + 1, row: region.row + 1 + row, columns: width - 2, rows: 1)
      if isChosen { fill(line, Style(.selection, on: .selection)) }
      put(
        titles[index], column: line.column, row: line.row,
        isChosen ? Style(.selection, on: .selection, .bold) : .text, limit: line.columns)
    }
  }
}

extension Region {
  /// The region as it lies in another one.
  fileprivate func moved(by other: Region) -> Region {
    Region(column: column + other.column, row: row + other.row, columns: columns, rows: rows)
  }
}

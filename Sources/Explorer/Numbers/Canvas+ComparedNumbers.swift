private import Clamping
internal import Measurements
internal import Plots
internal import Screen

extension Canvas {
  /// A, B and their ratio for each quantity.
  mutating func drawComparedNumbers(
    _ measurement: Measurement, _ pinned: Measurement?, in region: Region, isWide: Bool
  ) {
    drawCompared(ComparedNumbers(pinned, measurement), in: region, isWide: isWide)
  }

  /// The table of A, B and their ratio.
  mutating func drawCompared(_ numbers: ComparedNumbers, in region: Region, isWide: Bool) {
    heading("Numbers", in: region)
    if isWide {
      let rows = numbers.rows.mostImportant(6)
      let (left, right) = region.split(after: region.columns / 2 - 1, gap: 2)
      for (index, half) in [left, right].enumerated() {
        drawComparedHeading(in: half)
        draw(Array(rows.dropFirst(3 * index).prefix(3)), in: half)
      }
    } else {
      drawComparedHeading(in: region)
      draw(numbers.rows.mostImportant(region.rows - 1), in: region)
    }
  }

  private mutating func drawComparedHeading(in region: Region) {
    let ends = ComparedColumns(region)
    put(" A", endColumn: ends.a, row: region.row, Style(.pinned, .bold))
    put(" B", endColumn: ends.b, row: region.row, Style(.bright, .bold))
    put(" B/A", endColumn: ends.ratio, row: region.row, Style(.dim))
  }

  private mutating func draw(_ rows: [ComparedNumbers.Row], in region: Region) {
    let ends = ComparedColumns(region)
    for (index, row) in rows.enumerated() {
      let line = region.row + 1 + index
      let a = number(row.a, columns: ends.room, digits: ends.digits)
      let b = number(row.b, columns: ends.room, digits: ends.digits)
      put(" \(row.name)", column: region.column, row: line, Style(.dim))
      put(a, endColumn: ends.a, row: line, Style(.pinned))
      put(b, endColumn: ends.b, row: line, Style(row.isTheory ? .law : .bright))
      put(
        row.relation(columns: ends.ratioRoom, looksEqual: a == b, in: glyphs),
        endColumn: ends.ratio, row: line, Style(.text))
    }
  }

  /// A number in at most so many columns, with as many of the digits as fit.
  func number(_ value: Double, columns room: Int, digits most: Int = 4) -> String {
    if value.isNaN { return "·" }
    if value == value.rounded(), abs(value) < 1e9 {
      let text = NumberText.grouped(Int(clamping: value), in: glyphs)
      if columns(of: text) <= room { return text }
    }
    for digits in stride(from: most, to: 1, by: -1) {
      let text = NumberText.significant(value, digits: digits, in: glyphs)
      if columns(of: text) <= room { return text }
    }
    let short = NumberText.scientific(value, digits: 2, in: glyphs)
    return columns(of: short) <= room
      ? short : NumberText.scientific(value, digits: 1, in: glyphs)
  }
}

extension ComparedNumbers.Row {
  /// How B relates to A, in at most so many columns: their ratio where it says something.
  func relation(columns room: Int, looksEqual: Bool, in glyphs: GlyphSet) -> String {
    if a.isNaN || b.isNaN { return "" }
    if a == b || abs(a - b) <= 1e-9 * abs(a) { return "=" }
    let different = looksEqual ? "≈" : "≠"
    guard isScale, a != 0, (b / a).isFinite, b / a > 0 else { return different }
    return Self.text(ratio: b / a, columns: room, in: glyphs) ?? different
  }

  // Two that are nearly equal must not look equal.
  private static func text(ratio: Double, columns room: Int, in glyphs: GlyphSet) -> String? {
    if abs(ratio - 1) < 0.0995 {
      let text = NumberText.fixed(ratio, decimals: 3, in: glyphs)
      return text == "1.000" ? "≈" : signed(text, room)
    }
    for digits in [3, 2, 1] {
      let text =
        ratio >= 0.001 && ratio < 1000
        ? NumberText.significant(ratio, digits: digits, in: glyphs)
        : NumberText.scientific(ratio, digits: digits, in: glyphs)
      if let text = signed(text, room) { return text }
    }
    return nil
  }

  // Under the heading B/A a narrow column can do without the sign of multiplication.
  private static func signed(_ text: String, _ room: Int) -> String? {
    let signed = room < 6 ? text : "×\(text)"
    return TextWidth.columns(of: signed) <= room ? signed : nil
  }
}

/// Where the columns of the comparison end.
struct ComparedColumns {
  let a: Int
  let b: Int
  let ratio: Int

  /// The columns of a number.
  let room: Int
  /// The columns of a ratio.
  let ratioRoom: Int
  /// The most digits of a number.
  let digits: Int

  /// The columns of a row's name, with a blank before it.
  static let label = 8

  init(_ region: Region) {
    // The two numbers share what label and ratio leave. A blank stands before each of the three,
    // and one at the end.
    ratioRoom = region.columns < 34 ? 5 : 6
    room = max(0, (region.columns - 1 - Self.label - ratioRoom - 3) / 2)
    ratio = region.endColumn - 1
    b = ratio - ratioRoom - 1
    a = b - room - 1
    digits = min(6, max(4, room - 4))
  }
}

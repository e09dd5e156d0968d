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
      let rows = numbers.rows(upTo: 6)
      let (left, right) = region.split(after: region.columns / 2 - 1, gap: 2)
      for (index, half) in [left, right].enumerated() {
        drawComparedHeading(in: half)
        draw(Array(rows.dropFirst(3 * index).prefix(3)), in: half)
      }
    } else {
      drawComparedHeading(in: region)
      draw(numbers.rows(upTo: region.rows - 1), in: region)
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
      put(" \(row.name)", column: region.column, row: line, Style(.dim))
      put(number(row.a, columns: ends.room), endColumn: ends.a, row: line, Style(.pinned))
      put(
        number(row.b, columns: ends.room), endColumn: ends.b, row: line,
        Style(row.isTheory ? .law : .bright))
      put(relation(row), endColumn: ends.ratio, row: line, Style(.text))
    }
  }

  // The most digits that fit a column, up to four.
  func number(_ value: Double, columns room: Int) -> String {
    if value.isNaN { return "·" }
    if value == value.rounded(), abs(value) < 1e9 {
      let text = NumberText.grouped(Int(value), in: glyphs)
      if columns(of: text) <= room { return text }
    }
    for digits in [4, 3, 2] {
      let text = NumberText.significant(value, digits: digits, in: glyphs)
      if columns(of: text) <= room { return text }
    }
    return NumberText.scientific(value, digits: 1, in: glyphs)
  }

  private func relation(_ row: ComparedNumbers.Row) -> String {
    if row.a.isNaN || row.b.isNaN { return "" }
    if row.a == row.b || abs(row.a - row.b) <= 1e-9 * abs(row.a) { return "=" }
    guard row.isScale, row.a != 0 else { return "≠" }
    let ratio = row.b / row.a
    // Two that are nearly equal must not look equal.
    if abs(ratio - 1) < 0.1 { return "×" + NumberText.fixed(ratio, decimals: 3, in: glyphs) }
    return ratio >= 0.001 && ratio < 1000
      ? "×" + NumberText.significant(ratio, digits: 3, in: glyphs)
      : "×" + NumberText.scientific(ratio, digits: 1, in: glyphs)
  }
}

/// Where the columns of the comparison end.
private struct ComparedColumns {
  let a: Int
  let b: Int
  let ratio: Int

  /// The columns of a number.
  let room: Int

  init(_ region: Region) {
    // Label and ratio have their columns, the two numbers share the rest with a blank each.
    let shared = (region.columns - 9 - 6) / 2
    ratio = region.endColumn - 1
    b = ratio - 6
    a = b - shared
    room = shared - 1
  }
}

internal import Readings
internal import Screen
internal import Words

/// A part of a table of numbers: rows of a name and a number for every column, below a heading.
struct NumberTable {
  /// What a column is called, and where its numbers end.
  struct Column {
    let title: Phrase
    let end: Int
    var style = Style(.dim)
  }

  /// A name, and a number for every column.
  struct Row {
    let name: String
    let cells: [(text: String, style: Style)]
    /// A sign right behind the last number.
    var mark: (text: String, style: Style)?
  }

  let columns: [Column]
  let rows: [Row]
  var hasTitles = true
}

extension Canvas {
  /// Draws a part of a table; the heading's row is the region's first.
  mutating func draw(_ table: NumberTable, in region: Region) {
    for column in table.columns where table.hasTitles {
      put(" \(words(column.title))", endColumn: column.end, row: region.row, column.style)
    }
    for (index, row) in table.rows.enumerated() {
      let line = region.row + 1 + index
      put(" \(row.name)", column: region.column, row: line, Style(.dim))
      for (cell, column) in zip(row.cells, table.columns) {
        put(cell.text, endColumn: column.end, row: line, cell.style)
      }
      if let mark = row.mark, let end = table.columns.last?.end {
        put(mark.text, column: end, row: line, mark.style)
      }
    }
  }
}

/// A row of a table that gives way to more important ones where there is no room.
protocol NumberRow {
  /// The lower, the sooner it is left out where there is no room.
  var importance: Int { get }
}

extension Reading: NumberRow {}

extension Array where Element: NumberRow {
  /// The most important rows that fit, in their order; of two alike the first.
  func mostImportant(_ room: Int) -> [Element] {
    let kept = indices.sorted { (self[$1].importance, $0) < (self[$0].importance, $1) }
      .prefix(Swift.max(0, room))
    return kept.sorted().map { self[$0] }
  }

  /// The most important rows and where they go: below each other, or on a small screen three beside
  /// three.
  func parts(of region: Region, isWide: Bool) -> [(rows: [Element], region: Region)] {
    guard isWide else { return [(mostImportant(region.rows - 1), region)] }
    let shown = mostImportant(6)
    let (left, right) = region.split(after: region.columns / 2 - 1, gap: 2)
    return [(Array(shown.prefix(3)), left), (Array(shown.dropFirst(3)), right)]
  }
}

/// How a table says that its theory is the median of what chance gives, not its mean.
enum MedianLabel {
  /// The sign of a median beside a quantity's name.
  static let sign = "Md"

  /// What the sign means.
  static let legend = Phrase("median.legend")

  /// A quantity's name with the word, or in a table too narrow for it with the sign.
  static func text(_ name: Phrase, columns: Int) -> Phrase {
    columns >= 36
      ? Phrase("median.whole", ["name": .phrase(name)])
      : Phrase("median.short", ["name": .phrase(name), "sign": .text(sign)])
  }
}

/// A frame's cells sorted into what an SVG document is made of: shapes by class, and runs of text.
struct SVGPicture {
  /// What blocks are grouped by.
  struct Paint: Hashable {
    let name: String
    let quarters: Int
  }

  private(set) var sheet: SVGStyleSheet
  /// Fills, and blocks straight on the page.
  private(set) var ground: [Paint: [SVGRectangle]] = [:]
  /// Blocks on fills.
  private(set) var blocks: [Paint: [SVGRectangle]] = [:]
  /// Lines, which are smoothed: a thin one could fall between pixels otherwise.
  private(set) var lines: [String: [SVGRectangle]] = [:]
  /// Dots and marks.
  private(set) var outlines: [String: [SVGOutline]] = [:]
  /// Everything else.
  private(set) var texts: [SVGText.Group: [SVGText]] = [:]
  /// The runs of each row that has some, from the left, for those who cannot see the picture.
  private(set) var words: [String] = []

  /// Sorts a frame's cells.
  init(_ frame: Frame, themes: [Theme]) {
    sheet = SVGStyleSheet(themes: themes)
    for row in 0..<frame.size.rows { add(row: row, of: frame) }
  }

  private mutating func add(row: Int, of frame: Frame) {
    var run: (group: SVGText.Group, text: SVGText)?
    var rowWords: [String] = []
    func end(_ picture: inout SVGPicture) {
      guard let (group, text) = run else { return }
      picture.texts[group, default: []].append(text)
      rowWords.append(text.text)
      run = nil
    }
    for column in 0..<frame.size.columns {
      let cell = frame[column, row]
      let ink = sheet.ink(for: cell.style)
      let isWide = frame.isWide(column, row)
      let parts = cell.parts
      let shape = GlyphShape(cell.glyph)
      let (x, y) = (column * SVGCell.width, row * SVGCell.height)
      addShape(GlyphShape(parts.still), ink, x: x, y: y)
      if let moved = parts.moved.flatMap(GlyphShape.init) {
        add(moved, ink, x: x + SVGCell.across(cell.offset), y: y + SVGCell.down(cell.offset))
      }
      if shape != nil || TextWidth.columns(of: cell.glyph) == 0 || cell.glyph == " " { continue }
      let group = SVGText.Group(name: ink.glyph, isBold: ink.isBold)
      let isAlone = isWide || SVGText.isAlone(cell.glyph)
      // One blank within a run is part of it; more part two runs.
      if let (open, text) = run, open == group, !isAlone, column - text.endColumn <= 1,
        !text.isAlone, text.offset == cell.offset,
        column == text.endColumn || frame[column - 1, row].glyph == " "
      {
        let blank = column > text.endColumn ? " " : ""
        run?.text.text += blank + String(cell.glyph)
        run?.text.columns = column + 1 - text.column
      } else {
        end(&self)
        run = (
          group,
          SVGText(
            column: column, row: row, columns: isWide ? 2 : 1, text: String(cell.glyph),
            isAlone: isAlone, offset: cell.offset)
        )
      }
    }
    end(&self)
    if !rowWords.isEmpty { words.append(rowWords.joined(separator: " ")) }
  }

  /// Adds a cell's fill, its shape and its underline.
  private mutating func addShape(_ shape: GlyphShape?, _ ink: SVGInk, x: Int, y: Int) {
    let isCut = ink.glyph == "page" && shape?.quarters == 4
    if let fill = ink.fill {
      // What shows the page through a fill is left out, so that a page without colour works.
      let bits = isCut ? shape?.blocks?.complement ?? .full : .full
      ground[Paint(name: fill, quarters: 4), default: []] += bits.rectangles(x: x, y: y)
    }
    if ink.isUnderlined {
      lines[ink.glyph, default: []].append(
        SVGRectangle(x: x, y: y + SVGCell.baseline + 3, width: SVGCell.width, height: 2))
    }
    if let shape { add(shape, ink, x: x, y: y, isCut: isCut) }
  }

  /// Adds a shape without what is behind it.
  private mutating func add(
    _ shape: GlyphShape, _ ink: SVGInk, x: Int, y: Int, isCut: Bool = false
  ) {
    if let bits = shape.blocks, !isCut || ink.fill == nil {
      let paint = Paint(name: ink.glyph, quarters: shape.quarters)
      let rectangles = bits.rectangles(x: x, y: y)
      if ink.fill == nil {
        ground[paint, default: []] += rectangles
      } else {
        blocks[paint, default: []] += rectangles
      }
    }
    for line in shape.lines {
      lines[ink.glyph, default: []].append(
        SVGRectangle(x: x + line.x, y: y + line.y, width: line.width, height: line.height))
    }
    for outline in shape.outlines {
      outlines[ink.glyph, default: []].append(
        SVGOutline(x: x + outline.x, y: y + outline.y, rest: outline.rest))
    }
  }
}

extension Frame {
  /// Whether a cell's glyph has the cell after it too.
  fileprivate func isWide(_ column: Int, _ row: Int) -> Bool {
    TextWidth.columns(of: self[column, row].glyph) == 2
      && self[column + 1, row].glyph == Cell.continuation
  }
}

/// The box of one cell in an SVG picture.
///
/// Eighths of a cell across and down, quadrants, lines and braille dots all have whole numbers in
/// it, and whole pixels at half and at full size.
enum SVGCell {
  static let width = 16
  static let height = 32
  /// The left edge of a light line is a unit left of it; the same for `middle` downwards.
  static let center = 9
  static let middle = 17
  /// The distance from a cell's top to the line its letters stand on.
  static let baseline = 24
  /// The space around the cells.
  static let padding = 32

  /// An offset to the right in units.
  static func across(_ offset: Cell.Offset) -> Int { Int(offset.across) * width / 8 }
  /// An offset downwards in units.
  static func down(_ offset: Cell.Offset) -> Int { Int(offset.down) * height / 16 }
}

/// How a style is drawn in an SVG picture.
struct SVGInk: Hashable, Sendable {
  /// The class of the glyph's colour.
  var glyph: String
  /// The class of the cell's fill; `nil` where the page shows.
  var fill: String?
  /// Whether letters are bold.
  var isBold: Bool
  /// Whether the cell has a line under its letters.
  var isUnderlined: Bool
}

/// A closed outline that is no rectangle: where it starts, and the rest of it as path data relative
/// to there.
struct SVGOutline: Hashable, Sendable {
  var x: Int
  var y: Int
  let rest: String

  /// The outline as path data.
  var path: String { "M\(x) \(y)\(rest)" }
}

/// A rectangle in an SVG picture's units; a path of them fills each once.
struct SVGRectangle: Hashable, Sendable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int

  var endX: Int { x + width }
  var endY: Int { y + height }

  /// The rectangle as a closed subpath.
  var path: String { "M\(x) \(y)h\(width)v\(height)h-\(width)z" }

  /// As few rectangles that cover the same: first those below one another, then those side by
  /// side, are joined where they touch along a whole edge.
  ///
  /// What touches without being joined would show a hairline where a renderer smooths edges.
  static func merged(_ rectangles: [SVGRectangle]) -> [SVGRectangle] {
    var columns: [SVGRectangle] = []
    for next in rectangles.sorted(by: { ($0.x, $0.width, $0.y) < ($1.x, $1.width, $1.y) }) {
      if let last = columns.last, last.x == next.x, last.width == next.width, next.y <= last.endY {
        columns[columns.count - 1].height = max(last.endY, next.endY) - last.y
      } else {
        columns.append(next)
      }
    }
    var result: [SVGRectangle] = []
    for next in columns.sorted(by: { ($0.y, $0.height, $0.x) < ($1.y, $1.height, $1.x) }) {
      if let last = result.last, last.y == next.y, last.height == next.height, next.x <= last.endX {
        result[result.count - 1].width = max(last.endX, next.endX) - last.x
      } else {
        result.append(next)
      }
    }
    return result
  }
}

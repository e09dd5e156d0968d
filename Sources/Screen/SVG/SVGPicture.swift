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
      let shape = GlyphShape(cell.glyph)
      addShape(shape, ink, x: column * SVGCell.width, y: row * SVGCell.height)
      if shape != nil || TextWidth.columns(of: cell.glyph) == 0 || cell.glyph == " " { continue }
      let group = SVGText.Group(name: ink.glyph, isBold: ink.isBold)
      let isAlone = isWide || SVGText.isAlone(cell.glyph)
      // One blank within a run is part of it; more part two runs.
      if let (open, text) = run, open == group, !isAlone, column - text.endColumn <= 1,
        !text.isAlone, column == text.endColumn || frame[column - 1, row].glyph == " "
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
            isAlone: isAlone)
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
    guard let shape else { return }
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

internal import Networks
internal import Screen
internal import Words

/// What can lie over the view.
protocol PopupContent: Sendable {
  /// What its heading says.
  var title: Phrase { get }
  /// What else its foot says.
  var hint: Phrase? { get }
  /// Whether a frame is around it; without one its lines can be selected alone.
  var isFramed: Bool { get }

  /// Its columns, and its lines in pages of no more rows than there are.
  func pages(in room: Size, _ lettering: Lettering) -> (columns: Int, pages: [[PopupLine]])
}

extension PopupContent {
  var hint: Phrase? { nil }
  var isFramed: Bool { true }
}

/// A line of what lies over the view: pieces of text, each from a column on, or up to one.
struct PopupLine: Sendable {
  private(set) var pieces: [(text: String, column: Int, isEnd: Bool, style: Style)] = []

  /// The text of all pieces.
  var text: String { pieces.map(\.text).joined(separator: " ") }

  /// The line with a piece more that begins at a column.
  func adding(_ text: String, at column: Int, _ style: Style) -> PopupLine {
    var line = self
    line.pieces.append((text, column, false, style))
    return line
  }

  /// The line with a piece more that ends before a column.
  func adding(_ text: String, endingAt column: Int, _ style: Style) -> PopupLine {
    var line = self
    line.pieces.append((text, column, true, style))
    return line
  }

  /// Blocks of lines in pages of so many rows; a block is divided only where no page holds it.
  static func pages(of blocks: [[PopupLine]], rows: Int) -> [[PopupLine]] {
    let rows = max(1, rows)
    var pages: [[PopupLine]] = []
    for block in blocks {
      if let last = pages.last, last.count + block.count <= rows {
        pages[pages.count - 1] += block
        continue
      }
      for start in stride(from: 0, to: block.count, by: rows) {
        pages.append(Array(block[start..<min(block.count, start + rows)]))
      }
    }
    return pages
  }
}

/// What lies over the view, a page at a time where the screen does not hold all of it.
struct Popup {
  private let content: any PopupContent
  private let columns: Int
  /// Its lines, page by page.
  let pages: [[PopupLine]]
  /// The page that is shown, from 0.
  let page: Int

  // Beside less than this nothing that lies beneath can be read.
  private static let leastColumnsBeside = 44
  private static let leastRowsBeside = 10

  /// Lays out what there is to say.
  init(_ content: any PopupContent, page: Int, in space: Region, _ lettering: Lettering) {
    self.content = content
    // Of a frame's sides, or of a heading with a blank line under it.
    let room = Size(
      columns: space.columns - (content.isFramed ? 4 : 0), rows: max(1, space.rows - 2))
    (columns, pages) = content.pages(in: room, lettering)
    self.page = max(0, min(page, pages.count - 1))
  }

  func draw(on canvas: inout Canvas, in space: Region) {
    let lines = pages.isEmpty ? [] : pages[page]
    guard content.isFramed else {
      canvas.fill(space, .text)
      let close = canvas.words(Phrase("overlay.close"))
      canvas.heading(
        content.title, [.verbatim(place.map { "\($0) \(close)" } ?? close)], in: space)
      draw(lines, on: &canvas, column: space.column, row: space.row + 2)
      return
    }
    let region = region(in: space)
    canvas.fill(region.margined(in: space), .text)
    canvas.drawBox(content.title, in: region)
    let foot = [content.hint.map { canvas.words($0) }, place].compactMap(\.self)
    if !foot.isEmpty {
      canvas.put(
        " \(foot.joined(separator: "  ")) ", endColumn: region.endColumn - 2,
        row: region.endRow - 1, Style(.dim))
    }
    draw(
      lines, on: &canvas, column: region.column + (region.columns - columns) / 2,
      row: region.row + 1)
  }

  // Where the page stands among the others, as lists have it: "2/3 ▴▾".
  private var place: String? {
    guard pages.count > 1 else { return nil }
    let ways = "\(page > 0 ? "▴" : "")\(page + 1 < pages.count ? "▾" : "")"
    return "\(page + 1)/\(pages.count) \(ways)"
  }

  // In the middle, or over everything where what is left of the rest would be slivers.
  private func region(in space: Region) -> Region {
    let lines = pages.map(\.count).max() ?? 0
    let wide = columns + 4
    let columns = space.columns - wide < Self.leastColumnsBeside ? space.columns : wide
    let rows = space.rows - lines - 2 < Self.leastRowsBeside ? space.rows : lines + 2
    return Region(
      column: space.column + (space.columns - columns) / 2,
      row: space.row + (space.rows - rows) / 2, columns: columns, rows: rows)
  }

  private func draw(_ lines: [PopupLine], on canvas: inout Canvas, column: Int, row: Int) {
    for (index, line) in lines.enumerated() {
      for piece in line.pieces {
        if piece.isEnd {
          canvas.put(
            piece.text, endColumn: column + piece.column, row: row + index, piece.style)
        } else {
          canvas.put(piece.text, column: column + piece.column, row: row + index, piece.style)
        }
      }
    }
  }
}

extension Region {
  /// The region with a blank cell on each side, as far as there is room.
  fileprivate func margined(in space: Region) -> Region {
    let (left, top) = (max(space.column, column - 1), max(space.row, row - 1))
    return Region(
      column: left, row: top, columns: min(space.endColumn, endColumn + 1) - left,
      rows: min(space.endRow, endRow + 1) - top)
  }
}

extension Model {
  /// What lies over the view, laid out between header and footer; nil without it, and on a screen
  /// that is too small.
  var popup: Popup? {
    guard let overlay, let space = overlaySpace else { return nil }
    let content: any PopupContent =
      switch overlay {
      case .keys: KeysOverlay(self)
      case .copy: CopyOverlay(scene, isOnClipboard: clipboard != nil)
      case .glossary: Glossary(self)
      case .gains: GainsOverlay(activation: scene.resolvedNetwork?.activation)
      }
    return Popup(content, page: overlayPage, in: space, lettering)
  }

  /// Where it lies.
  var overlaySpace: Region? {
    layout.map { layout in
      Region(
        column: 0, row: layout.header.endRow, columns: layout.header.columns,
        rows: layout.footer.row - layout.header.endRow)
    }
  }

  /// Goes by pages in what lies over the view; a single one stays.
  ///
  /// - Returns: whether the key is for pages.
  mutating func turnPage(_ key: Key) -> Bool {
    guard let popup else { return false }
    let last = popup.pages.count - 1
    switch key {
    case .down, .pageDown, .character("j"), .character(" "): overlayPage = min(popup.page + 1, last)
    case .up, .pageUp, .character("k"): overlayPage = max(popup.page - 1, 0)
    case .home: overlayPage = 0
    case .end: overlayPage = last
    default: return false
    }
    return true
  }

  /// The keys of what lies over the view, for the footer.
  func hints(over popup: Popup) -> [(sign: String, label: Phrase)] {
    var hints = [("Esc", Phrase("footer.close"))]
    if popup.pages.count > 1 { hints.append(("↑↓", Phrase("footer.page"))) }
    if overlay == .keys { hints.append(("?", Phrase("footer.signs"))) }
    return hints
  }
}

extension Canvas {
  /// An empty box over whatever lies there.
  mutating func drawBox(_ title: Phrase, in region: Region) {
    let line = String(repeating: "─", count: max(0, region.columns - 2))
    put("┌\(line)┐", column: region.column, row: region.row, Style(.dim))
    put("└\(line)┘", column: region.column, row: region.endRow - 1, Style(.dim))
    for row in region.row + 1..<max(region.row + 1, region.endRow - 1) {
      put("│", column: region.column, row: row, Style(.dim))
      put("│", column: region.endColumn - 1, row: row, Style(.dim))
    }
    put(" \(words(title)) ", column: region.column + 2, row: region.row, Style(.title, .bold))
    put(
      " \(words(Phrase("overlay.close"))) ", endColumn: region.endColumn - 2, row: region.row,
      Style(.dim))
  }
}

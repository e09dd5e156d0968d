internal import Screen

/// A frame being drawn with one glyph set: text becomes its ASCII twin where it must.
struct Canvas {
  private(set) var frame: Frame
  let glyphs: GlyphSet

  init(size: Size, glyphs: GlyphSet) {
    frame = Frame(size: size)
    self.glyphs = glyphs
  }

  /// The text as this glyph set can show it.
  func shown(_ text: String) -> String { glyphs == .ascii ? text.asciiTwin : text }

  /// The columns the text takes on this canvas.
  func columns(of text: String) -> Int { TextWidth.columns(of: shown(text)) }

  @discardableResult
  mutating func put(
    _ text: String, column: Int, row: Int, _ style: Style = .text, limit: Int = .max
  ) -> Int {
    frame.put(shown(text), column: column, row: row, style, limit: limit)
  }

  mutating func put(_ text: String, endColumn: Int, row: Int, _ style: Style = .text) {
    frame.put(shown(text), endColumn: endColumn, row: row, style)
  }

  /// Writes runs of text in their own styles, one after the other, as far as they fit.
  @discardableResult
  mutating func put(
    _ runs: [(String, Style)], column: Int, row: Int, limit: Int = .max
  ) -> Int {
    var used = 0
    for (text, style) in runs {
      used += put(text, column: column + used, row: row, style, limit: limit - used)
    }
    return used
  }

  mutating func fill(_ region: Region, _ style: Style) {
    frame.fill(region, with: Cell(" ", style))
  }

  mutating func draw(_ panel: Frame, in region: Region) {
    frame.draw(panel, column: region.column, row: region.row)
  }

  /// A panel's heading: its name, a rule, and at the right end the first of the remarks that fits.
  mutating func heading(_ title: String, _ remarks: String..., in region: Region) {
    heading(title, remarks, in: region)
  }

  /// The first of some texts, the fullest first, that takes no more columns than there are.
  func first(of texts: [String], fitting room: Int) -> String? {
    texts.first { columns(of: $0) <= room }
  }

  /// A panel's heading with the first of many remarks that fits.
  mutating func heading(_ title: String, _ remarks: [String], in region: Region) {
    var column = region.column
    column +=
      put(title, column: column, row: region.row, Style(.title, .bold), limit: region.columns - 1)
      + 1
    let room = region.endColumn - column - 1
    let remark = first(of: remarks.filter { !$0.isEmpty }, fitting: room)
    let ruleEnd = region.endColumn - (remark.map { columns(of: $0) + 1 } ?? 0)
    while column < ruleEnd { column += put("─", column: column, row: region.row, Style(.dim)) }
    if let remark { put(remark, endColumn: region.endColumn, row: region.row, Style(.dim)) }
  }
}

extension Style {
  init(_ role: Role, _ attributes: Attributes) { self.init(role, on: .text, attributes) }
}

internal import Screen
internal import Words

/// What knows the language and the glyphs that text is shown in.
protocol Lettered {
  var glyphs: GlyphSet { get }
  var words: Catalogue { get }
}

/// The language and the glyphs alone.
struct Lettering: Lettered, Sendable {
  let glyphs: GlyphSet
  let words: Catalogue
}

extension Lettered {
  /// The text as this glyph set can show it.
  func shown(_ text: String) -> String {
    glyphs == .ascii ? text.asciiTwin(keepsWide: words.isWide) : text
  }

  /// The words as this glyph set can show them.
  func shown(_ phrase: Phrase) -> String { shown(words(phrase)) }

  /// The columns that text takes.
  func columns(of text: String) -> Int { TextWidth.columns(of: shown(text)) }

  /// The first of some texts, the fullest first, that takes no more columns than there are.
  func first(of texts: [String], fitting room: Int) -> String? {
    texts.first { columns(of: $0) <= room }
  }

  /// The first of some phrases, the fullest first, that takes no more columns than there are.
  func first(of phrases: [Phrase], fitting room: Int) -> String? {
    phrases.lazy.map { words($0) }.first { columns(of: $0) <= room }
  }

  /// The first of some phrases that fits, or else the last of them.
  func fitting(_ phrases: [Phrase], _ room: Int) -> String {
    first(of: phrases, fitting: room) ?? phrases.last.map { words($0) } ?? ""
  }
}

/// A frame being drawn: text becomes its ASCII twin where it must.
struct Canvas: Lettered {
  private(set) var frame: Frame
  /// What the cells drawn so far can be pointed at for; of two that overlap the later one counts.
  private(set) var targets: [(region: Region, target: Target)] = []
  let lettering: Lettering
  /// Whether colours tell values apart.
  let usesColor: Bool
  /// Whether the theme has a colour to fill bands with.
  let hasFills: Bool

  init(size: Size, lettering: Lettering, usesColor: Bool, hasFills: Bool = false) {
    frame = Frame(size: size)
    (self.lettering, self.usesColor, self.hasFills) = (lettering, usesColor, hasFills)
  }

  var glyphs: GlyphSet { lettering.glyphs }
  var words: Catalogue { lettering.words }

  @discardableResult
  mutating func put(
    _ text: String, column: Int, row: Int, _ style: Style = .text, limit: Int = .max
  ) -> Int {
    frame.put(shown(text), column: column, row: row, style, limit: limit)
  }

  @discardableResult
  mutating func put(
    _ phrase: Phrase, column: Int, row: Int, _ style: Style = .text, limit: Int = .max
  ) -> Int {
    put(words(phrase), column: column, row: row, style, limit: limit)
  }

  /// Writes a sentence over as many lines as it takes, and returns how many those are.
  @discardableResult
  mutating func putLines(_ phrase: Phrase, in region: Region, _ style: Style) -> Int {
    let lines = shown(phrase).wrapped(to: region.columns, at: [" "])
    for (index, line) in lines.enumerated() {
      put(line, column: region.column, row: region.row + index, style)
    }
    return lines.count
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

  /// Says what pointing into a region means.
  mutating func point(_ region: Region, to target: Target) { targets.append((region, target)) }

  mutating func fill(_ region: Region, _ style: Style) {
    frame.fill(region, with: Cell(" ", style))
  }

  mutating func draw(_ panel: Frame, in region: Region) {
    frame.draw(panel, column: region.column, row: region.row)
  }

  /// A panel's heading: its name, a rule, and at the right end the first of the remarks that fits;
  /// of warnings, which come before them, the first that fits.
  ///
  /// - Returns: whether one does.
  @discardableResult
  mutating func heading(
    _ title: Phrase, _ remarks: [Phrase] = [], warnings: [Phrase] = [], in region: Region
  ) -> Bool {
    let (remarks, warnings) = (remarks.map { words($0) }, warnings.map { words($0) })
    // Across a whole screen as far from its edges as what stands beneath.
    var column = region.columns == frame.size.columns ? 1 : region.column
    let end = min(region.endColumn, frame.size.columns - 1)
    column +=
      put(title, column: column, row: region.row, Style(.title, .bold), limit: end - column) + 1
    let warning = first(of: warnings, fitting: end - column - 1)
    let remark = warning ?? first(of: remarks.filter { !$0.isEmpty }, fitting: end - column - 1)
    let ruleEnd = end - (remark.map { columns(of: $0) + 1 } ?? 0)
    while column < ruleEnd { column += put("─", column: column, row: region.row, Style(.dim)) }
    if let remark {
      put(
        remark, endColumn: end, row: region.row,
        warning == nil ? Style(.dim) : Style(.caution, .bold))
    }
    return remark != nil
  }
}

extension Style {
  init(_ role: Role, _ attributes: Attributes) { self.init(role, on: .text, attributes) }
}

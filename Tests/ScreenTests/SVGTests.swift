import Screen
import Testing

@Suite struct `A frame as an SVG document` {
  /// Text, a wide glyph, blocks on and off a fill, lines, braille, a mark, reverse, underline.
  private static func mixed() -> Frame {
    var frame = Frame(size: Size(columns: 14, rows: 5))
    frame.put("a <b> & c", column: 0, row: 0, Style(.title))
    frame.put("x  宽y", column: 1, row: 1, Style(.bright, on: .chrome))
    frame.put("██▄", column: 0, row: 2, Style(.bar))
    frame.put("⡇⣿⠁", column: 3, row: 2, Style(.law, on: .bar))
    frame.put("⠤⠤", column: 7, row: 2, Style(.law))
    frame.put("▂", column: 10, row: 2, Style(.residualDown, .reverse))
    frame.put("└──┬┊▓▲", column: 0, row: 3, Style(.dim))
    frame.put("u n", column: 0, row: 4, Style(.text, .underline))
    return frame
  }

  private static let themes = Theme.allCases

  @Test(arguments: themes)
  func `Is well-formed and needs nothing from elsewhere`(theme: Theme) throws {
    let document = Self.mixed().svg(theme: theme, title: "a \u{1B}[1m<\u{7}&\u{FFFF}> \"b\"")
    let elements = try XML.elements(of: document)
    #expect(elements.first?.name == "svg")
    #expect(elements.filter { $0.name == "title" }.map(\.text) == ["a [1m<&> \"b\""])
    let names = Set(elements.map(\.name))
    #expect(names.isSubset(of: ["svg", "title", "desc", "style", "rect", "g", "path", "text"]))
    #expect(!document.contains("href") && !document.contains("url("))
    #expect(document.components(of: "://").count == 2, "only the name space")
    #expect(!document.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func `A tick and its label are drawn beside their cells, the axis in its own`() throws {
    var frame = Frame(size: Size(columns: 4, rows: 2))
    let up = Cell.Offset(down: -8)
    frame.put("40", column: 0, row: 1, Style(.dim), offset: up)
    frame[2, 1] = Cell("┤", Style(.dim), offset: up)
    frame.put("7", column: 3, row: 1, Style(.dim), offset: Cell.Offset(across: 3))
    let elements = try XML.elements(of: frame.svg(theme: .mono))
    let texts = elements.filter { $0.name == "text" }
    // The first row ends at 32, its letters stand on 24.
    #expect(texts.map { $0["y"] } == ["40", "56"] && texts.map { $0["x"] } == ["0", "54"])
    #expect(texts.map(\.text) == ["40", "7"])
    let path = try #require(elements.first { $0.name == "path" }?["d"])
    #expect(path.contains("M40 32h2v32h-2z") && path.contains("M32 32h10v2h-10z"))
  }

  @Test(arguments: [(0, 0), (1, 1), (60, 18), (100, 30)])
  func `A cell is a fixed box`(columns: Int, rows: Int) throws {
    let document = Frame(size: Size(columns: columns, rows: rows)).svg(theme: .dark)
    let root = try #require(try XML.elements(of: document).first)
    #expect(root["viewBox"] == "0 0 \(columns * 16 + 64) \(rows * 32 + 64)")
    #expect(root["width"] == "\(columns * 8 + 32)" && root["height"] == "\(rows * 16 + 32)")
  }

  @Test func `A small frame in full`() {
    var frame = Frame(size: Size(columns: 6, rows: 2))
    frame.put("law", column: 0, row: 0, Style(.law))
    frame.put("██", column: 0, row: 1, Style(.bar))
    frame.put("⠁", column: 2, row: 1, Style(.law, on: .bar))
    frame.put("─", column: 4, row: 1, Style(.dim))
    let expected = """
      <svg xmlns="http://www.w3.org/2000/svg" width="80" height="64" viewBox="0 0 160 128" \
      role="img" xml:space="preserve" \
      font-family="DejaVu Sans Mono, Menlo, Consolas, 'Liberation Mono', monospace" \
      font-size="26.57">
      <title>Small</title>
      <desc>law</desc>
      <style>
      .bar{fill:#000000}
      .dim{fill:#000000}
      .law{fill:#000000}
      .law-on-bar{fill:#ffffff}
      .page{fill:#ffffff}
      .text{fill:#000000}
      </style>
      <rect class="page" fill="#ffffff" width="160" height="128" rx="16"/>
      <g transform="translate(32 32)">
      <g shape-rendering="crispEdges">
      <path class="bar" fill="#000000" d="M0 32h48v32h-48z"/>
      </g>
      <path class="dim" fill="#000000" d="M64 48h16v2h-16z"/>
      <path class="law-on-bar" fill="#ffffff" d="M33 36a3 3 0 1 0 6 0 3 3 0 1 0-6 0z"/>
      <g class="law" fill="#000000" font-weight="bold">
      <text x="0" y="24" textLength="48" lengthAdjust="spacingAndGlyphs">law</text>
      </g>
      </g>
      </svg>

      """
    #expect(frame.svg(theme: .mono, title: "Small") == expected)
  }

  @Test(arguments: themes)
  func `Every glyph is there as text or as a shape`(theme: Theme) throws {
    let frame = Self.mixed()
    let elements = try XML.elements(of: frame.svg(theme: theme))
    let words = elements.filter { $0.name == "text" }.map(\.text)
    #expect(Set(words) == ["a <b> & c", "x", "宽", "y", "u n"])
    let wide = try #require(elements.first { $0.text == "宽" })
    #expect(wide["x"] == "64" && wide["textLength"] == "32")
    let after = try #require(elements.first { $0.text == "y" })
    #expect(after["x"] == "96" && after["textLength"] == "16")
  }

  @Test func `Braille has a circle for every dot`() throws {
    var frame = Frame(size: Size(columns: 256, rows: 1))
    var dots = 0
    for (column, value) in (UInt32(0x2800)...0x28FF).enumerated() {
      frame[column, 0] = Cell(try #require(Unicode.Scalar(value)), Style(.law))
      dots += (value - 0x2800).nonzeroBitCount
    }
    let paths = try XML.elements(of: frame.svg()).filter { $0.name == "path" }
    #expect(paths.count == 1)
    #expect(paths.first?["d"]?.components(of: "a3 3 0").count == dots + 1)
  }

  /// Each cell's covered area; a light shade covers the cell and is as strong as its share.
  @Test(arguments: [
    ("█", 512), ("▄", 256), ("▁", 64), ("▇", 448), ("▌", 256), ("▏", 64), ("▐", 256), ("▀", 256),
    ("▔", 64), ("▕", 64), ("▖", 128), ("▞", 256), ("▟", 384), ("▙", 384), ("▚", 256), ("░", 512),
  ])
  func `Blocks cover their share and in reverse the rest`(glyph: String, area: Int) throws {
    var frame = Frame(size: Size(columns: 1, rows: 1))
    frame.put(glyph, column: 0, row: 0, Style(.bar))
    #expect(try Self.area(of: frame, in: "bar") == area)
    frame.put(glyph, column: 0, row: 0, Style(.bar, .reverse))
    if glyph != "░" { #expect(try Self.area(of: frame, in: "bar") == 512 - area) }
  }

  @Test func `Blocks that touch are one rectangle`() throws {
    var frame = Frame(size: Size(columns: 9, rows: 4))
    frame.fill(Region(column: 2, row: 1, columns: 5, rows: 3), with: Cell("█", Style(.bar)))
    frame.fill(
      Region(column: 3, row: 2, columns: 2, rows: 2), with: Cell("⠒", Style(.law, on: .bar)))
    let path = try #require(
      try XML.elements(of: frame.svg()).first { $0.name == "path" && $0["class"] == "bar" })
    #expect(path["d"] == "M32 32h80v96h-80z")
  }

  @Test func `Every box and block glyph is a shape`() throws {
    for value in [0x2500...0x259F, 0x2801...0x28FF].joined() {
      let glyph = try #require(Unicode.Scalar(UInt32(value)))
      var frame = Frame(size: Size(columns: 3, rows: 3))
      frame[1, 1] = Cell(glyph, Style(.dim))
      let elements = try XML.elements(of: frame.svg())
      #expect(!elements.contains { $0.name == "text" }, "\(glyph)")
      let path = try #require(elements.first { $0.name == "path" }, "\(glyph)")
      let data = try #require(path["d"])
      #expect(data.hasPrefix("M"))
      // Rectangles stay in their cell.
      if !data.contains("a") && !data.contains("l") {
        for box in Self.rectangles(data) {
          #expect(box.x >= 16 && box.x + box.width <= 32 && box.width > 0, "\(glyph) \(data)")
          #expect(box.y >= 32 && box.y + box.height <= 64 && box.height > 0, "\(glyph) \(data)")
        }
      }
    }
  }

  @Test func `The neutral theme adapts to what is preferred`() {
    let document = Self.mixed().svg(theme: .neutral)
    let parts = document.components(of: "@media (prefers-color-scheme:dark)")
    #expect(parts.count == 2)
    for (theme, part) in zip([Theme.light, .dark], parts) {
      let fixed = Self.mixed().svg(theme: theme)
      #expect(!fixed.contains("@media"))
      for role in ["page", "text", "law", "bar", "title", "chrome-fill", "dim"] {
        let rule = fixed.components(of: "\n").first { $0.hasPrefix(".\(role){") }
        #expect(rule != nil && part.contains(rule ?? "-"), "\(role) of \(theme)")
      }
    }
  }

  @Test(arguments: themes)
  func `Every class has a colour`(theme: Theme) throws {
    var frame = Frame(size: Size(columns: 20, rows: 40))
    for (row, ground) in Role.allCases.enumerated() {
      for (column, role) in Role.allCases.enumerated() {
        frame[column, row] = Cell("g", Style(role, on: ground))
        frame[column, row + 20] = Cell("g", Style(role, on: ground, [.reverse, .underline]))
      }
    }
    let document = frame.svg(theme: theme)
    for element in try XML.elements(of: document) {
      guard let name = element["class"] else { continue }
      #expect(document.contains("\n.\(name){fill:#"), "\(name)")
      let fill = try #require(element["fill"])
      #expect(fill.utf8.count == 7 && fill.hasPrefix("#"))
    }
  }

  @Test func `Controls, halves of wide glyphs and joiners are no text`() throws {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame[0, 0] = Cell("\u{1B}")
    frame[1, 0] = Cell("宽")
    frame[2, 0] = Cell("\u{200D}")
    frame[3, 0] = Cell(Cell.continuation)
    let elements = try XML.elements(of: frame.svg())
    let text = try #require(elements.first { $0.name == "text" })
    #expect(text.text == "宽" && text["textLength"] == "16")
    #expect(elements.filter { $0.name == "text" }.count == 1)
  }

  private static func area(of frame: Frame, in name: String) throws -> Int {
    try XML.elements(of: frame.svg()).filter { $0.name == "path" && $0["class"] == name }
      .flatMap { rectangles($0["d"] ?? "") }.reduce(0) { $0 + $1.width * $1.height }
  }

  /// The boxes of "M0 0h1v1h-1z…".
  private static func rectangles(
    _ data: String
  ) -> [(x: Int, y: Int, width: Int, height: Int)] {
    data.split(separator: "z").compactMap { part in
      let numbers = part.split { !$0.isNumber }.compactMap { Int($0) }
      return numbers.count == 5 ? (numbers[0], numbers[1], numbers[2], numbers[3]) : nil
    }
  }
}

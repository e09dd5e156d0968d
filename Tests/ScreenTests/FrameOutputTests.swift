import Screen
import Testing

@Suite struct `A frame as text` {
  private func frame() -> Frame {
    var frame = Frame(size: Size(columns: 12, rows: 3))
    frame.put("ab", column: 0, row: 0, Style(.law))
    frame.put("cd", column: 4, row: 0, Style(.law))
    frame.put("宽x", column: 1, row: 1, Style(.bright, on: .chrome))
    return frame
  }

  @Test(arguments: [
    ("一x三四", 0), ("宽", 0), ("宽", 1), ("x", 1), ("二", 1), ("二", 2), ("─", 5), ("abc", 3), ("四", 6),
  ])
  func `Of a wide glyph that is drawn over no half stays`(text: String, column: Int) {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    frame.put("一二三四", column: 0, row: 0)
    frame.put(text, column: column, row: 0)
    for position in 0..<8 {
      let isLeft = TextWidth.columns(of: frame[position, 0].glyph) == 2
      let isRight = frame[position, 0].glyph == Cell.continuation
      #expect(isLeft == (frame[position + 1, 0].glyph == Cell.continuation))
      #expect(!isRight || TextWidth.columns(of: frame[position - 1, 0].glyph) == 2)
    }
    #expect(frame.text.contains(text))
  }

  @Test func `A wide glyph keeps its other half when only its style changes`() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.put("宽度", column: 0, row: 0)
    frame[0, 0].style = Style(.alert)
    frame.put("宽度", column: 0, row: 0, Style(.law))
    #expect(frame.text == "宽度\n")
  }

  @Test func `Colours change only where they must and end with the line`() {
    let expected = """
      \u{1B}[38;5;221mab  cd\u{1B}[0m
       \u{1B}[1;38;5;231;48;5;17m宽x\u{1B}[0m


      """
    #expect(frame().ansi(theme: .dark, colors: .palette) == expected)
  }

  @Test func `24 bits, and a paper under all of it`() {
    let lines = frame().ansi(theme: .dark, colors: .direct, onPaper: true).split(separator: "\n")
    #expect(
      lines[0] == """
        \u{1B}[38;2;255;215;95;48;2;15;20;32mab\u{1B}[38;2;200;204;212m  \
        \u{1B}[38;2;255;215;95mcd\u{1B}[38;2;200;204;212m      \u{1B}[0m
        """)
  }

  @Test func `Sixteen colours and none`() {
    let first = { (colors: ColorDepth) in
      self.frame().ansi(theme: .dark, colors: colors).split(separator: "\n")[0]
    }
    #expect(first(.sixteen) == "\u{1B}[93mab  cd\u{1B}[0m")
    #expect(first(.eight) == "\u{1B}[1;33mab  cd\u{1B}[0m")
    #expect(first(.none) == "\u{1B}[1mab  cd\u{1B}[0m")
  }

  @Test func `A change is sent as a difference or a reset, whichever is shorter`() {
    var frame = Frame(size: Size(columns: 3, rows: 1))
    frame[0, 0] = Cell("a", Style(.text, .bold))
    frame[1, 0] = Cell("b", Style(.text, [.bold, .underline]))
    frame[2, 0] = Cell("c")
    let escaped = frame.ansi(theme: .mono, colors: .none)
    #expect(escaped == "\u{1B}[1ma\u{1B}[4mb\u{1B}[0mc\n")
  }

  @Test func `Fills and reversed blanks are kept to the line's end`() {
    var frame = Frame(size: Size(columns: 3, rows: 1))
    frame.fill(frame.region, with: Cell(" ", Style(.text, on: .chrome)))
    #expect(
      frame.ansi(theme: .dark, colors: .palette) == "\u{1B}[38;5;252;48;5;17m   \u{1B}[0m\n")
    #expect(frame.ansi(theme: .dark, colors: .none) == "\u{1B}[7m   \u{1B}[0m\n")
  }

  @Test func `Without its escapes it is the plain text`() {
    let escaped = frame().ansi(theme: .light, colors: .palette)
    var plain = ""
    var isEscape = false
    for scalar in escaped.unicodeScalars {
      if scalar == "\u{1B}" { isEscape = true }
      if !isEscape { plain.unicodeScalars.append(scalar) }
      if isEscape && scalar == "m" { isEscape = false }
    }
    #expect(plain == frame().text)
  }

  @Test func `Roles and fills are grids of letters`() {
    #expect(frame().roles == "ll  ll\n bbb\n\n")
    #expect(frame().fills == "\n ccc\n\n")
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
  }

  @Test(arguments: [(0, 0), (0, 5), (5, 0), (1, 1)])
  func `Any size has its lines`(columns: Int, rows: Int) {
    let frame = Frame(size: Size(columns: columns, rows: rows))
    let blank = String(repeating: "\n", count: rows)
    #expect(frame.ansi(theme: .dark, colors: .palette) == blank)
    #expect(frame.roles == blank && frame.fills == blank && frame.text == blank)
  }

  @Test func `Control characters never reach a frame`() {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    frame.put("a\u{1B}[2J\u{9B}b\n", column: 0, row: 0)
    #expect(frame.text == "a[2Jb\n")
  }
}

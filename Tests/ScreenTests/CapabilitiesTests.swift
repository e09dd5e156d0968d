import Screen
import Testing

@Suite struct `What a terminal can show` {
  private func detect(
    _ environment: [String: String] = [:], terminalColors: Int? = 256, isUTF8: Bool = true
  ) -> Capabilities {
    .detect(environment: environment, terminalColors: terminalColors, isUTF8: isUTF8)
  }

  @Test func `Nothing said means neutral colours and braille`() {
    let expected = Capabilities(
      colors: .palette, glyphs: .braille, theme: .neutral, isThemeGuessed: true,
      areGlyphsGuessed: true)
    #expect(detect() == expected)
    #expect(detect(terminalColors: nil) == expected)
  }

  @Test(arguments: [(0, ColorDepth.none), (-1, .none), (8, .eight), (16, .sixteen), (88, .sixteen)])
  func `The terminal decides the depth`(count: Int, depth: ColorDepth) {
    #expect(detect(terminalColors: count).colors == depth)
  }

  @Test func `NO_COLOR with any value turns colours off, an empty one does not`() {
    let colorless = Capabilities(
      colors: .none, glyphs: .braille, theme: .mono, areGlyphsGuessed: true)
    #expect(detect(["NO_COLOR": "1"]) == colorless)
    #expect(detect(["NO_COLOR": "0"]) == colorless)
    #expect(detect(["NO_COLOR": ""]).colors == .palette)
  }

  @Test(arguments: [
    ("15;0", Theme.dark), ("0;15", .light), ("0;default;15", .light), ("12;8", .dark),
    ("0;7", .light), ("15;default", .neutral), ("", .neutral), ("x", .neutral), ("0;99", .neutral),
  ])
  func `COLORFGBG tells the background`(value: String, theme: Theme) {
    #expect(detect(["COLORFGBG": value]).theme == theme)
  }

  @Test func `The console is dark and has no braille`() {
    let console = detect(["TERM": "linux"], terminalColors: 8)
    #expect(
      console
        == Capabilities(colors: .eight, glyphs: .block, theme: .dark, areGlyphsGuessed: true))
  }

  @Test func `Without UTF-8 the glyphs are ASCII`() {
    #expect(detect(isUTF8: false).glyphs == .ascii)
  }

  @Test func `What is asked for wins`() {
    let asked = Capabilities.detect(
      environment: ["NO_COLOR": "1", "COLORFGBG": "0;15"], terminalColors: 8, isUTF8: false,
      colors: .palette, glyphs: .block, theme: .contrast)
    #expect(
      asked
        == Capabilities(colors: .palette, glyphs: .block, theme: .contrast, isOnPaper: true))
    let mono = Capabilities.detect(
      environment: [:], terminalColors: 256, isUTF8: true, theme: .mono)
    #expect(
      mono
        == Capabilities(
          colors: .none, glyphs: .braille, theme: .mono, areGlyphsGuessed: true))
    let themed = Capabilities.detect(
      environment: ["NO_COLOR": "1"], terminalColors: 256, isUTF8: true, theme: .dark)
    #expect(themed.colors == .palette)
  }

  @Test(arguments: [
    (["COLORTERM": "truecolor"], 256, ColorDepth.direct), (["COLORTERM": "24bit"], 256, .direct),
    (["COLORTERM": "yes"], 256, .palette), (["COLORTERM": "truecolor"], 8, .eight),
    (["COLORTERM": "truecolor", "STY": "1.pts"], 256, .palette),
    (["COLORTERM": "truecolor", "STY": "1.pts", "TMUX": "/tmp/tmux"], 256, .direct),
    (["COLORTERM": "truecolor", "NO_COLOR": "1"], 256, .none), ([:], 1 << 24, .direct),
  ])
  func `24 bits are for terminals that say so`(
    environment: [String: String], count: Int, depth: ColorDepth
  ) {
    #expect(detect(environment, terminalColors: count).colors == depth)
  }

  @Test(arguments: [
    (UInt32(0x000000), Theme.dark), (0x1d1f21, .dark), (0x002b36, .dark), (0x700070, .dark),
    (0xfdf6e3, .light), (0xffffff, .light), (0xc0c0c0, .light),
  ])
  func `A guess gives way to the background, whose paper it keeps`(code: UInt32, theme: Theme) {
    var told = detect()
    told.fit(to: RGB(code))
    #expect(
      told
        == Capabilities(colors: .palette, glyphs: .braille, theme: theme, areGlyphsGuessed: true))
  }

  @Test func `Glyphs that the terminal draws too wide give way if they are a guess`() {
    func avoiding(_ broken: GlyphSet, _ capabilities: Capabilities) -> Capabilities {
      var told = capabilities
      told.avoid(broken)
      return told
    }
    #expect(avoiding(.braille, detect()).glyphs == .block)
    #expect(avoiding(.block, detect()).glyphs == .ascii)
    #expect(avoiding(.braille, avoiding(.block, detect())).glyphs == .ascii)
    // The console has no braille to be too wide.
    let console = detect(["TERM": "linux"], terminalColors: 8)
    #expect(avoiding(.braille, console) == console)
    let asked = Capabilities.detect(
      environment: [:], terminalColors: 256, isUTF8: true, glyphs: .braille)
    #expect(avoiding(.block, asked) == asked)
    var chosen = detect()
    chosen.choose(GlyphSet.block)
    #expect(avoiding(.block, chosen) == chosen)
    for set in GlyphSet.allCases {
      #expect(set.sample.isEmpty == (set == .ascii))
      #expect(TextWidth.columns(of: set.sample) == set.sample.count)
    }
  }

  @Test func `What is known does not give way to the background`() {
    let light = Capabilities.detect(
      environment: [:], terminalColors: 256, isUTF8: true, theme: .light)
    #expect(light.isOnPaper)
    let neutral = Capabilities.detect(
      environment: [:], terminalColors: 256, isUTF8: true, theme: .neutral)
    #expect(!neutral.isOnPaper)
    for known in [light, neutral, detect(["COLORFGBG": "0;15"]), detect(["NO_COLOR": "1"])] {
      var told = known
      told.fit(to: RGB(0x000000))
      #expect(told == known)
    }
  }
}

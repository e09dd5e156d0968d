import Glibc
import PseudoTerminals
import Testing

/// The explorer in a real pseudo-terminal: its start, its end and its size.
@Suite struct `An explorer session` {
  // The Kolmogorov distance of xavier_uniform's first screen: its numbers are all there.
  static let measured = "KS D 0.00601"

  @Test func `starts with xavier_uniform and ends with q`() throws {
    let terminal = try Initscope.open()
    let before = try #require(terminal.modesBefore)
    #expect(before.isCanonical && before.echoes)
    try #require(terminal.wait(for: Self.measured), "\(terminal.screen.text)")
    #expect(terminal.screen.isAlternate && !terminal.screen.showsCursor)
    #expect(terminal.screen.lines[0].hasSuffix("xavier_uniform  256×128  seed 0"))
    let frame = try Initscope.frame([], columns: 100, rows: 30)
    #expect(terminal.wait { $0.lines == frame }, "\(terminal.screen.text)")
    quit(terminal)
  }

  @Test(arguments: [("0000/0000/0000", "38;5;75m"), ("ffff/ffff/ffff", "38;5;25m")])
  func `takes the theme that fits the terminal's background`(color: String, title: String) throws {
    let terminal = try Initscope.open()
    try #require(terminal.wait(for: Self.measured))
    #expect(terminal.output.contains(Array("\u{1B}]11;?\u{1B}\\\u{1B}[c".utf8)))
    terminal.readUntilStill()
    #expect(!terminal.output.contains(Array(title.utf8)))
    let text = terminal.screen.text
    terminal.send("\u{1B}]11;rgb:\(color)\u{1B}\\\u{1B}[?62;22c")
    #expect(terminal.wait { _ in terminal.output.contains(Array(title.utf8)) })
    terminal.readUntilStill()
    #expect(terminal.screen.text == text, "no key was heard")
    quit(terminal)
  }

  @Test(arguments: [
    ["--theme", "neutral"], ["COLORFGBG", "15;0"], ["NO_COLOR", "1"],
    ["TERM", "vt100"],
  ])
  func `asks for no background that nobody needs`(said: [String]) throws {
    let isOption = said[0].hasPrefix("--")
    let terminal = try Initscope.open(
      isOption ? said : [], changing: isOption ? [:] : [said[0]: said[1]])
    try #require(terminal.wait(for: Self.measured))
    #expect(!terminal.output.contains(Array("]11;".utf8)))
    quit(terminal)
  }

  // A terminal set for East Asia answers that the five samples of ambiguous width take ten columns.
  @Test(arguments: [([], "ascii"), (["--glyphs", "braille"], "braille")])
  func `keeps to ASCII where the terminal draws glyphs too wide`(
    options: [String], shown: String
  ) throws {
    let terminal = try Initscope.open(options)
    try #require(terminal.wait(for: Self.measured))
    #expect(terminal.output.contains(Array("\u{1B}[2;1H█│√σ·\u{1B}[6n\u{1B}[2;1H\u{1B}[K".utf8)))
    terminal.send("\u{1B}[2;3R\u{1B}[2;11R\u{1B}[?62;22c")
    #expect(terminal.wait(for: "draws glyphs wider than a column"), "\(terminal.screen.text)")
    #expect(terminal.screen.text.contains("--glyphs ascii"))
    terminal.send("\u{1B}")
    terminal.readUntilStill()
    let frame = try Initscope.frame(["--glyphs", shown], columns: 100, rows: 30)
    #expect(terminal.wait { $0.lines == frame }, "\(terminal.screen.text)")
    quit(terminal)
  }

  @Test func `keeps its glyphs where they have their columns`() throws {
    let terminal = try Initscope.open()
    try #require(terminal.wait(for: Self.measured))
    terminal.send("\u{1B}[2;3R\u{1B}[2;6R\u{1B}[?62;22c")
    terminal.readUntilStill()
    let frame = try Initscope.frame([], columns: 100, rows: 30)
    #expect(terminal.wait { $0.lines == frame }, "\(terminal.screen.text)")
    quit(terminal)
  }

  @Test func `redraws at any size`() throws {
    let terminal = try Initscope.open()
    try #require(terminal.wait(for: Self.measured))
    for (columns, rows) in [(60, 18), (100, 30), (160, 50), (80, 24)] {
      let frame = try Initscope.frame([], columns: columns, rows: rows)
      terminal.resize(columns: columns, rows: rows)
      #expect(terminal.wait { $0.lines == frame }, "\(columns)×\(rows)\n\(terminal.screen.text)")
    }
    terminal.resize(columns: 50, rows: 12)
    #expect(
      terminal.wait {
        $0.text.contains("10 columns and 6 rows more, please")
          && $0.text.contains("initscope needs 60×18")
      })
    terminal.resize(columns: 60, rows: 10)
    #expect(terminal.wait { $0.text.contains(" 8 rows more, please") })
    for (columns, rows) in [(1, 1), (3, 40), (200, 2)] {
      terminal.resize(columns: columns, rows: rows)
      terminal.readUntilStill(for: .milliseconds(60))
    }
    let frame = try Initscope.frame([], columns: 100, rows: 30)
    terminal.resize(columns: 100, rows: 30)
    #expect(terminal.wait { $0.lines == frame })
    quit(terminal)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `leaves the terminal as it was at a signal`(signal: Int32) throws {
    let terminal = try Initscope.open()
    try #require(terminal.wait(for: Self.measured))
    terminal.send(signal: signal)
    #expect(terminal.waitForExit() == .exited(128 + signal))
    expectRestored(terminal)
  }

  @Test func `leaves the terminal as it was at Ctrl-C`() throws {
    let terminal = try Initscope.open()
    try #require(terminal.wait(for: Self.measured))
    terminal.send("\u{3}")
    #expect(terminal.waitForExit() == .exited(128 + SIGINT))
    expectRestored(terminal)
  }

  @Test(arguments: [nil, "truecolor"])
  func `repairs a disturbed screen at Ctrl-L`(colors: String?) throws {
    let terminal = try Initscope.open(changing: ["COLORTERM": colors])
    try #require(terminal.wait(for: Self.measured))
    terminal.readUntilStill()
    let frame = terminal.screen.lines
    terminal.disturb("NOISE\r\nMORE\r\n")
    try #require(terminal.wait(for: "MORE"))
    terminal.send("\u{C}")
    #expect(terminal.wait { $0.lines == frame }, "\(terminal.screen.text)")
    terminal.disturb("\u{1B}[2J")
    terminal.send(":ab\u{C}")
    #expect(terminal.wait { $0.area(.footer) == [" :ab"] && $0.area(.header) == [frame[0]] })
    terminal.send("\u{3}")
    #expect(terminal.wait { $0.lines == frame })
    quit(terminal)
  }

  @Test func `is not stopped by Ctrl-S`() throws {
    let terminal = try Initscope.open()
    try #require(terminal.wait(for: Self.measured))
    terminal.send("\u{13}r")
    #expect(terminal.wait { $0.area(.header)[0].hasSuffix("seed 1") })
    quit(terminal)
  }

  @Test func `shows a slow line the newest state, not all that went before`() throws {
    let terminal = try Initscope.open()
    try #require(terminal.wait(for: Self.measured))
    terminal.stall()
    for _ in 0..<200 {
      terminal.send("r")
      terminal.read(bytesPerSecond: 1, for: .milliseconds(20))
    }
    let before = terminal.output.count
    terminal.stall(false)
    #expect(terminal.wait { $0.area(.header)[0].hasSuffix("seed 200") })
    // What had been under way, and one frame; all of them would be some hundred thousand bytes.
    #expect(terminal.output.count - before < 60_000)
    quit(terminal)
  }

  @Test func `ends at a signal also where the terminal takes nothing`() throws {
    for signal in [SIGTERM, SIGHUP, SIGINT] {
      let terminal = try Initscope.open()
      try #require(terminal.wait(for: Self.measured))
      terminal.stall()
      terminal.send("rrr ")
      terminal.send(signal: signal)
      #expect(terminal.waitForExit() == .exited(128 + signal))
      terminal.stall(false)
      terminal.readUntilStill()
      expectRestored(terminal)
    }
  }

  @Test(arguments: [(32_768, 30), (65_535, 10), (100, 40_000)])
  func `survives any size a terminal may claim`(columns: Int, rows: Int) throws {
    let terminal = try Initscope.open()
    try #require(terminal.wait(for: Self.measured))
    terminal.claim(columns: columns, rows: rows)
    terminal.readUntilStill()
    terminal.claim(columns: 100, rows: 30)
    let frame = try Initscope.frame([], columns: 100, rows: 30)
    #expect(terminal.wait { $0.lines == frame })
    quit(terminal)
  }

  @Test func `sends only ASCII in the C locale`() throws {
    let terminal = try Initscope.open(changing: ["LC_ALL": "C"])
    try #require(terminal.wait(for: Self.measured), "\(terminal.screen.text)")
    terminal.send("?")
    try #require(terminal.wait(for: "Keys"))
    terminal.send("q")
    try #require(terminal.wait { !$0.text.contains("Keys") })
    terminal.send("y")
    try #require(terminal.wait(for: "Command"))
    terminal.send("q")
    terminal.readUntilStill()
    quit(terminal)
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
  }

  @Test func `sends no colours where NO_COLOR is set`() throws {
    let plain = try Initscope.open(changing: ["NO_COLOR": "1"])
    try #require(plain.wait(for: Self.measured))
    quit(plain)
    #expect(!sendsColor(plain.output))
    let colored = try Initscope.open(changing: ["NO_COLOR": ""])
    try #require(colored.wait(for: Self.measured))
    quit(colored)
    #expect(sendsColor(colored.output))
  }

  /// Whether there is a select-graphic-rendition sequence that chooses a colour.
  private func sendsColor(_ output: [UInt8]) -> Bool {
    String(decoding: output, as: UTF8.self).split(separator: "\u{1B}[").contains { sequence in
      let parameters = sequence.prefix { $0.isNumber || $0 == ";" }
      guard sequence.dropFirst(parameters.count).first == "m" else { return false }
      // 39 and 49 are the terminal's own colours.
      return parameters.split(separator: ";").compactMap { Int($0) }.contains { code in
        (30...38).contains(code) || (40...48).contains(code) || (90...107).contains(code)
      }
    }
  }

  @Test(arguments: ["no-such-terminal", "dumb", ""])
  func `says last why it cannot open, under a frame that fits`(name: String) throws {
    for (columns, rows) in [(80, 24), (120, 40)] {
      let terminal = try Initscope.open(changing: ["TERM": name], columns: columns, rows: rows)
      #expect(terminal.waitForExit() == .exited(0))
      expectRestored(terminal)
      let lines = terminal.screen.lines
      let reason = try #require(lines.firstIndex { $0.hasPrefix("initscope: ") })
      let said = lines[reason...].joined(separator: " ")
      #expect(said.contains("TERM") && said.contains("try TERM=xterm-256color initscope"))
      let frame = try Initscope.frame([], columns: columns, rows: reason)
      #expect(Array(lines[..<reason]) == frame, "\(terminal.screen.text)")
      #expect(lines.last == "", "a row for the prompt")
      #expect(!terminal.output.contains(0x1B))
    }
  }

  @Test func `says so where its input is no terminal, and to a pipe nothing`() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "\"$0\" </dev/null", Initscope.path], columns: 80, rows: 24)
    #expect(terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.text.contains("start it without < and |."))
    #expect(terminal.screen.lines[0].hasPrefix(" initscope"))
    #expect(try Initscope.run([]).errorText.isEmpty)
  }

  @Test(arguments: ["st-nowhere", "konsole-nowhere", "rxvt-nowhere", "contour-nowhere"])
  func `takes a terminal that the system does not know for what it resembles`(name: String) throws {
    let terminal = try Initscope.open(changing: ["TERM": name])
    try #require(terminal.wait(for: Self.measured), "\(terminal.screen.text)")
    quit(terminal)
  }

  @Test func `refuses a wrong scene before it touches the terminal`() throws {
    let terminal = try Initscope.open(["--gain", "gelu"])
    #expect(terminal.waitForExit() == .exited(1))
    #expect(terminal.screen.lines[0].hasPrefix("initscope: Unsupported nonlinearity gelu: "))
    #expect(!terminal.output.contains(0x1B))
  }

  @Test func `rests when there is nothing to do, even where the mean is no number`() throws {
    let terminal = try Initscope.open(["normal", "--mean", "nan"])
    try #require(terminal.wait(for: "normal  256×128  seed 0"))
    // A tick is 10 ms; a loop that never rests takes most of 50, each time.
    let rests = (0..<10).contains { _ in
      let before = processorTicks(of: terminal.process)
      terminal.readUntilStill(for: .milliseconds(500))
      return processorTicks(of: terminal.process) - before <= 3
    }
    #expect(rests)
    quit(terminal)
  }
}

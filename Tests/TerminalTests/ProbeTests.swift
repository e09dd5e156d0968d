import PseudoTerminals
import Testing

/// A terminal session in a real pseudo-terminal, end to end.
@Suite struct `A terminal session` {
  @Test func `starts, shows a frame and puts everything back`() throws {
    let terminal = try probe()
    let before = try #require(terminal.modesBefore)
    #expect(before.isCanonical && before.echoes)
    try #require(terminal.wait(for: "corner"))
    #expect(terminal.screen.isAlternate && terminal.screen.isApplicationMode)
    #expect(!terminal.screen.showsCursor)
    #expect(terminal.screen.lines[0] == "probe 60×18 palette utf8 true")
    #expect(terminal.screen.lines[1] == "宽 σ² ⣿▇")
    #expect(terminal.screen.lines[17] == String(repeating: " ", count: 54) + "corner")
    let during = try #require(terminal.modes)
    #expect(!during.isCanonical && !during.echoes)

    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    #expect(terminal.modes == before)
    expectRestored(terminal)
    #expect(terminal.screen.text.contains("goodbye"))
  }

  @Test(arguments: [
    ("\u{1B}OA", "up"), ("\u{1B}[B", "down"), ("\u{1B}OC", "right"), ("\u{1B}OD", "left"),
    ("\r", "enter"), ("\n", "enter"), ("\u{7F}", "backspace"), ("\u{8}", "backspace"),
    ("\t", "tab"), ("\u{1B}[Z", "backTab"), ("\u{1B}", "escape"), ("\u{1B}[5~", "pageUp"),
    ("\u{1B}[6~", "pageDown"), ("\u{1B}OH", "home"), ("\u{1B}OF", "end"), ("\u{1B}[3~", "delete"),
    ("\u{1B}OP", "function(1)"), ("\u{1B}[24~", "function(12)"), ("\u{12}", "control(\"r\")"),
    ("é", "character(\"é\")"), ("宽", "character(\"宽\")"), (" ", "character(\" \")"),
  ])
  func `hears keys`(sent: String, key: String) throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    terminal.send(sent)
    #expect(terminal.wait(for: "key \(key)"), "\(terminal.screen.text)")
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func `drains repeated keys in one go and drops sequences it does not know`() throws {
    let terminal = try probe(rows: 60)
    try #require(terminal.wait(for: "corner"))
    let before = terminal.output.count
    terminal.send(String(repeating: "x", count: 2000) + "\u{1B}[99;7uz")
    try #require(terminal.wait(for: "key character(\"z\")"))
    #expect(!terminal.screen.text.contains("escape"))
    #expect(!terminal.screen.text.contains("\"u\""))
    // One repaint a key would be two thousand.
    #expect(terminal.output.count - before < 200_000)
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func `follows the size, also when it is tiny`() throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    for (columns, rows) in [(100, 30), (20, 5), (1, 1), (132, 43)] {
      terminal.resize(columns: columns, rows: rows)
      if columns >= 100 {
        #expect(terminal.wait(for: "resize \(columns)×\(rows)"))
        #expect(terminal.wait { $0.lines[rows - 1].count == columns })
      } else {
        #expect(terminal.wait { $0.lines[0].hasPrefix("p") })
      }
    }
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func `keeps standard error off the screen and prints it afterwards`() throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    terminal.send("e")
    try #require(terminal.wait(for: "wrote"))
    #expect(!terminal.screen.text.contains("a message"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.text.contains("a message for later"))
  }

  @Test func `is woken from another thread`() throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    terminal.send("w")
    #expect(terminal.wait(for: "woken"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func `asks for the background and takes no answer for keys`() throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    terminal.send("?")
    let question = Array("\u{1B}]11;?\u{1B}\\\u{1B}[c".utf8)
    try #require(terminal.wait { _ in terminal.output.contains(question) })
    terminal.send("y\u{1B}]11;rgb:1d1d/1f1f")
    #expect(terminal.wait(for: "character(\"y\")"))
    terminal.send("/2121\u{1B}\\\u{1B}[?1;2cz")
    #expect(terminal.wait(for: "key character(\"z\")"))
    #expect(terminal.screen.text.contains("background \(0x1d1f21)"))
    #expect(terminal.screen.lines.count { $0.hasPrefix("key ") } == 2, "\(terminal.screen.text)")
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func `leaves no answer to the shell when it ends at once`() throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    terminal.send("?q")
    try #require(terminal.wait { _ in terminal.output.contains(Array("]11;?".utf8)) })
    terminal.send("\u{1B}]11;rgb:1d1d/1f1f/2121\u{1B}\\\u{1B}[?1;2c")
    #expect(terminal.waitForExit() == .exited(0))
    terminal.readUntilStill()
    #expect(!terminal.screen.text.contains("rgb") && !terminal.screen.text.contains("1;2c"))
    expectRestored(terminal)
  }

  @Test(arguments: ["vt220", "linux", "ansi"])
  func `asks no terminal that would print the question`(name: String) throws {
    let terminal = try probe(changing: ["TERM": name])
    try #require(terminal.wait(for: "corner"))
    terminal.send("?x")
    #expect(terminal.wait(for: "key character(\"x\")"))
    #expect(!terminal.output.contains(Array("]11;".utf8)))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func `shows the same with colours of 24 bits`() throws {
    let terminal = try probe(changing: ["COLORTERM": "truecolor"], columns: 100, rows: 30)
    let other = try probe(columns: 100, rows: 30)
    for terminal in [terminal, other] { try #require(terminal.wait(for: "corner")) }
    #expect(terminal.output.contains(Array("38;2;255;215;95m".utf8)), "the law's colour")
    for keys in ["x", "宽", "t"] {
      for terminal in [terminal, other] {
        terminal.send(keys)
        if keys != "t" { #expect(terminal.wait(for: "character(\"\(keys)\")")) }
        terminal.readUntilStill()
      }
    }
    let (lines, others) = (terminal.screen.lines, other.screen.lines)
    #expect(lines.dropFirst(2) == others.dropFirst(2))
    for (columns, rows) in [(61, 19), (120, 40)] {
      terminal.resize(columns: columns, rows: rows)
      #expect(terminal.wait(for: "resize \(columns)×\(rows)"))
      #expect(terminal.wait { $0.lines[rows - 1].hasSuffix("corner") })
    }
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    expectRestored(terminal)
  }

  @Test(arguments: [nil, "truecolor"])
  func `sends little when little changes`(colors: String?) throws {
    let terminal = try probe(changing: ["COLORTERM": colors], columns: 100, rows: 30)
    try #require(terminal.wait(for: "corner"))
    terminal.readUntilStill()
    let before = terminal.output.count
    terminal.send("x")
    try #require(terminal.wait(for: "key character(\"x\")"))
    terminal.readUntilStill()
    #expect(terminal.output.count - before < 100)
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }
}

import Glibc
import PseudoTerminals
import Testing

/// A terminal session in a real pseudo-terminal, end to end.
@Suite struct `A terminal session` {
  private func probe(
    changing changes: [String: String?] = [:], columns: Int = 60, rows: Int = 18
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      BuiltProgram.path("TerminalProbe"), changing: changes, columns: columns, rows: rows)
  }

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

  private func expectRestored(_ terminal: PseudoTerminal) {
    #expect(!terminal.screen.isAlternate, "the alternate screen is left")
    #expect(!terminal.screen.isApplicationMode, "cursor keys are in normal mode")
    #expect(terminal.screen.showsCursor, "the cursor is shown")
    #expect(terminal.screen.isPlain, "the colours are the default ones")
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

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `is asked to end by a signal`(signal: Int32) throws {
    let terminal = try probe()
    let before = terminal.modesBefore
    try #require(terminal.wait(for: "corner"))
    terminal.send(signal: signal)
    #expect(terminal.waitForExit() == .exited(128 + signal))
    #expect(terminal.modes == before)
    expectRestored(terminal)
    #expect(terminal.screen.text.contains("quit by \(signal)"))
  }

  @Test func `takes Ctrl-C as SIGINT`() throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    terminal.send("\u{3}")
    #expect(terminal.waitForExit() == .exited(128 + SIGINT))
    expectRestored(terminal)
  }

  @Test func `ends when the terminal goes away`() throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    terminal.hangUp()
    #expect(terminal.waitForExit() == .exited(128 + SIGHUP))
  }

  @Test(arguments: [("!", [SIGILL, SIGTRAP]), ("\u{1C}", [SIGQUIT])])
  func `puts the terminal back when the program crashes`(key: String, signals: [Int32]) throws {
    let terminal = try probe()
    let before = terminal.modesBefore
    try #require(terminal.wait(for: "corner"))
    terminal.send(key)
    let status = terminal.waitForExit()
    #expect(signals.contains { status == .killed(signal: $0) }, "\(String(describing: status))")
    #expect(terminal.modes == before)
    expectRestored(terminal)
    if key == "!" { #expect(terminal.screen.text.contains("trapped on purpose")) }
  }

  @Test(arguments: [("a", [SIGILL, SIGTRAP]), ("s", [SIGSEGV])])
  func `puts the terminal back when another thread or the stack fails`(
    key: String, signals: [Int32]
  ) throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    terminal.send(key)
    let status = terminal.waitForExit()
    #expect(signals.contains { status == .killed(signal: $0) }, "\(String(describing: status))")
    #expect(terminal.modes == terminal.modesBefore)
    expectRestored(terminal)
  }

  @Test func `puts the terminal back at exit`() throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    terminal.send("X")
    #expect(terminal.waitForExit() == .exited(5))
    #expect(terminal.modes == terminal.modesBefore)
    expectRestored(terminal)
  }

  @Test func `opens once at a time, and again after its end`() throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    terminal.send("o")
    #expect(terminal.wait(for: "The terminal is open already."))
    terminal.send("r")
    #expect(terminal.wait(for: "reopened"))
    terminal.send("\u{1B}OA")
    #expect(terminal.wait(for: "key up"))
    terminal.send("é")
    #expect(terminal.wait(for: "é"))
    terminal.resize(columns: 50, rows: 12)
    #expect(terminal.wait(for: "resize 50×12"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    #expect(terminal.modes == terminal.modesBefore)
    expectRestored(terminal)
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGFPE])
  func `puts the terminal back at other fatal signals`(signal: Int32) throws {
    let terminal = try probe()
    let before = terminal.modesBefore
    try #require(terminal.wait(for: "corner"))
    terminal.send(signal: signal)
    #expect(terminal.waitForExit() == .killed(signal: signal))
    #expect(terminal.modes == before)
    expectRestored(terminal)
  }

  @Test func `repaints after it was stopped from outside`() throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    terminal.send(signal: SIGSTOP)
    terminal.resize(columns: 70, rows: 20)
    terminal.send(signal: SIGCONT)
    #expect(terminal.wait(for: "resize 70×20"))
    terminal.send(signal: SIGSTOP)
    terminal.resetModes()
    terminal.send(signal: SIGCONT)
    #expect(terminal.wait(for: "redraw"))
    #expect(terminal.modes?.isCanonical == false && terminal.modes?.echoes == false)
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    expectRestored(terminal)
  }

  @Test func `is suspended by Ctrl-Z and comes back`() throws {
    // Only a child of a shell with job control can be suspended.
    let script = "set -m; \"$0\"; echo suspended; read x; fg; echo left $?"
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", script, BuiltProgram.path("TerminalProbe")], columns: 60, rows: 18)
    let before = terminal.modesBefore
    try #require(terminal.wait(for: "corner"))
    terminal.send("\u{1A}")
    try #require(terminal.wait(for: "suspended"))
    #expect(terminal.modes == before)
    expectRestored(terminal)
    terminal.resize(columns: 64, rows: 16)
    terminal.send("\n")
    #expect(terminal.wait(for: "resize 64×16"))
    #expect(terminal.wait(for: "corner"))
    #expect(terminal.screen.isAlternate && !terminal.screen.showsCursor)
    terminal.send("q")
    #expect(terminal.wait(for: "left 0"))
    #expect(terminal.waitForExit() == .exited(0))
    expectRestored(terminal)
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

  @Test(arguments: [
    ("no-such-terminal", "The terminal database does not know 'no-such-terminal'"),
    ("dumb", "The terminal 'dumb' (the variable TERM) cannot move its cursor."),
    ("", "The variable TERM is not set"),
  ])
  func `says which terminal it cannot use`(name: String, message: String) throws {
    let terminal = try probe(changing: ["TERM": name], columns: 120)
    let before = terminal.modesBefore
    #expect(terminal.waitForExit() == .exited(3))
    #expect(terminal.modes == before)
    #expect(terminal.screen.text.contains(message), "\(terminal.screen.text)")
  }

  @Test(arguments: [
    ("xterm-ghostty", "palette"), ("alacritty-unheard-of", "palette"), ("linux", "eight"),
    ("vt100", "none"),
  ])
  func `copes with other terminals`(name: String, colors: String) throws {
    let terminal = try probe(changing: ["TERM": name])
    #expect(terminal.wait(for: colors))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func `shows question marks for glyphs the C locale lacks`() throws {
    let terminal = try probe(changing: ["LC_ALL": "C"])
    try #require(terminal.wait(for: "corner"))
    #expect(terminal.screen.lines[0] == "probe 60?18 palette utf8 false")
    #expect(terminal.screen.lines[1] == "?  ?? ??")
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func `takes C.UTF-8 for a UTF-8 locale that is not installed`() throws {
    let terminal = try probe(changing: ["LC_ALL": nil, "LANG": "xx_XX.UTF-8"])
    #expect(terminal.wait(for: "utf8 true"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func `asks the terminal, not exported variables, for its size`() throws {
    let terminal = try probe(changing: ["LINES": "5", "COLUMNS": "9"])
    #expect(terminal.wait(for: "probe 60×18"))
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
  }

  @Test func `sends little when little changes`() throws {
    let terminal = try probe(columns: 100, rows: 30)
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

import PseudoTerminals
import Testing

/// Terminals, locales and variables a session meets.
@Suite struct `A terminal session in its environment` {
  @Test(arguments: [
    ("no-such-terminal", "The terminal database does not know 'no-such-terminal'"),
    ("dumb", "The terminal 'dumb' (the variable TERM) cannot move its cursor:"),
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

  @Test(arguments: ["</dev/null", "| cat"])
  func `says when it has no terminal`(redirection: String) throws {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "\"$0\" \(redirection); echo ended", BuiltProgram.path("TerminalProbe")])
    #expect(terminal.waitForExit() == .exited(0))
    #expect(terminal.modes == terminal.modesBefore)
    #expect(terminal.screen.text.contains("The explorer needs a terminal"))
    #expect(terminal.screen.text.contains("ended"))
  }
}

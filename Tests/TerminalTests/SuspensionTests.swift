import Glibc
import PseudoTerminals
import Testing

/// Ctrl-Z and what follows it.
@Suite struct `A terminal session that is suspended` {
  /// Only a child of a shell with job control can be suspended.
  private func job(_ command: String = "\"$0\"") throws -> PseudoTerminal {
    let script = """
      set -m; \(command); echo suspended; read x; fg; echo "suspended again"; read x; fg
      echo left $?
      """
    return try PseudoTerminal(
      "/bin/sh", ["-c", script, BuiltProgram.path("TerminalProbe")], columns: 60, rows: 18)
  }

  private func expectSuspended(_ terminal: PseudoTerminal, _ text: String) throws {
    try #require(terminal.wait(for: text), "\(terminal.screen.text)")
    #expect(terminal.modes == terminal.modesBefore)
    expectRestored(terminal)
  }

  private func expectResumed(_ terminal: PseudoTerminal, _ text: String) throws {
    try #require(terminal.wait(for: text), "\(terminal.screen.text)")
    #expect(terminal.wait(for: "corner"))
    #expect(terminal.screen.isAlternate && terminal.screen.isApplicationMode)
    #expect(!terminal.screen.showsCursor)
    #expect(terminal.modes?.isCanonical == false && terminal.modes?.echoes == false)
  }

  private func expectEnd(_ terminal: PseudoTerminal) {
    terminal.send("q")
    #expect(terminal.wait(for: "left 0"))
    #expect(terminal.waitForExit() == .exited(0))
    expectRestored(terminal)
  }

  @Test func `comes back, with the size the terminal has by then`() throws {
    let terminal = try job()
    try #require(terminal.wait(for: "corner"))
    terminal.send("\u{1A}")
    try expectSuspended(terminal, "suspended")
    terminal.resize(columns: 64, rows: 16)
    terminal.send("\n")
    try expectResumed(terminal, "resize 64×16")
    terminal.send("\u{1A}")
    try expectSuspended(terminal, "suspended again")
    terminal.send("\n")
    try expectResumed(terminal, "redraw")
    terminal.send("\u{1B}OA")
    #expect(terminal.wait(for: "key up"))
    expectEnd(terminal)
  }

  @Test func `gives the mouse back, and takes it again`() throws {
    let terminal = try job()
    try #require(terminal.wait(for: "corner"))
    terminal.send("m")
    try #require(terminal.wait { $0.reportsMouse })
    terminal.send("\u{1A}")
    try expectSuspended(terminal, "suspended")
    terminal.send("\n")
    try expectResumed(terminal, "redraw")
    #expect(terminal.screen.reportsMouse)
    terminal.send("\u{1B}[<0;7;3M")
    #expect(terminal.wait(for: "column: 6, row: 2"))
    terminal.send("\u{1A}")
    try expectSuspended(terminal, "suspended again")
    terminal.send("\n")
    try expectResumed(terminal, "redraw")
    expectEnd(terminal)
  }

  @Test func `has heard Ctrl-Z also while it painted`() throws {
    let terminal = try job()
    for text in ["suspended", "suspended again"] {
      try #require(terminal.wait(for: "corner"))
      // Forty frames follow one another.
      terminal.send("t")
      try #require(terminal.wait(for: "xx"))
      terminal.send("\u{1A}")
      try expectSuspended(terminal, text)
      terminal.send("\n")
      try expectResumed(terminal, "redraw")
    }
    expectEnd(terminal)
  }

  @Test func `leaves the screen also when the shell has the terminal back before`() throws {
    // The inner shell stops at once, and the outer one goes on. What that prints may land on
    // the alternate screen, so only the restoration is certain.
    let terminal = try job("/bin/sh -c '\"$0\"; true' \"$0\"")
    try #require(terminal.wait(for: "corner"))
    terminal.send("\u{1A}")
    #expect(terminal.wait { !$0.isAlternate && terminal.modes == terminal.modesBefore })
    terminal.readUntilStill()
    expectRestored(terminal)
  }

  @Test func `goes on where no shell could bring it back`() throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    terminal.send("\u{1A}")
    try expectResumed(terminal, "redraw")
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    #expect(terminal.modes == terminal.modesBefore)
    expectRestored(terminal)
  }
}

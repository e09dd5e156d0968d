import Glibc
import PseudoTerminals
import Testing

/// The ways a terminal session is interrupted.
@Suite struct `A terminal session that is interrupted` {
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

  @Test(arguments: ["!", "s", "A", "X", "\u{3}"])
  func `gives the mouse back however it ends`(key: String) throws {
    let terminal = try probe()
    try #require(terminal.wait(for: "corner"))
    terminal.send("m")
    try #require(terminal.wait { $0.reportsMouse })
    terminal.send(key)
    _ = terminal.waitForExit()
    expectRestored(terminal)
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

  @Test(arguments: [
    ("b", [SIGILL, SIGTRAP], "worker trap"), ("n", [SIGSEGV], ""), ("d", [SIGSEGV], ""),
    ("A", [SIGABRT], ""), ("B", [SIGILL, SIGTRAP], "worker trap"),
  ])
  func `puts the terminal back when a thread that computes crashes`(
    key: String, signals: [Int32], message: String
  ) throws {
    for _ in 0..<3 {
      let terminal = try probe()
      try #require(terminal.wait(for: "corner"))
      terminal.send(key)
      let status = terminal.waitForExit()
      #expect(signals.contains { status == .killed(signal: $0) }, "\(String(describing: status))")
      #expect(terminal.modes == terminal.modesBefore)
      expectRestored(terminal)
      #expect(terminal.screen.text.contains(message), "\(terminal.screen.text)")
      #expect(!terminal.screen.text.contains("corner"), "what was painted is gone")
    }
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
    // The first stop may have led to a redrawing as well, apart from the new size.
    #expect(terminal.wait { _ in terminal.modes?.isCanonical == false })
    #expect(terminal.wait(for: "redraw"))
    #expect(terminal.modes?.echoes == false)
    terminal.send("q")
    #expect(terminal.waitForExit() == .exited(0))
    expectRestored(terminal)
  }
}

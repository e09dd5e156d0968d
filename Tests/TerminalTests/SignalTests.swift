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

  // Every signal that ends a program which does nothing about it, signal(7); SIGRTMIN is 34.
  static let fatal: [Int32] =
    [
      SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE,
      SIGALRM, 16, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGPOLL, SIGPWR, SIGSYS,
    ] + [34, 49, 64]

  @Test(arguments: fatal)
  func `puts the terminal back at every fatal signal, on any thread`(signal: Int32) throws {
    for thread in ["none", "main", "worker"] {
      let terminal = try probe()
      let before = terminal.modesBefore
      try #require(terminal.wait(for: "corner"))
      terminal.send("S")
      try #require(terminal.wait(for: "asleep"))
      switch thread {
      case "main": terminal.send(signal: signal, toThread: terminal.process)
      case "worker": terminal.send(signal: signal, toThread: try #require(terminal.threads.last))
      default: terminal.send(signal: signal)
      }
      #expect(terminal.waitForExit() == .killed(signal: signal), "\(thread)")
      #expect(terminal.modes == before, "\(thread)")
      expectRestored(terminal)
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGUSR1])
  func `ends at a signal also where the terminal takes nothing`(signal: Int32) throws {
    let isQuit = [SIGINT, SIGTERM, SIGHUP].contains(signal)
    let expected: PseudoTerminals.ExitStatus =
      isQuit ? .exited(128 + signal) : .killed(signal: signal)
    for isRead in [true, false] {
      let terminal = try probe(columns: 100, rows: 30)
      let before = terminal.modesBefore
      try #require(terminal.wait(for: "corner"))
      if isRead { terminal.stall() }
      // Forty frames, more than the system keeps.
      terminal.send(bytes: Array("txxx".utf8))
      terminal.send(signal: signal)
      let status = isRead ? terminal.waitForExit() : terminal.waitForExitWithoutReading()
      #expect(status == expected)
      #expect(terminal.modes == before)
      // Of one that is not read nobody knows what it would show.
      if isRead { expectRestored(terminal) }
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `hears a signal while keys flood in`(signal: Int32) throws {
    for burst in ["x", "\u{1B}", "\u{1B}[", "\u{1B}]0;", "é"] {
      let terminal = try probe()
      try #require(terminal.wait(for: "corner"))
      let flood = Array(String(repeating: burst, count: 500).utf8)
      for _ in 0..<20 { terminal.send(bytes: flood) }
      terminal.send(signal: signal)
      let start = ContinuousClock.now
      var status: PseudoTerminals.ExitStatus?
      while status == nil && ContinuousClock.now - start < .seconds(10) {
        terminal.send(bytes: Array(flood.prefix(1000)))
        status = terminal.waitForExit(timeout: .milliseconds(1))
      }
      #expect(status == .exited(128 + signal), "\(burst.debugDescription)")
      #expect(terminal.modes == terminal.modesBefore)
      expectRestored(terminal)
    }
  }

  @Test func `leaves a screen that cannot be left with its last row free`() throws {
    for key in ["q", "!"] {
      let terminal = try probe(changing: ["TERM": "linux"])
      try #require(terminal.wait(for: "corner"))
      terminal.send(key)
      _ = terminal.waitForExit()
      #expect(!terminal.screen.text.contains("corner"), "\(terminal.screen.text)")
      if key == "q" { #expect(terminal.screen.text.contains("宽"), "the rest stays") }
    }
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

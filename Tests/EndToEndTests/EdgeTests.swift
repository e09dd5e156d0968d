import Glibc
import PseudoTerminals
import Testing

/// What a user can type, or a system refuse, that programs are known to break at.
@Suite struct `The explorer at its edges` {
  // The Kolmogorov distance of xavier_uniform's first screen: its numbers are all there.
  static let measured = "KS D 0.00601"

  @Test(arguments: [
    "e\u{301}x", "\u{301}\u{301}", "👩\u{200D}💻x", "🇩🇪🇫x", "ᄒ\u{1161}\u{11AB}x", "กำ\u{E34}x",
    "क\u{94D}षx",
  ])
  func `takes characters that join others in its prompt`(text: String) throws {
    let terminal = try Initscope.open()
    try #require(terminal.wait(for: Self.measured), "\(terminal.screen.text)")
    terminal.send(":\(text)\u{1B}OD\u{1B}OD\u{7F}\u{1B}[3~\(text)\rtanh")
    #expect(terminal.wait(for: "tanh"), "\(terminal.screen.text)")
    terminal.send("\u{1B}")
    #expect(terminal.wait { $0.lines[29].contains("Tab") }, "\(terminal.screen.text)")
    quit(terminal)
  }

  @Test func `keeps the crosshair where the scale is lost`() throws {
    let terminal = try Initscope.open()
    try #require(terminal.wait(for: Self.measured))
    terminal.send("c")
    #expect(terminal.wait(for: "bin "), "\(terminal.screen.text)")
    terminal.send(":--gain 1e-22\r")
    #expect(terminal.wait(for: "1e-22"), "\(terminal.screen.text)")
    quit(terminal)
  }

  @Test(arguments: [
    ("sparse --shape 0,2305843009213693951", "0, 2305843009213693951"),
    ("trunc_normal --std -1 --a 2 --b -2", "normal expects std >= 0.0, but found std -1"),
    ("trunc_normal --mean 10 --std 0.001", "hardly ever draws a number that fits"),
  ])
  func `answers at once`(line: String, words: String) throws {
    let terminal = try Initscope.open(columns: 160, rows: 50)
    try #require(terminal.wait(for: Self.measured))
    terminal.send(":\(line)\r")
    #expect(terminal.wait(for: words), "\(terminal.screen.text)")
    terminal.send("\u{1B}")
    #expect(terminal.wait { $0.lines[49].contains("Tab") }, "\(terminal.screen.text)")
    // Sent right behind it, q would be Alt-q.
    terminal.readUntilStill(for: .milliseconds(60))
    quit(terminal)
  }

  @Test func `measures after many draws that nobody waited for`() throws {
    let terminal = try Initscope.open()
    try #require(terminal.wait(for: Self.measured))
    for seed in 1...5 {
      terminal.send(":trunc_normal --a 1 --b 3e4 --shape 1000,100 --seed \(seed)\r")
      #expect(terminal.wait(for: "1000×100  seed \(seed)"), "\(terminal.screen.text)")
      terminal.readUntilStill(for: .milliseconds(60))
    }
    terminal.send(":xavier_uniform --shape 256,128 --seed 0\r")
    #expect(terminal.wait(for: Self.measured), "\(terminal.screen.text)")
    quit(terminal)
  }

  // A thread's stack is as large as the limit says, and no address space is this large.
  @Test func `says that there is no thread before it opens the terminal`() throws {
    let terminal = try PseudoTerminal(
      "/bin/bash", ["-c", "ulimit -Ss 136365211648; exec '\(Initscope.path)'"],
      changing: ["OPENBLAS_NUM_THREADS": "1"])
    #expect(terminal.waitForExit() == .exited(1), "\(terminal.screen.text)")
    expectRestored(terminal)
    #expect(
      terminal.screen.text.replacing("\n", with: "").contains(
        "initscope: the system has no thread left for the computations: Resource temporarily u"))
    #expect(!terminal.output.starts(with: [0x1B]))
  }
}

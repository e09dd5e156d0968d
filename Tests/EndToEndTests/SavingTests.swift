import Foundation
import PseudoTerminals
import Testing

/// `s` in the explorer, in a real pseudo-terminal.
@Suite struct `Saving what is on the screen` {
  private let scene = ["xavier_normal", "--shape", "64,32", "--seed", "5"]

  private func open(_ scene: [String]) throws -> PseudoTerminal {
    let terminal = try Initscope.open(scene, columns: 100, rows: 30)
    try #require(terminal.wait(for: "KS D "), "\(terminal.screen.text)")
    return terminal
  }

  /// Waits for words that may go on in the next line.
  private func expect(
    _ terminal: PseudoTerminal, toShow words: String, location: SourceLocation = #_sourceLocation
  ) {
    let isShown = terminal.wait(timeout: .seconds(20)) { screen in
      screen.text.filter { !$0.isWhitespace }.contains(words.filter { !$0.isWhitespace })
    }
    #expect(isShown, "\(words)\n\(terminal.screen.text)", sourceLocation: location)
  }

  private func save(_ terminal: PseudoTerminal, as path: String) {
    terminal.send("s")
    expect(terminal, toShow: "save as")
    // Ctrl-U clears the name that is proposed.
    terminal.send("\u{15}\(path)\r")
  }

  @Test func `Every ending has in it what the command prints`() throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let terminal = try open(scene)
    for ending in ["svg", "png", "txt", "ansi", "json", "npy", "scene"] {
      let file = folder.appending(path: "a.\(ending)")
      save(terminal, as: file.path)
      expect(terminal, toShow: "a.\(ending): ")
      expect(terminal, toShow: "Saved ")
      terminal.send("\u{1B}")
      #expect(terminal.wait { !$0.text.contains("Saved ") }, "\(terminal.screen.text)")
    }
    func bytes(_ ending: String) throws -> [UInt8] {
      Array(try Data(contentsOf: folder.appending(path: "a.\(ending)")))
    }
    #expect(try bytes("txt") == Initscope.run(["show"] + scene).output)
    #expect(try bytes("json") == Initscope.run(["describe"] + scene + ["--json"]).output)
    #expect(try bytes("npy") == Initscope.run(["sample"] + scene + ["--format", "npy"]).output)
    #expect(
      try String(decoding: bytes("scene"), as: UTF8.self)
        == "xavier_normal --shape 64,32 --seed 5\n")
    #expect(try bytes("png").starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(try String(decoding: bytes("svg"), as: UTF8.self).hasSuffix("</svg>\n"))
    #expect(try bytes("ansi").contains(0x1B))
    // Nothing else is left in the folder.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 7)
    quit(terminal)
  }

  @Test func `In the propagation view the numbers are those of the signal`() throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let terminal = try open(scene)
    terminal.send("2")
    expect(terminal, toShow: "Verdict")
    save(terminal, as: folder.appending(path: "a.json").path)
    expect(terminal, toShow: "Saved ")
    let saved = Array(try Data(contentsOf: folder.appending(path: "a.json")))
    #expect(saved == (try Initscope.run(["propagate"] + scene + ["--json"]).output))
    quit(terminal)
  }

  @Test func `A file that is there is replaced only when that is said again`() throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a.scene")
    try Data("mine".utf8).write(to: file)
    let terminal = try open(scene)
    save(terminal, as: file.path)
    expect(terminal, toShow: "is there already")
    #expect(try Data(contentsOf: file) == Data("mine".utf8))
    terminal.send("\r")
    expect(terminal, toShow: "Saved ")
    #expect(
      try Data(contentsOf: file) == Data("xavier_normal --shape 64,32 --seed 5\n".utf8))
    quit(terminal)
  }

  @Test func `What cannot be written is said, and another name may be given`() throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let terminal = try open(scene)
    save(terminal, as: folder.appending(path: "none/a.svg").path)
    expect(terminal, toShow: "No such file or directory")
    terminal.send("\u{15}\(folder.path)/b.doc\r")
    expect(terminal, toShow: "A file to save to ends in")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "c.svg"), withIntermediateDirectories: true)
    terminal.send("\u{15}\(folder.path)/c.svg\r")
    expect(terminal, toShow: "is no file that could be replaced")
    terminal.send("\u{15}\(folder.path)/b.svg\r")
    expect(terminal, toShow: "b.svg: ")
    quit(terminal)
  }

  @Test(arguments: [nil, SIGTERM, SIGHUP])
  func `Whoever leaves in the midst of a file leaves none of it`(signal: Int32?) throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let terminal = try Initscope.open(
      ["uniform", "--shape", "30000,30000"], columns: 100, rows: 30)
    expect(terminal, toShow: "Histogram")
    save(terminal, as: folder.appending(path: "a.npy").path)
    expect(terminal, toShow: "Writing ")
    let isBegun = terminal.wait { _ in
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty) == false
    }
    #expect(isBegun)
    if let signal {
      terminal.send(signal: signal)
      #expect(terminal.waitForExit() == .exited(128 + signal), "\(terminal.screen.text)")
    } else {
      terminal.send("q")
      expect(terminal, toShow: "once more gives it up")
      terminal.send("q")
      #expect(terminal.waitForExit() == .exited(0), "\(terminal.screen.text)")
    }
    expectRestored(terminal)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}

import Foundation
import PseudoTerminals
import Testing

/// `show`, and the explorer where there is no terminal.
@Suite struct `A frame without a terminal` {
  @Test(arguments: [(60, 18), (80, 24), (100, 30), (160, 50)])
  func `has the lines asked for and no escapes`(columns: Int, rows: Int) throws {
    let shown = try Initscope.run(["show", "--size", "\(columns)x\(rows)"])
    #expect(shown.status == .exited(0))
    #expect(shown.errorText.isEmpty)
    #expect(!shown.output.contains(0x1B))
    #expect(shown.output.filter { $0 == 10 }.count == rows)
    for line in shown.text.linesWithoutTrailingBlanks { #expect(line.count <= columns) }
    #expect(shown.text.contains("xavier_uniform"))
    #expect(shown.text.contains("seed 0"))
  }

  @Test(arguments: ["1x1", "2x1", "1x40", "59x18", "60x17", "200x3", "300x100"])
  func `never fails for its size`(size: String) throws {
    let shown = try Initscope.run(["show", "--size", size])
    #expect(shown.status == .exited(0))
    let rows = try #require(size.split(separator: "x").last.flatMap { Int($0) })
    #expect(shown.output.filter { $0 == 10 }.count == rows)
  }

  @Test(arguments: [
    (["--view", "matrix"], "Marchenko–Pastur"), (["--view", "propagation"], "signal vanishes"),
    (["--panel", "qq"], "QQ − law"),
    (["--panel", "ecdf"], "ECDF − law"), (["--panel", "tails"], "Tails"),
    (["--pin", "normal --std 0.1"], "A normal"), (["--bins", "sturges"], "(sturges)"),
  ])
  func `shows every view in every format`(options: [String], words: String) throws {
    let command = ["show", "xavier_normal"] + options + ["--glyphs", "braille"]
    #expect(try Initscope.run(command).text.contains(words))
    #expect(try Initscope.run(command + ["--format", "ansi"]).output.contains(0x1B))
    let svg = try Initscope.run(command + ["--format", "svg"]).text
    #expect(svg.hasPrefix("<svg ") && svg.contains(words.split(separator: " ").last ?? ""))
  }

  @Test func `is words, a labelled value a line, with the numbers of describe`() throws {
    let shown = try Initscope.run(["show", "kaiming_normal", "--seed", "7", "--format", "words"])
    #expect(shown.status == .exited(0) && shown.errorText.isEmpty)
    let lines = shown.text.split(separator: "\n")
    #expect(lines.count > 100 && lines.allSatisfy { $0.contains(": ") })
    let described = try Initscope.run(["describe", "kaiming_normal", "--seed", "7"]).text
    for row in ["mean", "std"] {
      let sample = try #require(
        lines.first { $0.hasPrefix("\(row), sample: ") }?.split(separator: " ").last)
      let line = try #require(
        described.split(separator: "\n").first {
          $0.hasPrefix("\(row) ") && !$0.contains("=")
        })
      #expect(line.replacing("−", with: "-").contains(" \(sample) "), "\(line)")
    }
    // What a screen has room for makes no difference.
    let small = ["show", "kaiming_normal", "--seed", "7", "--format", "words", "--size", "60x18"]
    #expect(try Initscope.run(small).output == shown.output)
  }

  @Test func `has escapes if asked for`() throws {
    let shown = try Initscope.run(["show", "--format", "ansi"])
    #expect(shown.status == .exited(0))
    #expect(shown.output.contains(0x1B))
  }

  @Test func `is a document that adapts to light and dark as SVG`() throws {
    let shown = try Initscope.run(["show", "kaiming_normal", "--seed", "7", "--format", "svg"])
    #expect(shown.status == .exited(0) && shown.errorText.isEmpty)
    #expect(shown.text.hasPrefix("<svg ") && shown.text.hasSuffix("</svg>\n"))
    #expect(shown.text.contains("<title>initscope kaiming_normal --shape 256,128 --seed 7</title>"))
    #expect(shown.text.contains("prefers-color-scheme"))
    #expect(shown.output.count < 60_000)
    // It is the same wherever it is made.
    let elsewhere = try Initscope.run(
      ["show", "kaiming_normal", "--seed", "7", "--format", "svg"],
      changing: ["LC_ALL": "C", "NO_COLOR": "1", "TERM": "linux", "COLORFGBG": "15;0"])
    #expect(elsewhere.output == shown.output)
  }

  @Test(arguments: ["60x18", "160x50", "1x1"], ["dark", "light", "contrast", "mono"])
  func `has a theme's colours alone as SVG where one is asked for`(
    size: String, theme: String
  ) throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("frame.svg")
    let shown = try Initscope.run(
      ["show", "--format", "svg", "--size", size, "--theme", theme, "-o", file.path])
    #expect(shown.status == .exited(0) && shown.output.isEmpty && shown.errorText.isEmpty)
    let document = try String(contentsOf: file, encoding: .utf8)
    #expect(document.hasPrefix("<svg ") && !document.contains("@media"))
  }

  @Test(arguments: [
    ([], 2080, 1280), (["--scale", "1"], 832, 512), (["--only", "chart"], 2080, 1280),
  ])
  func `is a picture of pixels as PNG, the same everywhere`(
    options: [String], width: Int, height: Int
  ) throws {
    let command = ["show", "xavier_normal", "--format", "png"] + options
    let shown = try Initscope.run(command)
    #expect(shown.status == .exited(0) && shown.errorText.isEmpty)
    #expect(shown.output.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    let size = [16, 20].map { shown.output[$0..<$0 + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(size == [width, height])
    let elsewhere = try Initscope.run(
      command, changing: ["LC_ALL": "C", "NO_COLOR": "1", "TERM": "linux"])
    #expect(elsewhere.output == shown.output)
  }

  @Test func `is written as its file's name says, and never to a terminal as pixels`() throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "frame.PNG")
    #expect(try Initscope.run(["show", "-o", file.path]).status == .exited(0))
    #expect(try Data(contentsOf: file).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let terminal = try Initscope.open(["show", "--format", "png"])
    #expect(terminal.waitForExit() == .exited(1))
    #expect(
      terminal.screen.text.contains("a PNG picture is binary, not for a terminal"),
      "\(terminal.screen.text)")
  }

  @Test(arguments: [
    (["--only", "chart"], "Histogram"), (["--only", "formula"], "Glorot & Bengio 2010"),
    (["--only", "numbers"], "0.07226"), (["--only", "numbers", "--size", "80x5"], "0.07226"),
    (["--only", "chart", "--view", "matrix", "--size", "70x14"], "Singular values"),
    (["--only", "formula", "--view", "propagation"], "signal vanishes"),
  ])
  func `is of one part where that is asked for`(options: [String], words: String) throws {
    let shown = try Initscope.run(["show", "xavier_normal", "--glyphs", "braille"] + options)
    #expect(shown.status == .exited(0) && shown.text.contains(words), "\(shown.text)")
    #expect(!shown.text.contains("initscope") && !shown.text.contains("q quit"))
  }

  @Test func `is what the explorer gives to a pipe`() throws {
    let piped = try Initscope.run([])
    let shown = try Initscope.run(["show", "xavier_uniform", "--size", "100x30"])
    #expect(piped.status == .exited(0))
    #expect(piped.output == shown.output)
    #expect(piped.errorText.isEmpty)
  }

  @Test func `is ASCII in the C locale or where asked for`() throws {
    for shown in [
      try Initscope.run(["show"], changing: ["LC_ALL": "C"]),
      try Initscope.run(["show", "--glyphs", "ascii"]),
    ] {
      #expect(shown.status == .exited(0))
      #expect(shown.output.allSatisfy { $0 == 10 || (0x20..<0x7F).contains($0) })
    }
  }

  // Laws that are nowhere finite, tensors without elements, single weights.
  @Test(arguments: [
    ["normal", "--mean", "nan"], ["normal", "--std", "inf"], ["normal", "--std", "0"],
    ["xavier_normal", "--gain", "0"], ["kaiming_uniform", "--a", "inf"],
    ["kaiming_normal", "--shape", "0,5"], ["xavier_uniform", "--shape", "0,5"],
    ["normal", "--shape", "1"], ["uniform", "--shape", "scalar"], ["normal", "--std", "1e300"],
    ["uniform", "--b", "1e-45"], ["normal", "--mean", "1e30"], ["kaiming_normal", "--shape", "0"],
  ])
  func `and the numbers survive strange scenes`(scene: [String]) throws {
    let shown = try Initscope.run(["show"] + scene)
    #expect(shown.status == .exited(0))
    #expect(shown.output.filter { $0 == 10 }.count == 30)
    let described = try Initscope.run(["describe", "--json"] + scene)
    #expect(described.status == .exited(0))
    let json = try JSONSerialization.jsonObject(with: Data(described.output))
    #expect(json is [String: Any])
    #expect(try Initscope.run(["describe"] + scene).status == .exited(0))
  }
}

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

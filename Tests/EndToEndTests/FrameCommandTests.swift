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

  @Test func `has escapes if asked for`() throws {
    let shown = try Initscope.run(["show", "--format", "ansi"])
    #expect(shown.status == .exited(0))
    #expect(shown.output.contains(0x1B))
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

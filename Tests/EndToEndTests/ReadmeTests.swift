import Foundation
import PseudoTerminals
import Testing

/// The pictures in the README are what the program prints.
@Suite struct `The README` {
  @Test func `shows frames as they are`() throws {
    var lines = try String(contentsOf: Initscope.readme, encoding: .utf8).components(
      separatedBy: "\n")
    var pictures = 0
    var line = 0
    while line < lines.count {
      defer { line += 1 }
      guard lines[line].hasPrefix("<!-- show "), lines[line].hasSuffix(" -->") else { continue }
      let words = try Self.words(lines[line].dropFirst(5).dropLast(4))
      let start = line + 2
      try #require(lines[line + 1] == "```")
      let end = try #require(lines[start...].firstIndex(of: "```"))
      let shown = try Initscope.run(words + ["--glyphs", "braille"])
      let frame = shown.text.linesWithoutTrailingBlanks
      if lines[start..<end] != frame[...] {
        Issue.record("\(words) shows another picture; RECORD_SNAPSHOTS=1 records it")
      }
      lines.replaceSubrange(start..<end, with: frame)
      pictures += 1
    }
    #expect(pictures >= 3)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try lines.joined(separator: "\n").write(
        to: Initscope.readme, atomically: true, encoding: .utf8)
    }
  }

  /// Words with those in quotes kept together.
  private static func words(_ text: Substring) throws -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .flatMap { index, part in
        index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
      }
  }
}

import Initializers
import Measurements
import Plots
import Scenes
import Screen
import Statistics
import Testing

@testable import Explorer

@Suite("A pinned scene")
struct ComparisonTests {
  private let start: Model

  init() throws {
    start = try model("xavier_uniform").pressing(.character("p"), .down).measured()
  }

  @Test("stays as A while B changes, until it is let go")
  func pin() throws {
    #expect(start.scene.pinned == Tensor.first)
    #expect(start.scene.initializer.method == .xavierNormal)
    let text = start.text()
    #expect(text.contains("A xavier_uniform · differs: method, law"))
    #expect(text.contains("B xavier_normal"))
    #expect(start.pressing(.character("P")).scene.pinned == nil)
  }

  @Test("shares the bins of B exactly")
  func bins() throws {
    let picture = try #require(start.picture)
    let pinned = try #require(picture.pinned)
    #expect(pinned.edges == picture.bins.edges)
    let alone = try Measurement(of: .first)
    #expect(pinned.total == alone.moments.count)
    let sum = pinned.counts.reduce(pinned.underflow + pinned.overflow, +)
    #expect(sum == pinned.total)
    // All of A's weights lie within ±0.125, and so must its bins that are not empty.
    for (index, count) in pinned.counts.enumerated() where count > 0 {
      #expect(pinned.edges[index] < 0.125 && pinned.edges[index + 1] > -0.125)
    }
  }

  @Test("and B can be exchanged")
  func exchange() throws {
    let swapped = start.pressing(.character("x"))
    #expect(swapped.scene.tensor == .first)
    #expect(swapped.scene.pinned == start.scene.tensor)
    #expect(try swapped.measured().isSettled)
    let alone = try model("xavier_uniform").pressing(.character("x"))
    #expect(alone.notice?.sentence.contains("p pins") == true)
  }

  @Test("another seed of B does not measure A again")
  func seeds() {
    let next = start.pressing(.character("r"))
    #expect(next.work.sample != start.work.sample)
    #expect(next.work.pinnedSample == start.work.pinnedSample)
  }

  @Test("is told apart without colour, in every glyph set", arguments: GlyphSet.allCases)
  func withoutColor(glyphs: GlyphSet) throws {
    let with = start.text(glyphs: glyphs)
    let without = start.pressing(.character("P")).text(glyphs: glyphs)
    #expect(with != without)
    #expect(with.contains(glyphs == .ascii ? "~ A" : "╌ A"))
  }

  @Test("differs in what the command line calls it")
  func differences() throws {
    func differences(_ a: String, _ b: String) throws -> ([String], [String]) {
      let differences = Differences(try Tensor(parsing: a), try Tensor(parsing: b))
      return (differences.differing, differences.equal)
    }
    #expect(try differences("zeros", "zeros") == ([], ["method", "shape", "seed", "law", "std"]))
    #expect(
      try differences("xavier_uniform", "xavier_normal --seed 1")
        == (["method", "seed", "law"], ["shape", "gain", "std"]))
    #expect(
      try differences("kaiming_normal --mode fan_out", "kaiming_normal")
        == (["mode", "std"], ["method", "shape", "a", "nonlinearity", "seed", "law"]))
  }

  @Test("is never said to be the same where there is no room for what differs")
  func narrow() throws {
    let model = try model("orthogonal --gain 2 --pin 'xavier_normal --seed 3'")
    let line = model.text(columns: 80, rows: 24).split(separator: "\n")[1]
    #expect(line.contains("differs: method") && line.contains("…") && !line.contains("same"))
  }

  @Test("has its numbers beside B's, with what is equal and how much differs")
  func numbers() throws {
    let text = start.text(columns: 160, rows: 50)
    let row = try #require(text.split(separator: "\n").first { $0.contains(" std law") })
    #expect(row.contains("0.07216") && row.contains("="))
    let scaled = try model("normal --std 2 --pin 'normal --std 1'").text(columns: 160, rows: 50)
    let std = try #require(scaled.split(separator: "\n").first { $0.contains(" std law") })
    #expect(std.contains("×2"))
  }
}

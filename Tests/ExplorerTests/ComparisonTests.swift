import Initializers
import Measurements
import Plots
import Scenes
import Screen
import Statistics
import Testing
import Words

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

  static let pairs = [
    ("xavier_uniform", "xavier_normal"), ("kaiming_uniform", "xavier_uniform"),
    ("kaiming_uniform --a 'sqrt(5)'", "kaiming_uniform"),
    ("normal --shape 2048,64", "normal --shape 8,4"), ("normal --std 0.05", "normal --std 1"),
    ("uniform --a 10 --b 12", "normal --std 0.5"), ("normal --std 1", "uniform --a -1e-4 --b 1e-4"),
    ("uniform --a 0 --b 1e-4", "normal"), ("kaiming_normal", "eye --shape 8,8"),
    ("trunc_normal", "xavier_uniform"), ("sparse --sparsity 0.1", "xavier_uniform"),
  ]

  @Test(
    "is drawn in bins of its own, and both samples end where their laws do", arguments: pairs,
    [60, 80, 100, 160])
  func bins(_ lines: (String, String), columns: Int) throws {
    let rows = [60: 18, 80: 24, 100: 30, 160: 50][columns] ?? 30
    let model = try model("\(lines.0) --pin \"\(lines.1)\"")
      .on(Size(columns: columns, rows: rows))
    let picture = try #require(model.picture)
    let pinned = try #require(picture.pinned)
    let measurements = [try #require(model.measurement(.b)), try #require(model.measurement(.a))]
    for (bins, measurement) in zip([picture.bins, pinned.bins], measurements) {
      let sum = bins.counts.reduce(bins.underflow + bins.overflow, +)
      #expect(sum == measurement.moments.count || !pinned.atoms.isEmpty)
      guard let support = measurement.law.support, measurement.range.paddingCells > 0 else {
        continue
      }
      // Empty beyond the support, but for a law that takes less than a column.
      let isNarrow = support.high - support.low < bins.width * 1.001
      for (index, count) in bins.counts.enumerated() where count > 0 && !isNarrow {
        #expect(bins.edges[index] > support.low - 1e-3 * bins.width)
        #expect(bins.edges[index + 1] < support.high + 1e-3 * bins.width)
      }
    }
    // A's values are on the screen, as far as they matter.
    let extent = SampleExtent(measurements[1]).values
    #expect(picture.bins.low <= extent.lowerBound + 1e-9)
    #expect(picture.bins.high >= extent.upperBound - 1e-9)
    // Bins that a rule wants are no comb: none is empty between two full ones.
    let counts = pinned.bins.counts
    let empty = zip(counts, counts.dropFirst(2)).enumerated().count {
      min($1.0, $1.1) >= 30 && counts[$0 + 1] == 0
    }
    #expect(empty == 0)
  }

  @Test("changes nothing of what the tests of B say")
  func independence() throws {
    let alone = try #require(try model("xavier_normal").picture?.fit)
    #expect(start.picture?.fit == alone)
  }

  @Test("and B can be exchanged")
  func exchange() throws {
    let swapped = start.pressing(.character("x"))
    #expect(swapped.scene.tensor == .first)
    #expect(swapped.scene.pinned == start.scene.tensor)
    #expect(try swapped.measured().isSettled)
    let alone = try model("xavier_uniform").pressing(.character("x"))
    #expect(alone.notice == .remark(Phrase("notice.nothing-to-exchange")))
  }

  @Test("another seed of B does not measure A again")
  func seeds() {
    let next = start.pressing(.character("r"))
    #expect(next.work[Slot(.sample, .b)] != start.work[Slot(.sample, .b)])
    #expect(next.work[Slot(.sample, .a)] == start.work[Slot(.sample, .a)])
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
    // The parameter and the law's number have one name, and one is enough.
    #expect(
      try differences("normal", "normal --std 2")
        == (["std"], ["method", "shape", "mean", "seed", "law"]))
    #expect(
      try differences("normal", "normal")
        == ([], ["method", "shape", "mean", "std", "seed", "law"]))
    #expect(
      try differences("normal", "trunc_normal")
        == (["method", "law", "law's std"], ["shape", "mean", "std", "seed"]))
    // An end of an interval is no slope.
    #expect(
      try differences("trunc_normal", "kaiming_normal")
        == (["method", "law", "std"], ["shape", "seed"]))
    #expect(try differences("uniform", "trunc_normal").0.contains("a"))
  }

  @Test("has its value beside a parameter that means the same")
  func parameters() throws {
    let ends = try model("kaiming_normal --pin trunc_normal").text(columns: 100, rows: 30)
    #expect(!ends.contains("A −2"))
    let slopes = try model("kaiming_normal --pin 'kaiming_uniform --a 0.5'")
    #expect(slopes.text(columns: 100, rows: 30).contains("A 0.5"))
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

import Background
import Initializers
import Measurements
import Plots
import Scenes
import Screen
import Statistics
import Testing

@testable import Explorer
@testable import Readings

@Suite("The distribution view")
struct DistributionTests {
  static let sizes = [
    Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
    Size(columns: 160, rows: 50), Size(columns: 200, rows: 60),
  ]

  @Test(
    "says the same of the fit at every size",
    arguments: [
      "xavier_normal", "xavier_uniform", "trunc_normal --shape 50,40", "normal --bins 20",
    ])
  func fit(line: String) throws {
    let start = try model(line)
    let fits = Self.sizes.map { start.on($0).picture?.fit }
    let expected = try #require(
      GoodnessOfFit(try Measurement(of: start.scene.tensor), choice: start.scene.bins))
    #expect(fits.allSatisfy { $0 == expected })
    let statistic = NumberText.significant(expected.chiSquare.statistic, digits: 3, in: .braille)
    // The smallest screen has no strip under its histogram.
    for size in Self.sizes.dropFirst() {
      #expect(start.text(columns: size.columns, rows: size.rows).contains("χ² \(statistic)"))
    }
  }

  @Test("between the first pass and the last it says where D and its p are for certain")
  func bracket() throws {
    var start = Model(scene: try Scene(parsing: "xavier_normal --shape 512,512"))
    let request: MeasurementRequest = try #require(start.request(.sample, .b))
    var run = try request.begin()
    while run.bracket == nil { try run.advance() }
    start.update(.found(Slot(.sample, .b), Finding(request, run.snapshot())))
    for size in Self.sizes {
      let text = start.text(columns: size.columns, rows: size.rows)
      #expect(text.contains(/KS D 0\.00[0-9]+…0\.00[0-9]+/), "\(text)")
      let hasRoom = size.columns > 100
      #expect(text.contains(/…0\.00[0-9]+  p 0\.[0-9]+…0\.[0-9]+/) == hasRoom, "\(text)")
    }
  }

  @Test(
    "draws values that all weights have as spikes, and says how many there are",
    arguments: [
      ("constant --val 0.1", "32 768 at 0.1", "1 value"), ("zeros", "32 768 at 0", "1 value"),
      ("ones", "32 768 at 1", "1 value"), ("eye", "32 640 zeros", "2 values"),
      ("dirac --shape 8,8,3", "8 ones", "2 values"), ("normal --std 0 --mean 2", "at 2", "1 value"),
      ("xavier_uniform --gain 0", "32 768 at 0", "1 value"),
      ("sparse --std 0", "32 768 zeros", "1 value"),
    ])
  func atoms(line: String, label: String, title: String) throws {
    let start = try model(line)
    for size in Self.sizes {
      for glyphs in GlyphSet.allCases {
        let text = start.text(columns: size.columns, rows: size.rows, glyphs: glyphs)
        #expect(text.contains(label) && text.contains("share") && text.contains(title))
      }
    }
    #expect(!start.text().contains("bins of"))
  }

  @Test("counts the weights that are not zero, and marks the zeros of a sparse tensor")
  func sparse() throws {
    let text = try model("sparse --sparsity 0.5").text()
    #expect(text.contains("16 384 nonzero of 32 768"))
    #expect(text.contains("16 384 zeros"))
  }

  @Test("marks a z by a sign, too, and explains it", arguments: GlyphSet.allCases)
  func doubt(glyphs: GlyphSet) throws {
    let one = try model("xavier_normal")
    #expect(one.text(glyphs: glyphs).contains(glyphs == .ascii ? "-2.27~" : "−2.27~"))
    let words = Glossary(one.on(Size(columns: 100, rows: 30), glyphs: glyphs)).entries
    #expect(words.contains { $0.signs.contains("~") })
    let marks = [-3, 3, 2.99, -2, 1.99, 0, .nan].map {
      Reading(name: .sample(.mean), unit: .weight, z: $0).mark?.text ?? ""
    }
    #expect(marks == ["!", "!", "~", "~", "", "", ""])
  }

  @Test("has numbers on the vertical axis of every panel at 80×24", arguments: ["ecdf", "qq"])
  func axis(panel: String) throws {
    for line in ["kaiming_normal", "xavier_uniform", "normal --shape 5,7", "trunc_normal"] {
      let text = try model("\(line) --panel \(panel)").text(columns: 80, rows: 24)
      let axis = text.split(separator: "\n").suffix(10).joined(separator: "\n")
      #expect(axis.contains("┤"), "\(text)")
    }
  }

  @Test("says first that weights are not finite, and claims nothing of the others")
  func notFinite() throws {
    let model = try model("xavier_normal --gain 1e39 --shape 64,32")
    for size in Self.sizes {
      let text = model.text(columns: size.columns, rows: size.rows)
      #expect(text.contains("43 of 2 048 weights are infinite or NaN"))
      #expect(text.contains("not finite") && !text.contains("✓"))
    }
  }

  @Test("says why float32 is too coarse for a test")
  func coarse() throws {
    let model = try model("normal --mean 1000 --std 0.001")
    for size in Self.sizes {
      let text = model.text(columns: size.columns, rows: size.rows)
      #expect(text.contains("no test: float32's steps are 0.061 std"))
      #expect(text.contains("float32 steps") && !text.contains("✓"))
    }
  }

  @Test("says of independent weights that float32 is too coarse for them, not that they depend")
  func blurred() throws {
    for size in Self.sizes {
      let text = try model("normal --mean 1 --std 1e-9")
        .text(columns: size.columns, rows: size.rows)
      #expect(text.contains("float32") && !text.contains("depend"))
      let far = try model("normal --mean 1e30").text(columns: size.columns, rows: size.rows)
      #expect(far.contains("no picture: float32") && !far.contains("no finite weight"))
    }
  }

  @Test("says that theory's extremes are medians")
  func medians() throws {
    let model = try model("xavier_normal")
    #expect(model.text(columns: 60, rows: 18).contains("Md: median"))
    #expect(model.text(columns: 100, rows: 30).contains("min Md −0.295"))
    #expect(model.text(columns: 160, rows: 50).contains("max median"))
    for line in ["eye", "constant", "orthogonal"] {
      #expect(!(try Self.hasMedian(line)))
    }
  }

  private static func hasMedian(_ line: String) throws -> Bool {
    try model(line).text().contains("Md")
  }
}

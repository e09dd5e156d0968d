import Scenes
import Screen
import Testing

@testable import Explorer

@Suite("Every size is first class")
struct PresentingTests {
  private static let sizes = [(40, 12), (60, 18), (80, 24), (100, 30), (160, 50)]
  private static let lines = [
    "xavier_uniform", "trunc_normal", "constant", "kaiming_normal --view propagation",
    "orthogonal --view matrix", "xavier_normal --pin kaiming_normal",
  ]

  @Test("the presenter's mode has chart, formula and number alone, down to 40×12", arguments: lines)
  func presenting(line: String) throws {
    let model = try model(line).pressing(.character("f"))
    for (columns, rows) in Self.sizes {
      let text = model.pressing(.tab).text(columns: columns, rows: rows)
      #expect(!text.contains("Parameters") && !text.contains("q quit"), "\(columns)×\(rows)")
      #expect(text.contains("theory") || text.contains("std") || text.contains("mean"))
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= rows + 1)
    }
    #expect(model.text().contains("f or Esc"))
    #expect(model.pressing(.escape).text().contains("Parameters"))
    #expect(model.text(columns: 39, rows: 11).contains("40×12"))
  }

  @Test("every view has its number in the bar, whatever the name and whether it plays")
  func tabs() throws {
    for name in ["xavier_uniform", "kaiming_uniform", "trunc_normal --pin sparse"] {
      for view in ["distribution", "propagation", "matrix"] {
        let still = try model("\(name) --view \(view) --seed 123456")
        for model in [still, still.pressing(.character(" "))] {
          for (columns, rows) in Self.sizes.dropFirst() {
            let text = model.text(columns: columns, rows: rows)
            let bar = text.prefix { $0 != "\n" }
            for key in ["1", "2", "3"] { #expect(bar.contains(" \(key) "), "\(bar)") }
          }
        }
      }
    }
  }

  @Test("at 80×24 the code is whole and no equation is broken within a word")
  func formula() throws {
    for name in [
      "xavier_uniform", "xavier_normal", "kaiming_uniform", "trunc_normal", "orthogonal",
    ] {
      let text = try model(name).text(columns: 80, rows: 24)
      #expect(text.contains("torch.manual_seed(0)") && text.contains("w = torch.empty(256, 128)"))
      #expect(text.contains("nn.init.\(name)_(w)"))
      for word in ["fan_in", "fan_out", "torch.empty(256, 128)"] where text.contains(word.prefix(5))
      {
        let starts = text.ranges(of: word.prefix(5)).count
        #expect(text.ranges(of: word).count >= 1 && starts >= 1)
      }
      #expect(
        !text.split(separator: "\n").contains { $0.hasSuffix("│  )") || $0.hasSuffix("fan_ou") })
    }
  }

  @Test("a list that goes on says so, and how far one is")
  func lists() throws {
    let text = try model("kaiming_normal").text(columns: 80, rows: 24)
    #expect(text.contains("7/14 ▴▾"))
    #expect(try model("uniform").text(columns: 80, rows: 24).contains("1/14 ▾"))
    #expect(try model("zeros").text(columns: 80, rows: 24).contains("14/14 ▴"))
    #expect(try !model("zeros").text(columns: 160, rows: 50).contains("14/14"))
  }
}

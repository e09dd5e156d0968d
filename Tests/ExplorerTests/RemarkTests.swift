import Explorer
import Screen
import Testing

@Suite("What surprises is said where it is seen")
struct RemarkTests {
  @Test("in the form and beside the formula", arguments: [(80, 24), (100, 30), (160, 50)])
  func form(columns: Int, rows: Int) throws {
    func text(_ line: String) throws -> String {
      try model(line).text(columns: columns, rows: rows)
    }
    let cut = try text("trunc_normal --std 0.02")
    #expect(cut.contains("−100σ") && cut.contains(" 100σ"))
    #expect(try text("kaiming_normal --nonlinearity relu").contains("no effect"))
    #expect(try text("normal --seed 4294967299").contains("as 3"))
    #expect(try text("kaiming_normal --shape 64,1,3,3").contains("depthwise?"))
    let gain = try text("xavier_normal --gain tanh --view propagation")
    #expect(gain.contains("gain: tanh"))
  }

  @Test("on the smallest screen too")
  func small() throws {
    let text = try model("trunc_normal --std 0.02").text(columns: 60, rows: 18)
    #expect(text.contains("cut at ±100σ: nothing is cut"))
  }

  @Test("a law beyond 38σ has its density")
  func tail() throws {
    let text = try model("trunc_normal --a 50 --b 51").text()
    #expect(!text.contains("made of points") && text.contains("bandwidth"))
  }

  @Test("no edge under the crosshair is a rounding error away from 0")
  func crosshair() throws {
    for line in ["normal --shape 3000", "trunc_normal --shape 50,40", "xavier_uniform"] {
      var state = try model(line).pressing(.character("c"))
      var isZeroSeen = false
      for _ in 0..<70 {
        let text = state.text()
        state = state.pressing(.right)
        #expect(!text.contains("e−17") && !text.contains("e−18"))
        isZeroSeen = isZeroSeen || text.contains("[0, ") || text.contains(", 0)")
      }
      #expect(isZeroSeen, "\(line)")
    }
  }

  @Test("an equation whose beginning has no room is not printed without it")
  func orphans() throws {
    let text = try model("trunc_normal --std 0.02").text(columns: 80, rows: 24)
    #expect(!text.contains("= 0.02·1") || text.contains("std W = 0.02·1"))
  }
}

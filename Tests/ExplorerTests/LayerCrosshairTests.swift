import Initializers
import MeanField
import Networks
import Scenes
import Screen
import Testing
import Words

@testable import Explorer

@Suite("A crosshair over layers")
struct LayerCrosshairTests {
  private func opened(_ words: String = "") throws -> Model {
    try model("kaiming_normal --nonlinearity relu --view propagation --width 64 \(words)")
      .pressing(.character("c"))
  }

  @Test("opens in the middle and moves by one, by ten and to the ends")
  func moving() throws {
    let model = try opened()
    #expect(model.selectedLayer == 15)
    #expect(model.pressing(.right).selectedLayer == 16)
    #expect(model.pressing(.left, .character("]")).selectedLayer == 24)
    #expect(model.pressing(.character("["), .character("[")).selectedLayer == 1)
    #expect(model.pressing(.home).selectedLayer == 1)
    #expect(model.pressing(.end, .right).selectedLayer == 30)
    #expect(model.pressing(.home, .pageDown).selectedLayer == 8)
    #expect(model.pressing(.character("c")).selectedLayer == nil)
  }

  @Test("Tab reaches it after the parameters, and Escape leaves it")
  func panes() throws {
    let model = try model("normal --view propagation --width 16").pressing(.tab, .tab)
    #expect(model.pane == .chart && model.selectedLayer == 15)
    #expect(model.pressing(.escape).pane == .methods)
    #expect(model.pressing(.character("1")).pane == .methods)
  }

  @Test("the status has the numbers of that layer")
  func status() throws {
    let model = try opened().pressing(.home, .right, .right)
    let report = try #require(model.signal(.b))
    let prediction = try #require(report.prediction)
    let layer = report.layers[2]
    func text(_ value: Double?) -> String { Numeral.typeset(value ?? .nan, digits: 3) }
    let line = try #require(model.text(columns: 160, rows: 50).split(separator: "\n").last)
    #expect(
      line.hasPrefix(
        " layer 3: q \(text(layer.preActivations.meanSquare)) · band "
          + "\(text(prediction.bands[2].low))–\(text(prediction.bands[2].high)) · theory "
          + "\(text(prediction.lengths[2])) · ∂² \(text(layer.gradient?.meanSquare)) · band "),
      "\(line)")
    #expect(line.contains("←→ layer"))
  }

  @Test("it stays at its layer while methods and depths change")
  func staying() throws {
    let at = try opened().pressing(.home, .right, .right, .right)
    let other = try at.pressing(.up).measured()
    #expect(other.scene.initializer.name == "kaiming_uniform" && other.selectedLayer == 4)
    var deep = try at.pressing(.end).measured()
    deep = deep.pressing(.character(":")).typing("--depth 10").pressing(.enter)
    #expect(deep.selectedLayer == 10)
    deep = deep.pressing(.character(":")).typing("--depth 40").pressing(.enter)
    #expect(deep.selectedLayer == 30)
  }

  @Test("a line stands there in both charts", arguments: [GlyphSet.braille, .ascii])
  func line(glyphs: GlyphSet) throws {
    let model = try opened()
    let mark = glyphs == .ascii ? ":" : "┊"
    func counts(_ model: Model) -> [Int] {
      model.text(glyphs: glyphs).split(separator: "\n").map { $0.filter { "\($0)" == mark }.count }
    }
    let more = zip(counts(model), counts(model.pressing(.escape))).filter { $0 == $1 + 2 }
    #expect(more.count > 3)
  }

  @Test("a layer that is not reached yet says so, and the matrix has no crosshair")
  func absent() throws {
    let waiting = try Model(scene: Scene(parsing: "normal --view propagation"))
      .pressing(.character("c"))
    #expect(waiting.selectedLayer == 15 && !waiting.text().isEmpty)
    let matrix = try model("normal --view matrix --shape 8,8").pressing(.character("c"))
    #expect(matrix.pane == .methods)
    #expect(
      matrix.notice?.sentence == "A crosshair goes over bins and layers: press 1 or 2.")
  }

  @Test("a pinned network's layer stands beside it")
  func pinned() throws {
    let model = try opened("--pin 'xavier_normal --width 64'").pressing(.home)
    let pinned = try #require(model.signal(.a)?.layers.first)
    let status = model.text(columns: 160, rows: 50).split(separator: "\n").last
    #expect(
      status?.contains(
        "A q \(Numeral.typeset(pinned.preActivations.meanSquare, digits: 3))") == true)
  }
}

import Initializers
import Plots
import Scenes
import Screen
import TestSupport
import Testing

@testable import Explorer

@Suite("A mouse points at what is seen")
struct MouseTests {
  /// Where words stand on the screen: their first cell.
  private func place(of words: String, in model: Model) throws -> (column: Int, row: Int) {
    let lines = view(model).text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains(words) }, "\(words)")
    let range = try #require(lines[row].firstRange(of: words))
    return (lines[row].distance(from: lines[row].startIndex, to: range.lowerBound), row)
  }

  private func clicking(
    on words: String, _ action: MouseAction = .press, in model: Model
  ) throws -> Model {
    let place = try place(of: words, in: model)
    return model.updated(by: .key(.mouse(action, column: place.column, row: place.row)))
  }

  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 100, rows: 30), Size(columns: 160, rows: 50),
  ]

  @Test("a method is chosen where it stands, scrolled or not", arguments: sizes)
  func methods(size: Size) throws {
    for start in [Method.uniform, .kaimingNormal, .zeros] {
      let model = Model(scene: Scene(Tensor(initializer: Initializer(start)))).on(size)
      // The header names the method that is chosen.
      for method in Framework.pyTorch.methods where method != start {
        guard view(model).text.contains("   \(method.rawValue) ") else { continue }
        let clicked = try clicking(on: "   \(method.rawValue) ", in: model.pressing(.tab))
        #expect(clicked.scene.initializer.method == method && clicked.pane == .methods)
      }
    }
  }

  @Test("the wheel goes through the methods, and a value follows it", arguments: sizes)
  func wheel(size: Size) throws {
    let model = Model().on(size)
    let down = try clicking(on: " trunc_normal", .wheelDown, in: model)
    #expect(down.scene.initializer.method == .xavierNormal)
    #expect(
      try clicking(on: " trunc_normal", .wheelUp, in: model).scene.initializer.method
        == .truncNormal)
    let up = try clicking(on: " gain ", .wheelUp, in: model)
    #expect(up.scene.initializer[.gain].description == "1.1" && up.field == .parameter(.gain))
    #expect(try clicking(on: " gain ", .wheelDown, in: up).scene == model.scene)
    #expect(up.pressing(.character("u")).scene == model.scene)
  }

  @Test("a parameter is chosen, in the form and in the line of a small screen")
  func fields() throws {
    for size in Self.sizes + [Size(columns: 60, rows: 18)] {
      let clicked = try clicking(on: " gain ", in: Model().on(size))
      #expect(clicked.pane == .form && clicked.field == .parameter(.gain))
      #expect(clicked.scene == Model().scene)
    }
    let small = Model().on(Size(columns: 60, rows: 18))
    #expect(
      try clicking(on: "xavier_uniform   ", .wheelDown, in: small).scene.initializer.method
        != .xavierUniform)
  }

  @Test("a tab shows its view")
  func tabs() throws {
    let model = Model()
    #expect(try clicking(on: "3 Matrix", in: model).scene.view == .matrix)
    #expect(try clicking(on: "2 Propagation", in: model).scene.view == .propagation)
    #expect(
      try clicking(on: "1 Distribution", in: model.pressing(.character("3"))).scene.view
        == .distribution)
  }

  @Test("a bin gets the crosshair where it is drawn", arguments: sizes)
  func bins(size: Size) throws {
    let model = try Model().on(size).measured()
    let place = try place(of: "Histogram", in: model)
    var seen = Set<Int>()
    for column in 0..<size.columns {
      let target = model.target(column: column, row: place.row + 3)
      guard case .bin(let bin) = target else { continue }
      let clicked = model.pressing(.mouse(.press, column: column, row: place.row + 3))
      #expect(clicked.crosshairPlace?.index == bin && clicked.pane == .chart)
      seen.insert(bin)
    }
    let count = try #require(model.picture?.bins.count)
    #expect(seen.count == count)
  }

  @Test("a layer gets the crosshair, and the line under the pointer", arguments: sizes)
  func layers(size: Size) throws {
    let model = try model("xavier_normal --view propagation --width 16 --depth 20").on(size)
    let title = size.columns == 80 ? "Signal through depth" : "Forward q"
    let row = try place(of: title, in: model).row + 4
    var layers = Set<Int>()
    for column in 0..<size.columns {
      guard case .layer(let layer) = model.target(column: column, row: row) else { continue }
      layers.insert(layer)
      let clicked = model.pressing(.mouse(.press, column: column, row: row))
      #expect(clicked.selectedLayer == layer)
      let frame = view(clicked)
      // A layer has several columns: its line is nearest to those of its own.
      let reach = size.columns / 19
      let isNear = (max(0, column - reach)...min(size.columns - 1, column + reach)).contains {
        near in
        (row - 3..<row + 4).contains { frame[near, $0].glyph.value == 0x250A }
      }
      #expect(isNear, "layer \(layer) at \(column)")
    }
    #expect(layers == Set(1...20))
  }

  @Test("clicks close what lies over the view, and do nothing to a line being typed")
  func modes() throws {
    let help = Model().pressing(.character("?"))
    let closed = help.pressing(.mouse(.press, column: 5, row: 8))
    #expect(closed.overlay == nil && closed.scene == help.scene)
    let typing = Model().pressing(.character(":")).typing("--seed 3")
    #expect(try clicking(on: " trunc_normal", in: typing).scene == typing.scene)
    #expect(try clicking(on: " trunc_normal", in: typing).entry == typing.entry)
  }

  @Test("no cell of any screen is a trap", arguments: View.allCases)
  func everywhere(view: View) throws {
    let model = try model("xavier_normal --shape 16,16 --depth 3 --view \(view.rawValue)")
    for size in [
      Size(columns: 60, rows: 18), Size(columns: 100, rows: 30), Size(columns: 9, rows: 3),
    ] {
      for row in stride(from: -1, through: size.rows, by: 2) {
        for column in stride(from: -1, through: size.columns, by: 7) {
          for action in [MouseAction.press, .wheelUp, .wheelDown] {
            let after = model.on(size).pressing(.mouse(action, column: column, row: row))
            #expect(after.entry == nil)
          }
        }
      }
    }
  }

  @Test("M has the terminal report the mouse, and leaves it to it again")
  func switching() {
    var model = Model().pressing(.character("M"))
    guard case .mouse(isOn: true) = model.takeEffects().first else {
      Issue.record("not turned on")
      return
    }
    #expect(model.notice?.sentence.contains("hold Shift") == true)
    model = model.pressing(.character("M"))
    guard case .mouse(isOn: false) = model.takeEffects().first else {
      Issue.record("not turned off")
      return
    }
  }
}

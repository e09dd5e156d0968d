import Initializers
import Scenes
import Screen
import Testing

@testable import Explorer

@Suite("A key that does nothing says why")
struct SilentKeyTests {
  private func notice(_ model: Model, _ keys: Key...) -> String? {
    keys.reduce(model) { $0.pressing($1) }.notice?.sentence
  }

  @Test("with nothing pinned")
  func pins() throws {
    #expect(
      notice(Model(), .character("P"))
        == "P lets A go, but nothing is pinned: p pins the present scene as A.")
    #expect(
      notice(Model(), .character("x"))
        == "x exchanges A and B, but nothing is pinned: p pins the present scene as A.")
    let refused = Model(scene: try Scene(parsing: "trunc_normal --shape 5")).pressing(.down)
    #expect(notice(refused, .character("p")) == "What the framework refuses cannot be pinned.")
    #expect(notice(Model(), .character("p"), .character("P")) == nil)
  }

  @Test("where there is no parameter to put back, or its default is there")
  func defaults() {
    let tab = "⌫ puts a parameter's default back: Tab goes to the parameters."
    #expect(notice(Model(), .backspace) == tab && notice(Model(), .delete) == tab)
    #expect(notice(Model(), .tab, .backspace) == "shape has its default already.")
    #expect(notice(Model(), .tab, .down, .right, .backspace) == nil)
  }

  @Test("at the end of what a parameter can be")
  func ends() throws {
    let deep = Model(scene: try Scene(parsing: "normal --view propagation --depth 1000"))
      .pressing(.tab, .down, .down, .down)
    #expect(notice(deep, .right) == "depth goes no further.")
    #expect(notice(deep, .left) == nil)
    let small = Model(scene: try Scene(parsing: "normal --shape 1,1"))
    #expect(notice(small, .character("-")) == "shape goes no further.")
  }

  @Test("in the view that it shows, and where there is nothing for a crosshair")
  func views() throws {
    #expect(notice(Model(), .character("1")) == "This is view 1, Distribution, already.")
    #expect(notice(Model(), .character("2")) == nil)
    let refused = Model(scene: try Scene(parsing: "trunc_normal --shape 5")).pressing(.down)
    #expect(
      notice(refused, .character("c"))
        == "There are no bins or layers here for a crosshair to go over.")
  }

  @Test("where there is no histogram whose bins could change")
  func bins() throws {
    let small = try model("xavier_normal").on(Size(columns: 60, rows: 18))
    let other = small.pressing(.character("d"))
    let replaced = other.picture == nil ? other : other.pressing(.character("d"))
    #expect(
      notice(replaced, .character("b"))
        == "b changes the bins of the histogram, whose place another panel has: d goes on to it.")
    #expect(replaced.pressing(.character("b")).scene == replaced.scene)
    #expect(notice(small, .character("b")) == nil)
  }

  @Test("without a meaning")
  func unknown() {
    #expect(notice(Model(), .character("z")) == "z does nothing: ? shows the keys.")
    #expect(notice(Model(), .control("g")) == "Ctrl-G does nothing: ? shows the keys.")
    #expect(notice(Model(), .function(5)) == "F5 does nothing: ? shows the keys.")
    #expect(notice(Model(), .escape) == nil)
    #expect(notice(Model(), .character("z"), .down) == nil)
  }
}

import Initializers
import Plots
import Scenes
import Screen
import Testing

@testable import Explorer

@Suite("Going back and forth")
struct HistoryTests {
  let start = Model()

  /// The scene's line after some keys, one string a key.
  private func undone(_ keys: String, from line: String = "normal --std 0.5") throws -> Model {
    keys.reduce(Model(scene: try Scene(parsing: line))) { $0.pressing(.character($1)) }
  }

  @Test("u takes back what a key changed, and says what came back; U makes it again")
  func steps() throws {
    let changed = start.pressing(.tab, .down, .right)
    let back = changed.pressing(.character("u"))
    #expect(back.scene == start.scene)
    #expect(back.notice?.sentence == "undone: gain 1.1 → 1")
    let again = back.pressing(.character("U"))
    #expect(again.scene == changed.scene)
    #expect(again.notice?.sentence == "done again: gain 1 → 1.1")
  }

  @Test(
    "every change of the scene is a step",
    arguments: [
      ("j", "trunc_normal → normal"), ("r", "seed 1 → 0"), ("2", "view propagation → distribution"),
      ("d", "panel ecdf → automatic"), ("b", "bins scott → fd"), ("p", "A normal → none"),
      ("+", "shape 512×256 → 256×128"), ("pjx", "A and B exchanged"),
      ("o", "std 0.125 → 0.5"),
    ])
  func everything(keys: String, words: String) throws {
    let before = try undone(String(keys.dropLast()))
    let after = try undone(keys)
    #expect(after.scene != before.scene)
    let back = after.pressing(.character("u"))
    #expect(back.scene == before.scene)
    #expect(back.notice?.sentence == "undone: \(words)")
  }

  @Test("a typed scene is one step, of which two changes are named")
  func typed() {
    let typed = start.pressing(.character(":"))
      .typing("normal --shape 64,64 --seed 3 --view matrix").pressing(.enter)
    let back = typed.pressing(.character("u"))
    #expect(back.scene == start.scene)
    #expect(
      back.notice?.sentence == "undone: normal → xavier_uniform, shape 64×64 → 256×128 and 2 more")
  }

  @Test("what playing draws is one step, however long it plays")
  func playing() {
    let changed = start.pressing(.character("r"), .character(" "))
    let played = (0..<50).reduce(changed) { model, _ in model.updated(by: .tick) }
    #expect(played.scene.seed == Seed(51))
    let back = played.pressing(.character("u"))
    #expect(back.scene.seed == Seed(1) && !back.isPlaying)
    #expect(back.pressing(.character("u")).scene == start.scene)
    #expect(back.pressing(.character("U")).scene == played.scene)
  }

  @Test("a new change forgets what was undone, and ends say that they are ends")
  func ends() {
    #expect(start.pressing(.character("u")).notice?.sentence == "There is nothing to undo.")
    let back = start.pressing(.character("r"), .character("r"), .character("u"))
    let turned = back.pressing(.down)
    #expect(turned.pressing(.character("U")).notice?.sentence == "There is nothing to do again.")
    #expect(turned.pressing(.character("u"), .character("u")).scene == start.scene)
  }

  @Test("looking around is no change: panes, overlays, sizes and prompts that are left")
  func looking() {
    let looked = start.pressing(.character("r")).updated(by: .resized(Size(columns: 80, rows: 24)))
      .pressing(.tab, .down, .character("?"), .character("?"), .character(":"), .escape)
    #expect(looked.pressing(.character("u")).scene == start.scene)
  }

  @Test("a scene that PyTorch refuses is gone through like others")
  func refused() throws {
    let refused = Model(scene: try Scene(parsing: "trunc_normal --shape 5")).pressing(.down)
    let back = refused.pressing(.character("u"))
    #expect(refused.refusal != nil && back.refusal == nil)
    #expect(back.pressing(.character("U")).refusal == refused.refusal)
  }

  @Test("the number of steps is bounded, and the newest are kept")
  func bound() {
    var model = (0..<1000).reduce(start) { model, _ in model.pressing(.character("r")) }
    for _ in 0..<1000 { model = model.pressing(.character("u")) }
    #expect(model.scene.seed == Seed(UInt64(1001 - History.limit)))
  }
}

@Suite("Marks")
struct MarkTests {
  let start = Model()

  @Test("m and a letter mark a scene, ' and the letter go there, '' returns")
  func marks() {
    let marked = start.pressing(.character("m"), .character("a"))
    #expect(marked.notice?.sentence == "a marks xavier_uniform 256×128 seed 0")
    let away = marked.pressing(.down, .character("r"), .character("2"))
    let back = away.pressing(.character("'"), .character("a"))
    #expect(back.scene == start.scene)
    #expect(back.notice?.sentence == "xavier_normal → xavier_uniform, seed 1 → 0 and 1 more")
    let returned = back.pressing(.character("'"), .character("'"))
    #expect(returned.scene == away.scene)
    #expect(returned.pressing(.character("'"), .character("'")).scene == start.scene)
    #expect(returned.pressing(.character("u")).scene == start.scene)
  }

  @Test("while a letter is awaited the footer says so, with the marks there are")
  func prompt() {
    var model = start.pressing(.character("m"), .character("b"), .down, .character("m"))
    #expect(model.text().contains(" m a letter marks this scene"))
    #expect(model.text().contains(" b xavier_uniform 256×128 seed 0"))
    model = model.pressing(.character("A"), .character("'"))
    #expect(
      model.text().contains(" A xavier_normal 256×128 seed 0 · b xavier_uniform 256×128 seed 0"))
    #expect(start.pressing(.character("'")).text().contains("nothing is marked yet"))
  }

  @Test("what is no letter or marks nothing changes nothing")
  func wrong() {
    #expect(
      start.pressing(.character("'"), .character("z")).notice?.sentence
        == "No scene is marked with z.")
    #expect(
      start.pressing(.character("'"), .character("'")).notice?.sentence
        == "No mark was gone to yet.")
    let digit = start.pressing(.character("m"), .character("1"))
    #expect(digit.notice?.sentence == "A mark is a letter, a to z or A to Z.")
    #expect(digit.marks.isEmpty && digit.awaited == nil && digit.scene == start.scene)
    let left = start.pressing(.character("m"), .escape)
    #expect(left.notice == nil && left.awaited == nil)
    // The letter of another key is taken as a letter.
    #expect(!start.pressing(.character("m"), .character("q")).isFinished)
  }
}

@Suite("Keys that go far")
struct ReachTests {
  @Test("Home and End go to the first and the last method, pages by what the list shows")
  func methods() throws {
    let start = Model().on(Size(columns: 80, rows: 24))
    #expect(start.pressing(.end).scene.initializer.method == Framework.pyTorch.methods.last)
    #expect(start.pressing(.end, .home).scene.initializer.method == Framework.pyTorch.methods.first)
    let top = start.pressing(.home)
    let rows = try #require(top.layout?.methods?.rows)
    let paged = top.pressing(.pageDown)
    // The heading is no method, and one stays in sight.
    #expect(Framework.pyTorch.methods.firstIndex(of: paged.scene.initializer.method) == rows - 2)
    #expect(
      paged.pressing(.pageUp, .pageUp).scene.initializer.method == Framework.pyTorch.methods.first)
    #expect(
      paged.pressing(.pageDown, .pageDown, .pageDown).scene.initializer.method
        == Framework.pyTorch.methods.last)
  }

  @Test("and so among the parameters")
  func form() {
    let form = Model().pressing(.tab)
    #expect(form.pressing(.end).field == form.fields.last)
    #expect(form.pressing(.end, .home).field == form.fields.first)
    #expect(form.pressing(.pageDown).field == form.fields.last)
    #expect(form.pressing(.end).scene == form.scene)
  }

  @Test("and among bins")
  func bins() throws {
    let model = try model("xavier_uniform").pressing(.character("c"))
    let count = try #require(model.picture?.bins.count)
    #expect(model.pressing(.end).crosshairPlace?.index == count - 1)
    #expect(model.pressing(.home).crosshairPlace?.index == 0)
    #expect(model.pressing(.home, .pageDown).crosshairPlace?.index == count / 4)
  }
}

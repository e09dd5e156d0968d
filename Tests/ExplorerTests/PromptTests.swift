import Initializers
import MeanField
import Scenes
import Screen
import Testing

@testable import Explorer

@Suite("Lines typed at the prompt")
struct PromptTests {
  private let prompt = Model().pressing(.character(":"))

  private func completed(_ text: String, tabs: Int = 1) -> String? {
    (0..<tabs).reduce(prompt.typing(text)) { model, _ in model.pressing(.tab) }.entry?.text
  }

  @Test("up and down go through the lines typed before, and come back to the one begun")
  func recalling() {
    var model = Model()
    for line in ["--seed 3", "normal", "wrong"] {
      model = model.pressing(.character(":")).typing(line).pressing(.enter, .escape)
    }
    model = model.pressing(.character(":")).typing("--va").pressing(.up)
    #expect(model.entry?.text == "wrong")
    model = model.pressing(.up, .up, .up)
    #expect(model.entry?.text == "--seed 3")
    model = model.pressing(.down)
    #expect(model.entry?.text == "normal" && model.entry?.cursor == 6)
    #expect(model.pressing(.down, .down, .down).entry?.text == "--va")
  }

  @Test("a line is kept once where it is given twice, an empty one not at all")
  func repeated() {
    var model = Model()
    for line in ["--seed 3", "--seed 3", "", " "] {
      model = model.pressing(.character(":")).typing(line).pressing(.enter, .escape)
    }
    #expect(model.lines == ["--seed 3"])
    let value = model.pressing(.tab, .enter, .up)
    #expect(value.entry?.text == "256,128", "a value's field has no lines")
  }

  @Test(
    "Tab completes as far as all agree, and what is whole",
    arguments: [
      ("kai", "kaiming_"), ("orth", "orthogonal "), ("normal --st", "normal --std "),
      ("--view prop", "--view propagation "), ("--view=mat", "--view=matrix "),
      ("--activation le", "--activation leaky_relu "), ("--nonl", "--nonl"),
      ("kaiming_normal --mode ", "kaiming_normal --mode fan_"),
      ("--pin \"kaiming_n", "--pin \"kaiming_normal "), ("--pin n", "--pin none "),
      ("--pin 'normal --s", "--pin 'normal --s"), ("--input g", "--input gaussian "),
      ("x", "xavier_"), ("--bins st", "--bins sturges "), ("--no", "--no-bias "),
    ])
  func completing(text: String, result: String) {
    let all = text == "--pin 'normal --s" ? "--pin 'normal --std" : result
    #expect(completed(text) == all)
  }

  @Test("further Tabs go through what there is, Shift-Tab back")
  func cycling() {
    let model = prompt.typing("kai").pressing(.tab)
    #expect(model.entry?.completion?.candidates == ["kaiming_uniform", "kaiming_normal"])
    #expect(model.pressing(.tab).entry?.text == "kaiming_uniform")
    #expect(model.pressing(.tab, .tab).entry?.text == "kaiming_normal")
    #expect(model.pressing(.tab, .tab, .tab).entry?.text == "kaiming_uniform")
    #expect(model.pressing(.backTab).entry?.text == "kaiming_normal")
    let text = model.pressing(.tab).text(columns: 60, rows: 18)
    #expect(text.contains(" kaiming_uniform  kaiming_normal"))
    #expect(model.pressing(.tab, .character(" ")).entry?.completion == nil)
  }

  @Test("the text behind the cursor stays")
  func inside() {
    var model = prompt.typing("kaiming_n --seed 3")
    for _ in 0..<9 { model = model.pressing(.left) }
    #expect(model.pressing(.tab).entry?.text == "kaiming_normal --seed 3")
  }

  @Test("options are those of the method, without those that are there")
  func options() {
    let typed = prompt.typing("normal --mean 1 --").pressing(.tab)
    let candidates = typed.entry?.completion?.candidates ?? []
    #expect(candidates.contains("--std") && !candidates.contains("--mean"))
    #expect(!candidates.contains("--gain"))
    let present = prompt.typing("--").pressing(.tab).entry?.completion?.candidates ?? []
    #expect(present.contains("--gain") && !present.contains("--std"))
    // All methods, and the word that begins a layer.
    let methods = Framework.pyTorch.methods.count
    #expect(prompt.pressing(.tab).entry?.completion?.candidates.count == methods + 1)
    #expect(completed("--seed ") == "--seed ", "a number is free")
  }

  @Test("every completion of a whole line is accepted by the parser")
  func accepted() throws {
    for method in Framework.pyTorch.methods {
      let present = Scene(
        Tensor(
          initializer: Initializer(method),
          shape: method == .dirac
            ? try Shape([8, 4, 3]) : .standard))
      let name = Initializer(method).name
      for option in Completion(of: "\(name) --", changing: present).candidates {
        let values = Completion(of: "\(name) \(option) ", changing: present).candidates
        for value in option == "--bias" || option == "--no-bias" ? [""] : values {
          #expect(throws: Never.self, "\(name) \(option) \(value)") {
            try Scene(
              parsing: "\(name) --shape \(present.shape) \(option) \(value)", changing: present)
          }
        }
      }
    }
  }

  @Test("a field that takes words goes through them, from its own on")
  func fields() throws {
    var model = Model(scene: try Scene(parsing: "kaiming_normal")).pressing(.tab)
    model.field = .parameter(.nonlinearity)
    model = model.pressing(.enter, .tab)
    #expect(model.entry?.text == "selu", "after leaky_relu")
    #expect(model.pressing(.enter).scene.initializer[.nonlinearity].description == "selu")
    model = model.pressing(.control("u")).typing("conv_t").pressing(.tab)
    #expect(model.entry?.text == "conv_transpose")
    model.field = .parameter(.mode)
    let mode = model.pressing(.escape, .enter).pressing(.control("u"), .tab, .tab)
    #expect(mode.entry?.text == "fan_in")
    let free = Model().pressing(.tab, .enter, .control("u"), .tab)
    #expect(free.entry?.text == "" && free.entry?.completion == nil)
  }
}

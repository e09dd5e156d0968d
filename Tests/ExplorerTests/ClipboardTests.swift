import Initializers
import Scenes
import Screen
import Testing

@testable import Explorer

@Suite("Copying")
struct ClipboardTests {
  @Test("y asks for the code to be put on the clipboard, once, where there is a way to it")
  func copying() throws {
    let scene = try Scene(parsing: "normal --std 0.5")
    var model = Model(scene: scene, clipboard: .tmux).pressing(.character("y"))
    let effects = model.takeEffects()
    guard case .copy(let text, .tmux) = effects.first, effects.count == 1 else {
      Issue.record("\(effects)")
      return
    }
    #expect(
      text == """
        # initscope normal --shape 256,128 --std 0.5 --seed 0
        \(scene.tensor.python.joined(separator: "\n"))

        """)
    #expect(text.contains("nn.init.normal_(w, std=0.5)"))
    #expect(model.takeEffects().isEmpty)
    #expect(model.text(columns: 60, rows: 18).contains("also on the clipboard"))
  }

  @Test("and where there is none it is only shown")
  func none() {
    var model = Model().pressing(.character("y"))
    #expect(model.takeEffects().isEmpty)
    #expect(!model.text().contains("clipboard") && model.text().contains("nn.init.xavier_uniform_"))
  }
}

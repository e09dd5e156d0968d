import Initializers
import Scenes
import Screen
import Testing

@testable import Explorer

@Suite("Stepping through a file of scenes")
struct StepTests {
  private func opened() throws -> Model {
    let file = try SceneFile(
      parsing: Array("xavier_normal\nkaiming_normal --view matrix\n--seed 4".utf8))
    return Model(scene: file.scenes[0], steps: file.scenes)
  }

  @Test("PgDn and PgUp go to the next scene and the one before, and the footer says which it is")
  func steps() throws {
    let start = try opened()
    #expect(start.text().contains("PgDn step 1/3"))
    let next = start.pressing(.pageDown)
    #expect(next.scene.line == "kaiming_normal --shape 256,128 --seed 0 --view matrix")
    #expect(next.text().contains("PgDn step 2/3"))
    let last = next.pressing(.pageDown)
    #expect(last.scene.seed == Seed(4) && last.scene.view == .matrix)
    let end = last.pressing(.pageDown)
    #expect(end.scene == last.scene)
    #expect(end.notice?.sentence == "This is the last scene of the file.")
    let back = end.pressing(.pageUp, .pageUp)
    #expect(back.scene == start.scene)
    #expect(back.pressing(.pageUp).notice?.sentence == "This is the first scene of the file.")
  }

  @Test("what is changed stays until the next step, which shows its scene as it is in the file")
  func changing() throws {
    let changed = try opened().pressing(.character("r"), .down)
    #expect(changed.scene.initializer.method == .kaimingUniform && changed.step == 0)
    let back = changed.pressing(.pageDown, .pageUp)
    #expect(back.scene.line == "xavier_normal --shape 256,128 --seed 0")
  }

  @Test("u goes back over steps, and stepping goes on from there")
  func undoing() throws {
    let start = try opened()
    let there = start.pressing(.character("r"), .pageDown, .character("r"))
    let back = there.pressing(.character("u"), .character("u"))
    #expect(back.scene.seed == Seed(1) && back.step == 0)
    #expect(back.pressing(.pageDown).scene.view == .matrix)
    let again = back.pressing(.character("U"))
    #expect(again.step == 1 && again.scene.view == .matrix)
  }

  @Test("Home and End stay with the lists, and without a file so do the page keys")
  func lists() throws {
    let start = try opened()
    #expect(start.pressing(.end).scene.initializer.method == Framework.pyTorch.methods.last)
    let without = Model()
    #expect(!without.text().contains("PgDn"))
    #expect(
      without.pressing(.pageDown).scene.initializer.method != without.scene.initializer.method)
  }
}

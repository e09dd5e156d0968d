import ArgumentParser
import Initializers
import Networks
import Scenes
import Testing
import Words

/// Words that a reader cannot use are refused by name, not passed over.
@Suite struct `A scene's words have three groups` {
  static let network = [
    ["--depth", "3"], ["--width", "64"], ["--activation", "tanh"], ["--batch", "2"],
    ["--input", "uniform"], ["--bias"], ["--no-bias"],
  ]
  static let showing = [
    ["--view", "matrix"], ["--panel", "qq"], ["--bins", "40"], ["--pin", "zeros"],
    ["--pin", "none"],
  ]
  private static let tensorOnly =
    "it takes a method, --shape, --seed and the method's parameters"
  private static let withNetwork =
    tensorOnly + ", and --depth, --width, --activation, --batch, --input, --bias"

  @Test(arguments: network + showing)
  func `the explorer takes all of them`(words: [String]) throws {
    _ = try SceneArguments.parse(["normal"] + words).scene(for: .explorer)
  }

  @Test(arguments: network + showing)
  func `a command about a tensor takes only the tensor's`(words: [String]) {
    let error = #expect(throws: SceneError.self) {
      try TensorSceneArguments.parse(["normal"] + words).scene(for: .tensor("describe"))
    }
    #expect(error?.description == "describe takes no \(words[0]); \(Self.tensorOnly)")
    // In quotes, too.
    let quoted = #expect(throws: SceneError.self) {
      try TensorSceneArguments.parse([(["normal"] + words).joined(separator: " ")])
        .scene(for: .tensor("describe"))
    }
    #expect(quoted == error)
  }

  @Test(arguments: showing)
  func `one about a network takes that, too`(words: [String]) throws {
    for taken in Self.network {
      _ = try NetworkSceneArguments.parse(["normal"] + taken).scene(for: .network("propagate"))
    }
    let error = #expect(throws: SceneError.self) {
      try NetworkSceneArguments.parse(["normal"] + words).scene(for: .network("propagate"))
    }
    #expect(error?.description == "propagate takes no \(words[0]); \(Self.withNetwork)")
  }

  @Test(arguments: showing)
  func `a pinned scene is shown as the others are`(words: [String]) {
    let line = (["normal"] + words).joined(separator: " ")
    let error = #expect(throws: SceneError.self) { try Scene(parsing: "--pin '\(line)'") }
    #expect(
      error?.description
        == "--pin takes a scene in quotes, or none: '\(line)': a pinned scene takes no \(words[0]); "
        + Self.withNetwork)
  }

  @Test(arguments: [1, 2, 10, 500, 2000, 100_000])
  func `a pin within a pin is refused, however deep`(depth: Int) {
    let line = String(repeating: "--pin=", count: depth + 1) + "normal"
    let error = #expect(throws: SceneError.self) { try Scene(parsing: line) }
    #expect(error?.description.contains(depth > 600 ? "at most 4096" : "takes no --pin") == true)
    #expect((error?.description.utf8.count ?? 0) < 1000)
  }

  @Test func `a quoted scene gives way to the words beside it`() throws {
    let arguments = try SceneArguments.parse([
      "--seed", "3", "normal --std 0.5 --seed 2 --no-bias --view matrix", "--bias", "--mean=-1",
    ])
    #expect(
      try arguments.scene(for: .explorer).line
        == "normal --shape 256,128 --mean -1 --std 0.5 --seed 3 --view matrix --bias")
    let nested = try SceneArguments.parse(["'normal --seed 1' --seed 2"])
    #expect(throws: (any Error).self) { try nested.scene(for: .explorer) }
  }

  @Test func `a name that means something else elsewhere has a note`() throws {
    #expect(try SceneArguments.parse(["he_normal"]).notes.count == 1)
    #expect(try SceneArguments.parse(["initscope glorot_normal_ --seed 1"]).notes.count == 1)
    #expect(try SceneArguments.parse(["kaiming_normal"]).notes.isEmpty)
    #expect(try SceneArguments.parse([]).notes.isEmpty)
    #expect(Scene.notes(on: "he_normal --seed 2").count == 1)
    #expect(Scene.notes(on: "--seed 2").isEmpty)
  }
}

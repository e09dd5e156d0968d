import Initializers
import Scenes
import Testing

@Suite("A file's tensor as a scene")
struct FileSceneTests {
  @Test(
    "is read from its line and printed as it was",
    arguments: [
      "model.safetensors", "a/b", "'my own folder/a b.npz'", "m.pt --tensor fc1.weight",
      "m.pt --tensor 'a b' --law 'xavier_normal --shape 4,4 --seed 0'", "x.npy --view matrix",
      "m.bin --tensor w --pin \"m.bin --tensor v\"",
    ])
  func lines(line: String) throws {
    let scene = try Scene(parsing: line)
    #expect(scene.tensor.stored != nil)
    #expect(scene.line == line)
    #expect(try Scene(parsing: scene.line) == scene)
  }

  @Test("names of any signs are quoted so that they are read again")
  func quotes() throws {
    for name in ["it's", "a\"b", "a'\"b c", "$(x)", ""] {
      let stored = StoredWeights(file: "m.pt", name: name)
      let scene = Scene(Tensor(stored, fitting: .first), view: .tensors)
      #expect(try Scene(parsing: scene.line) == scene, "\(scene.line)")
      let pinned = Scene(.first, pin: Pin(scene.tensor))
      #expect(try Scene(parsing: pinned.line) == pinned, "\(pinned.line)")
    }
  }

  @Test(
    "is no word that a scene in quotes, an option or a constructor may be",
    arguments: ["'\"x/ -y\"'", "'nn.Linear(3, 4)'"])
  func others(line: String) {
    let tensor = try? Scene(parsing: line).tensor
    #expect(tensor?.stored == nil)
  }

  @Test("takes no option that says how weights are drawn")
  func options() {
    for option in ["--shape 3,4", "--seed 1", "--std 2", "--in 4"] {
      #expect(throws: SceneError.self) { try Scene(parsing: "m.pt \(option)") }
    }
    #expect(throws: SceneError.self) { try Scene(parsing: "normal --law normal") }
  }
}

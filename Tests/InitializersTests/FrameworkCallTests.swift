import TestSupport
import Testing

@testable import Initializers

/// The recorded tensors once more, by the calls that a user writes: `he_normal --framework keras`.
// One case after another: others, which have time limits, wait for the same threads.
@Suite(.serialized) struct `Calls of the frameworks` {
  // Words and compiled calls are no initializers of their own: `Threefry and XLA` has them.
  private static let cases = FrameworkFixtures.all.filter {
    $0.recipe.kind != "bits" && $0.recipe.compiled != true
      && ![.name("split"), .name("fold_in")].contains($0.recipe.key?.first)
  }

  @Test func `there are all cases`() {
    #expect(FrameworkFixtures.all.count == 104 && Self.cases.count == 96)
  }

  @Test(arguments: cases)
  func `draw what they draw`(recorded: FrameworkFixtures.Case) async throws {
    await Task.yield()
    let asked = try Asked(recorded)
    let recipe = try Recipe(asked.call, shape: Shape(recorded.shape), fanShape: asked.fanShape)
    let generator = asked.call.framework.makeGenerator(asked.seed, asked.place)
    var stream = WeightStream(recipe.draw, count: recipe.shape.count, generator: generator)
    let drawn = weights(of: &stream, blockSize: 1000)
    #expect(drawn.count == recorded.count)
    guard recorded.recipe.tolerance != nil else {
      return #expect(fingerprint(drawn) == recorded.sha256)
    }
    let own = zip(drawn, recorded.values)
    #expect(recorded.values.count == 8)
    for (weight, value) in own { #expect(abs(Double(weight) - value) < 1e-5) }
  }

  /// A recorded call in this program's words.
  private struct Asked {
    var call: Initializer
    var seed: Seed
    var place: DrawPlace?
    var fanShape: Shape?

    init(_ recorded: FrameworkFixtures.Case) throws {
      let recipe = recorded.recipe
      if let backend = recipe.backend {
        let framework = try Framework.named(backend == "jax" ? "keras" : "keras-\(backend)")
        guard let seed = recipe.pythonSeed else {
          // HeNormal(seed=7)
          let name = try #require(recorded.call.firstMatch(of: /initializers\.([A-Za-z]+)\(/)?.1)
          let words = name.matches(of: /[A-Z][a-z]+/).map { $0.output.lowercased() }
          call = try InitializersTests.call(words.joined(separator: "_"), [:], of: framework)
          self.seed = Seed(UInt64(try #require(recipe.seed)))
          return
        }
        call = Initializer(.xavierUniform, of: framework)
        self.seed = Seed(seed)
        place = DrawPlace(index: try #require(recipe.draw))
        return
      }
      let key = try #require(recipe.key)
      guard case .number(let number)? = key.dropFirst().first else { throw Unknown() }
      seed = Seed(UInt64(number))
      switch (key.first, key.last) {
      case (.name("linen"), .number(let number)):
        let modules = key.dropFirst(2).dropLast().compactMap { word in
          if case .name(let name) = word { name } else { nil }
        }
        place = DrawPlace(modules: modules, number: number)
      case (.name("nnx"), .number(let index)): place = DrawPlace(index: index)
      default: break
      }
      let framework = key.first == .name("nnx") ? Framework.nnx : .flax
      let written = recorded.call.firstMatch(of: /I\.([a-z_]+)\(([^()]*)\)/)
      switch (recipe.kind, written) {
      case ("orthogonal", _): call = try InitializersTests.call("orthogonal", [:], of: framework)
      case ("variance_scaling", nil):
        // A layer's kernel.
        let isNormal = recipe.law == "normal"
        call = try InitializersTests.call(
          isNormal ? "variance_scaling" : "lecun_normal",
          isNormal ? ["distribution": "normal"] : [:], of: framework)
      case (_, let written?):
        let names =
          switch written.1 {
          case "variance_scaling": ["factor", "mode", "distribution"]
          case "uniform": ["factor"]
          default: ["std"]
          }
        let arguments = written.2.split(separator: ",").map { $0.filter { !"\" ".contains($0) } }
        call = try InitializersTests.call(
          String(written.1), Dictionary(uniqueKeysWithValues: zip(names, arguments)),
          of: framework)
      case ("uniform", nil):
        call = try InitializersTests.call("uniform", ["factor": "1"], of: framework)
      default: call = try InitializersTests.call(recipe.kind, ["std": "1"], of: framework)
      }
      if let shape = recipe.fanShape { fanShape = try Shape(shape) }
      if let fan = recipe.fan { fanShape = try Shape([fan, 1]) }
    }

    private struct Unknown: Error {}
  }
}

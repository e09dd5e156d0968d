import Initializers
import Networks
import Scenes
import TestSupport
import Testing
import WeightFiles
import Words

/// The greatest and the least numbers in every place that takes one: an answer or a sentence, and no
/// trap, from the words to the first weights.
@Suite struct `Huge values` {
  private static let numbers = [
    "-9223372036854775808", "9223372036854775807", "-9223372036854775809", "9223372036854775808",
    "18446744073709551615", "-1", "0", "-0", "1", "2**61", "2**62", "2**63-1", "-2**63", "2**127",
    "-2**127", "10**400", "1e308", "-1e308", "1e-320", "5e-324", "inf", "-inf", "nan", "1e19",
    "0x7fffffffffffffff", "2147483647", "2147483648", "-2147483648", "4294967296", "0.5",
    "1/fan_in", "fan_out*1e300", "3", "16",
  ]
  private static let extents = [
    "0", "1", "2", "3", "4", "5", "7", "65536", "2147483648", "2**31-1", "2**60", "2**61", "2**62",
    "9223372036854775807", "-1", "-9223372036854775808",
  ]

  @Test(arguments: 0..<8)
  func `are taken or refused in a sentence`(part: UInt64) throws {
    var random = SplitMix(seed: 7000 + part)
    var (taken, refused) = (0, 0)
    for _ in 0..<60 {
      let method = random.pick(Framework.pyTorch.methods)
      var words = [method.rawValue]
      let shape = (0..<random.pick([1, 2, 2, 2, 3, 3, 4, 5])).map { _ in
        random.pick(random.below(2) == 0 ? Array(Self.extents.prefix(7)) : Self.extents)
      }
      words += ["--shape", shape.joined(separator: ",")]
      if random.below(3) == 0 { words += ["--seed", random.pick(Self.numbers)] }
      for parameter in Initializer(method).parameters where random.below(3) > 0 {
        if parameter == .mode || parameter == .nonlinearity { continue }
        let number = random.pick(Self.numbers)
        words.append(
          "--\(parameter.rawValue)=" + (random.below(8) == 0 ? "leaky_relu:" : "") + number)
      }
      if random.below(4) == 0 {
        words += [random.pick(["--depth", "--width", "--batch"]), random.pick(Self.numbers)]
      }
      if random.below(6) == 0 { words.append("--bins=" + random.pick(Self.numbers)) }
      let line = words.joined(separator: " ")
      do {
        let scene = try Scene(parsing: line)
        taken += 1
        #expect(try Scene(parsing: scene.line) == scene, "\(line)")
        _ = (scene.tensor.python, try? scene.network.network(for: scene.tensor))
        try Self.draw(scene.recipe())
        let recipe = "w " + scene.tensor.line.split(separator: " --seed")[0]
        _ = try ModelRecipe(parsing: Array(recipe.utf8))
      } catch let error as SceneError {
        refused += 1
        #expect(!error.description.isEmpty && error.description.utf8.count < 1000, "\(line)")
      } catch let error as ModelRecipeError {
        #expect(error.description.contains("--shape makes more elements"), "\(line): \(error)")
      }
    }
    #expect(taken > 4 && refused > 4)
  }

  // The first weights; those that need the whole tensor only where it is small, and truncated normals
  // not at all, as they may be redrawn a million times.
  private static func draw(_ recipe: Recipe) throws {
    _ = (recipe.formulas, recipe.lawText, recipe.warningSentences, recipe.memoryNeeded)
    if case .truncatedNormal = recipe.draw { return }
    guard
      !recipe.draw.needsWholeTensor
        || recipe.shape.extents.reduce(1.0, { $0 * Double(max(1, $1)) }) < 1e5
    else { return }
    var stream = WeightStream(
      recipe.draw, count: recipe.shape.count, generator: MersenneTwister(seed: Seed(0)))
    let block = UnsafeMutableBufferPointer<Float>.allocate(capacity: 64)
    defer { block.deallocate() }
    block.initialize(repeating: 0)
    _ = try stream.next(into: block)
  }

  // PyTorch's dirac_ makes nothing of a negative number of groups, which divides a dimension of 0.
  @Test func `of groups make no ones`() throws {
    let tensor = try Tensor(
      parsing: "dirac --shape 0,4,3 --groups -9223372036854775808")
    #expect(try tensor.recipe().law == .ones(count: 0, of: 0))
  }
}

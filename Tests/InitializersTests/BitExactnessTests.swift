import Initializers
import TestSupport
import Testing

@Suite("The same seed gives PyTorch's bits")
struct BitExactnessTests {
  @Test("every recorded tensor matches", arguments: TorchFixtures.known)
  func tensor(_ fixture: TorchFixtures.Tensor) throws {
    let recipe = try Recipe(
      initializer(fixture.method, fixture.params), shape: Shape(fixture.shape))
    var stream = WeightStream(
      recipe.draw, count: recipe.shape.count, generator: MersenneTwister(seed: Seed(fixture.seed)))
    let drawn = weights(of: &stream)
    if recipe.initializer.method == .orthogonal {
      // LAPACK's rounding differs between builds.
      for (weight, recorded) in zip(drawn, fixture.values ?? fixture.head) {
        #expect(abs(weight - recorded) <= 2e-6)
      }
      return
    }
    #expect(drawn.prefix(fixture.headBits.count).map(\.bitPattern) == fixture.headBits)
    if let sha256 = fixture.sha256 { #expect(fingerprint(drawn) == sha256) }
  }

  @Test("the numbers before the draw are PyTorch's", arguments: TorchFixtures.known)
  func theory(_ fixture: TorchFixtures.Tensor) throws {
    let recipe = try Recipe(
      initializer(fixture.method, fixture.params), shape: Shape(fixture.shape))
    guard let theory = fixture.theory else { return }
    if recipe.initializer.entry.usesFans {
      #expect(recipe.fans?.fanIn == theory.fanIn)
      #expect(recipe.fans?.fanOut == theory.fanOut)
    }
    if let gain = theory.gain, recipe.gain != nil { #expect(recipe.gain == gain) }
    if let bound = theory.bound, recipe.initializer.entry.usesFans {
      #expect(recipe.law.bound == bound)
    }
    if let std = theory.std, recipe.initializer.method != .truncNormal {
      #expect(abs(recipe.law.std - std) <= 1e-15 * std)
    }
  }

  @Test("a chain of tensors continues one stream of draws, the cached normal included")
  func chain() throws {
    for chain in TorchFixtures.recorded.chains {
      var generator: any Generator = MersenneTwister(seed: Seed(chain.seed))
      for layer in chain.layers {
        let recipe = try Recipe(
          initializer(layer.method, layer.params), shape: Shape(layer.shape))
        var stream = WeightStream(recipe.draw, count: recipe.shape.count, generator: generator)
        #expect(fingerprint(weights(of: &stream)) == layer.sha256)
        generator = stream.generator
      }
    }
  }

  @Test("every instruction set gives the same bits", arguments: Kernels.Level.allCases)
  func levels(_ level: Kernels.Level) throws {
    // A processor without the instructions has nothing to compare.
    guard let kernels = Kernels(level), let portable = Kernels(.portable) else { return }
    for draw in [Draw.uniform(low: -0.3, high: 0.7), .normal(mean: 0.1, std: 1.3)] {
      for count in [1, 15, 16, 17, 31, 33, 623, 624, 625, 1248, 5003, 100_000] {
        var wide = WeightStream(
          draw, count: count, generator: MersenneTwister(seed: Seed(7), kernels: kernels))
        var plain = WeightStream(
          draw, count: count, generator: MersenneTwister(seed: Seed(7), kernels: portable))
        #expect(weights(of: &wide) == weights(of: &plain))
      }
    }
  }

  @Test(
    "the size of the blocks asked for does not change the weights",
    arguments: [
      Draw.uniform(low: -1, high: 2), .normal(mean: 0, std: 0.02),
    ])
  func blocks(_ draw: Draw) {
    for count in (1...200).map({ $0 * 7 }) + [16, 32, 48, 624, 640, 4096, 4097] {
      let generator = MersenneTwister(seed: Seed(UInt64(count)))
      var whole = WeightStream(draw, count: count, generator: generator)
      let expected = weights(of: &whole, blockSize: max(32, count))
      for size in [32, 33, 100, 1000] {
        var pieces = WeightStream(draw, count: count, generator: generator)
        #expect(weights(of: &pieces, blockSize: size) == expected)
      }
    }
  }

  @Test("skipping draws is drawing them unused")
  func skip() {
    var drawn = MersenneTwister(seed: Seed(3))
    var skipped = drawn
    for _ in 0..<1500 { _ = drawn.next32() }
    skipped.skip(1500)
    #expect(drawn.next32() == skipped.next32())
  }

  @Test("the digest itself is right")
  func digest() {
    #expect(
      SHA256.hexDigest(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}

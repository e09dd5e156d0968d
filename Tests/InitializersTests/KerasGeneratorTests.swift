import Initializers
import TestSupport
import Testing

/// Tensors as Keras draws them on three backends, to the bit, on every instruction set this processor has.
// One case after another: others, which have time limits, wait for the same threads.
@Suite(.serialized) struct `Keras's generators` {
  enum Backend: String, CaseIterable {
    case torch, numpy, tensorflow

    func generator(
      _ seed: Seed = Seed(3), _ kernels: Kernels = .best
    ) -> any TruncatingGenerator {
      switch self {
      case .torch: KerasTorchGenerator(seed: seed, kernels: kernels)
      case .numpy: PCG64Generator(seed: seed)
      case .tensorflow: PhiloxGenerator(seed: seed, kernels: kernels)
      }
    }
  }

  private static let cases =
    FrameworkFixtures.all.filter { recorded in
      recorded.recipe.tolerance == nil && backend(of: recorded) != nil
    } + FrameworkFixtures.generators

  private static func backend(of recorded: FrameworkFixtures.Case) -> Backend? {
    recorded.recipe.backend.flatMap(Backend.init)
  }

  private static let levels = Kernels.Level.allCases.compactMap { Kernels($0) }

  /// A law as Keras asks a generator for it.
  enum Law {
    case uniform(low: Double, high: Double)
    case normal(mean: Double, std: Double)
    case truncatedNormal(std: Double)

    init(_ recorded: FrameworkFixtures.Case) throws {
      let recipe = recorded.recipe
      if recipe.kind == "keras_variance_scaling" {
        let shape = recorded.shape
        let field = shape.dropLast(2).reduce(1, *)
        let fanIn = shape[shape.count - 2] * field
        let fanOut = shape[shape.count - 1] * field
        let fan = recipe.mode == "fan_in" ? Double(fanIn) : Double(fanIn + fanOut) / 2
        let variance = try #require(recipe.scale) / fan
        if recipe.law == "uniform" {
          let limit = (3 * variance).squareRoot()
          self = .uniform(low: -limit, high: limit)
        } else {
          try #require(recipe.law == "truncated_normal")
          self = .truncatedNormal(std: variance.squareRoot() / 0.87962566103423978)
        }
      } else if recipe.kind == "keras_uniform" {
        self = .uniform(low: try #require(recipe.low), high: try #require(recipe.high))
      } else if recipe.kind == "keras_normal" {
        self = .normal(mean: recipe.mean ?? 0, std: try #require(recipe.std))
      } else {
        try #require(recipe.kind == "keras_truncated")
        self = .truncatedNormal(std: try #require(recipe.std))
      }
    }

    /// The numbers of a tensor, in blocks of a size.
    func draw(_ generator: inout any TruncatingGenerator, count: Int, block size: Int) -> [Float] {
      draw(&generator, count: count, remaining: count, block: size)
    }

    /// The last numbers of a tensor.
    func draw(
      _ generator: inout any TruncatingGenerator, count: Int, remaining: Int, block size: Int
    ) -> [Float] {
      [Float](unsafeUninitializedCapacity: remaining) { values, drawn in
        drawn = 0
        while drawn < remaining {
          let left = remaining - drawn
          let block = UnsafeMutableBufferPointer(
            rebasing: values[drawn..<drawn + min(left, size)])
          switch self {
          case .uniform(let low, let high):
            generator.fillUniform(block, low: low, high: high)
            drawn += block.count
          case .normal(let mean, let std):
            drawn += generator.fillNormal(
              block, mean: mean, std: std, remaining: left, of: count)
          case .truncatedNormal(let std):
            drawn += generator.fillTruncatedNormal(
              block, mean: 0, std: std, remaining: left, of: count)
          }
        }
      }
    }
  }

  private func seed(of recipe: FrameworkFixtures.Recipe) throws -> Seed {
    guard let pythonSeed = recipe.pythonSeed else {
      let seed = try #require(recipe.seed)
      return Seed(UInt64(bitPattern: Int64(seed)))
    }
    var seeds = KerasSeeds(seed: Seed(pythonSeed))
    let draw = try #require(recipe.draw)
    for _ in 0..<draw { _ = seeds.next() }
    return Seed(UInt64(seeds.next()))
  }

  @Test func `there are all cases and levels`() {
    #expect(Self.cases.count == 82 && !Self.levels.isEmpty)
  }

  @Test(arguments: cases)
  func `draw what Keras draws`(recorded: FrameworkFixtures.Case) async throws {
    await Task.yield()
    let backend = try #require(Self.backend(of: recorded))
    let seed = try seed(of: recorded.recipe)
    let law = try Law(recorded)
    // NumPy's has no kernels for instruction sets.
    for kernels in backend == .numpy ? [.best] : Self.levels {
      var generator = backend.generator(seed, kernels)
      // No vectors' or groups' number, yet more than the smallest block.
      let values = law.draw(&generator, count: recorded.count, block: 5003)
      #expect(SHA256.hexDigest(littleEndian: values) == recorded.sha256)
    }
  }

  private static let laws = [
    Law.uniform(low: -0.3, high: 0.7), .normal(mean: 0.3, std: 0.7), .truncatedNormal(std: 0.7),
  ]

  @Test(arguments: Backend.allCases, laws)
  func `draw the same numbers in blocks of any size`(backend: Backend, law: Law) async {
    await Task.yield()
    for count in [1, 3, 4, 15, 16, 31, 33, 47, 2000] {
      var whole = backend.generator()
      let values = law.draw(&whole, count: count, block: count)
      for size in [32, 33, 50, 999] {
        var generator = backend.generator()
        #expect(law.draw(&generator, count: count, block: size) == values)
      }
    }
  }

  @Test(arguments: [Backend.numpy, .tensorflow], laws)
  func `pass over numbers of each law`(backend: Backend, law: Law) async {
    await Task.yield()
    let count = 3000
    var whole = backend.generator()
    let values = law.draw(&whole, count: count, block: count)
    for skipped in [1, 2, 3, 4, 5, 511, 1029, 2998] {
      var generator = backend.generator()
      generator.skip(skipped - 1)
      generator.skip(1)
      let rest = law.draw(&generator, count: count, remaining: count - skipped, block: 700)
      #expect(rest == [Float](values[skipped...]))
    }
  }

  @Test func `Torch's passes over uniform numbers`() {
    var whole = Backend.torch.generator()
    let values = whole.uniforms(3000, low: -1, high: 1)
    var generator = Backend.torch.generator()
    generator.skip(1029)
    #expect(generator.uniforms(3000 - 1029, low: -1, high: 1) == [Float](values[1029...]))
  }

  // Recorded from `default_rng([7, 0]).integers` and `tf.random.stateless_uniform` of 32 bits.
  private static let words: [Backend: [UInt32]] = [
    .numpy: [
      0xf1e5_4a8b, 0xa006_41a9, 0xaf26_6a95, 0xe5af_cdbc, 0x940a_f962, 0xc693_565f, 0xd56a_2742,
    ],
    .tensorflow: [
      0xfc5f_a047, 0x0dd6_0a00, 0x9e07_6552, 0x84d2_7594, 0x2a88_ffdf, 0x5f55_8619, 0x8eba_6cd8,
    ],
  ]

  @Test(arguments: [Backend.numpy, .tensorflow])
  func `draw whole words`(backend: Backend) throws {
    let words = try #require(Self.words[backend])
    var generator = backend.generator(Seed(7))
    var drawn = [UInt32](repeating: 0, count: 2)
    drawn.withUnsafeMutableBufferPointer { generator.fill($0) }
    #expect(drawn == [UInt32](words[..<2]))
    generator.skip(1)
    drawn = [0, 0, 0, 0]
    drawn.withUnsafeMutableBufferPointer { generator.fill($0) }
    #expect(drawn == [UInt32](words[3...]))
  }
}

extension SHA256 {
  /// The digest of float32 numbers as a file has them.
  static func hexDigest(littleEndian values: [Float]) -> String {
    hexDigest(
      values.flatMap { value in
        (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) }
      })
  }
}

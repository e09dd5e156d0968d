internal import Background
package import Initializers
package import Memory
package import Words

/// A tensor's seed and its place in the stream of random numbers.
package struct Birth: Hashable, Sendable {
  /// What drew it.
  package let hypothesis: BirthHypothesis
  /// The seed, as the framework's users set it.
  package let seed: Seed
  /// What the seed is set for.
  package let source: Source
  /// The 32-bit words of PyTorch's stream, or the initializers' seeds of Keras's, taken before the tensor; 0
  /// where each tensor has a stream of its own.
  package let draws: Int
  /// How many of the tensor's numbers have the very bits.
  package let intact: Int
  /// The root mean square of what the numbers have moved by since they were drawn, of those that are finite and
  /// have not been set to 0.
  package let distance: Double
  /// Pearson's, of the numbers and of those drawn, where no bits are left and the place beside other tensors
  /// tells; nil where bits do.
  package let correlation: Double?

  /// Whether bits show it.
  package var isConfirmed: Bool { correlation == nil }

  init(
    hypothesis: BirthHypothesis, seed: Seed, source: Source, draws: Int, intact: Int,
    distance: Double, correlation: Double? = nil
  ) {
    (self.hypothesis, self.seed, self.source) = (hypothesis, seed, source)
    (self.draws, self.intact, self.distance) = (draws, intact, distance)
    self.correlation = correlation
  }

  /// What a seed is set for.
  package enum Source: Hashable, Sendable {
    /// All that is drawn: `torch.manual_seed`, `jax.random.key`, `keras.utils.set_random_seed`.
    case program
    /// One initializer of Keras: `seed=`.
    case initializer
  }

  /// The birth of a tensor all of whose numbers are those of a seed; nil where no number depends on it.
  ///
  /// - Parameter draws: what is taken before the tensor; what its layer takes unless it is given.
  package init?(_ hypothesis: BirthHypothesis, of seed: Seed, after draws: Int? = nil) {
    guard hypothesis.recipe?.usesSeed == true else { return nil }
    let framework = hypothesis.framework
    let before =
      framework.drawsInSequence
      ? hypothesis.wordsBefore : framework.isKeras ? hypothesis.seedsBefore ?? 0 : 0
    var source = Source.program
    if framework.isKeras, case .call = hypothesis.origin { source = .initializer }
    self.init(
      hypothesis: hypothesis, seed: seed, source: source, draws: draws ?? before,
      intact: hypothesis.shape.count, distance: 0)
  }

  /// The tensor's numbers as they were drawn.
  package func initial() -> (any WeightSource)? {
    let birth = Origin(hypothesis: hypothesis, seed: seed, source: source, draws: draws)
    return hypothesis.recipe.map { InitialWeights(origin: birth, recipe: $0) }
  }
}

/// What is known of the search for a tensor's birth.
package struct BirthReport: Report {
  /// The birth, once it is found.
  package let birth: Birth?
  /// How much of the search is done, from 0 to 1.
  package let progress: Double
  /// Whether nothing is still to come.
  package let isComplete: Bool
  /// What is being done; nil at the end.
  package let stage: Phrase?

  /// Nothing yet, while tensors beside it are searched.
  package static let beside = BirthReport(
    birth: nil, progress: 0, isComplete: false, stage: Phrase("birth.stage.beside"))
}

/// Why the search for a tensor's birth ends without an answer.
package enum BirthError: Error, Hashable, Sendable, Worded {
  /// The tensor's numbers cannot be read, and why.
  case unreadable(Phrase)
  /// There are fewer numbers than there are said to be.
  case tooFewNumbers(Int, of: Int)
  /// The system has not the memory that solving for the generator's state takes.
  case noMemory(MemoryError)

  /// The sentence a user reads.
  package var phrase: Phrase {
    switch self {
    case .unreadable(let reason): Phrase("error.birth.unreadable", ["reason": .phrase(reason)])
    case .tooFewNumbers(let count, let all):
      Phrase("error.birth.few", ["count": "\(count)", "all": "\(all)"])
    case .noMemory(let error): error.phrase
    }
  }
}

/// A seed and a place to try: a birth that is not yet held against the numbers.
struct Origin: Hashable, Sendable {
  let hypothesis: BirthHypothesis
  let seed: Seed
  let source: Birth.Source
  let draws: Int

  /// Whether a layer draws it by default.
  var isLayer: Bool { if case .layer = hypothesis.origin { true } else { false } }

  /// The generator where the tensor begins.
  var generator: any Generator {
    var generator =
      source == .initializer ? hypothesis.framework.generator(seed) : programGenerator
    if hypothesis.framework.drawsInSequence { generator.skip(draws) }
    return generator
  }

  private var programGenerator: any Generator {
    guard !hypothesis.framework.drawsInSequence else { return hypothesis.framework.generator(seed) }
    guard hypothesis.framework.isKeras else { return hypothesis.generator(seed) }
    var seeds = KerasSeeds(seed: seed)
    var own = seeds.next()
    for _ in 0..<draws { own = seeds.next() }
    return hypothesis.framework.generator(Seed(UInt64(own)))
  }
}

/// A tensor as it was drawn.
private struct InitialWeights: WeightSource {
  let origin: Origin
  let recipe: Recipe

  var tensor: Tensor {
    switch origin.hypothesis.origin {
    case .layer(let tensor, let call): Tensor(tensor, of: call, seed: origin.seed)
    case .call(let call):
      Tensor(initializer: call, shape: origin.hypothesis.shape, seed: origin.seed)
    }
  }
  var draw: Draw? { origin.hypothesis.draw }

  func weights() -> any WeightBlocks {
    WeightStream(draw ?? .nothing, count: shape.count, generator: origin.generator)
  }

  func shares(_ count: Int) -> [any WeightBlocks] {
    let generator = origin.generator
    guard count > 1, let draw, draw.hasOneDrawEach(from: generator) else { return [weights()] }
    return (0..<count).map {
      StreamPart(draw, count: shape.count, generator: generator, index: $0, of: count)
    }
  }
}

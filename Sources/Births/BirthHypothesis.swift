package import Initializers

/// What may have drawn a tensor, which is asked of its numbers.
package struct BirthHypothesis: Hashable, Sendable {
  /// What is said to have drawn it.
  package let origin: Origin
  /// The tensor's shape.
  package let shape: Shape
  /// What the framework computes before it draws; nil of what it refuses.
  package let recipe: Recipe?

  /// The numbers that are put into a seed's key, one after another, before the tensor is drawn.
  package private(set) var keyFolds: [UInt32] = []
  /// Of those, the indices of the keys that the program split off before any layer's own.
  ///
  /// Source: `jax.random.split(key, n)[i]` is `jax.random.fold_in(key, i)` where Threefry is partitionable, as it is
  /// by default since JAX 0.5.
  package private(set) var splits: [UInt32] = []

  /// What draws a tensor.
  package enum Origin: Hashable, Sendable {
    /// A layer's tensor, by its framework's default.
    case layer(LayerTensor, of: LayerCall)
    /// A call of a framework's initializer.
    case call(Initializer)
  }

  /// Says that a tensor is a layer's, as its framework draws it by default.
  package init(_ tensor: LayerTensor, of call: LayerCall) {
    origin = .layer(tensor, of: call)
    shape = tensor.shape
    recipe = try? tensor.recipe()
    keyFolds = tensor.keyFolds
  }

  /// Says that an initializer was called for a tensor.
  ///
  /// - Parameter keyFolds: what is put into a seed's key before, as a module of flax does.
  /// - Throws: the error the framework raises for it.
  package init(
    _ initializer: Initializer, shape: Shape, keyFolds: [UInt32] = []
  ) throws(InitializerError) {
    origin = .call(initializer)
    self.shape = shape
    recipe = try Recipe(initializer, shape: shape)
    self.keyFolds = keyFolds
  }

  /// The same with keys that the program split off a seed's.
  package func splitting(_ indices: [UInt32]) -> BirthHypothesis {
    var hypothesis = self
    hypothesis.keyFolds = indices + keyFolds
    hypothesis.splits = indices + splits
    return hypothesis
  }

  /// The framework.
  package var framework: Framework {
    switch origin {
    case .layer(let tensor, _): tensor.initializer.framework
    case .call(let initializer): initializer.framework
    }
  }
}

extension BirthHypothesis {
  /// How the numbers come about, where their bits tell of a seed; nil else.
  var draw: Draw? {
    guard let draw = recipe?.draw, recipe?.usesSeed == true, shape.count > 0 else { return nil }
    // LAPACK's rounding differs between builds.
    if case .orthogonal = draw { return nil }
    return draw
  }

  /// The normal numbers that its own are made of, before some are drawn again or become 0; nil of others.
  var normals: Draw? {
    switch draw {
    case .normal?: draw
    case .paddedNormal(let std, _)?, .sparse(_, _, _, let std)?: .normal(mean: 0, std: std)
    case .truncatedNormal(let law)? where law.isDrawnFromNormals:
      .normal(mean: law.location, std: law.signedScale)
    default: nil
    }
  }

  /// The generator of a seed where a tensor that is the first of its stream, or of its layer, begins.
  func generator(_ seed: Seed) -> any Generator {
    let whole = framework.generator(seed)
    if !keyFolds.isEmpty, let generator = whole as? JAXGenerator {
      return generator.folding(in: keyFolds)
    }
    return if case .layer(let tensor, _) = origin { tensor.generator(seed) } else { whole }
  }

  /// The words that a layer takes from the stream before the tensor.
  var wordsBefore: Int {
    if case .layer(let tensor, _) = origin { tensor.wordsBefore } else { 0 }
  }

  /// What draws the same bits of the same seed.
  var identity: Identity? {
    draw.map {
      Identity(
        draw: $0, framework: framework.name, wordsBefore: wordsBefore, keyFolds: keyFolds,
        seedsBefore: seedsBefore)
    }
  }

  /// The initializers' seeds that a layer takes before the tensor's; nil of a call alone.
  var seedsBefore: Int? {
    if case .layer(let tensor, _) = origin { tensor.seedsBefore } else { nil }
  }

  struct Identity: Hashable {
    let draw: Draw
    let framework: String
    let wordsBefore: Int
    let keyFolds: [UInt32]
    var seedsBefore: Int?
  }
}

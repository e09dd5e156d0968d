internal import Births
package import Initializers
package import WeightFiles

/// A tensor that a seed is said to have drawn, to the bit.
package struct BitsClaim: Sendable {
  /// Its row of the survey; nil of one that is drawn and not looked at.
  let row: Int?
  /// How it is drawn.
  let recipe: Recipe
  /// The seed of the generator.
  let seed: Seed
  /// Where its draws begin; nil where those of the claim before it end.
  let generator: (any Generator)?
  /// The birth that it has if the claim is true; nil where no seed shows or its place is not known.
  let birth: Birth?

  /// Claims that a row's numbers are those of a tensor, alone or of its layer.
  ///
  /// - Throws: the error that the framework raises for the tensor.
  package init(_ tensor: Tensor, row: Int) throws(InitializerError) {
    self.row = row
    recipe = try tensor.recipe()
    (seed, generator) = (tensor.seed, tensor.generator)
    let hypothesis: BirthHypothesis
    if let layer = tensor.layer {
      hypothesis = BirthHypothesis(layer.tensor, of: layer.call)
    } else {
      hypothesis = try BirthHypothesis(tensor.initializer, shape: tensor.shape)
    }
    birth = Birth(hypothesis, of: tensor.seed)
  }

  private init(
    _ recipe: Recipe, _ seed: Seed, row: Int?, from generator: (any Generator)?, birth: Birth?
  ) {
    (self.recipe, self.seed, self.row) = (recipe, seed, row)
    (self.generator, self.birth) = (generator, birth)
  }

  /// Claims that tensors are a model's, drawn one after another from one generator.
  ///
  /// - Parameter row: the row that a tensor of the model is in; nil of one that is not there.
  package static func all(
    of model: ModelRecipe, seed: Seed, row: (ModelRecipe.NamedTensor) -> Int?
  ) -> [BitsClaim] {
    var claims: [BitsClaim] = []
    // Unknown once numbers are drawn until they fit.
    var draws: Int? = 0
    for tensor in model.tensors {
      let recipe = tensor.recipe
      let framework = recipe.initializer.framework
      let birth = draws.flatMap { draws in
        (try? BirthHypothesis(recipe.initializer, shape: recipe.shape)).flatMap {
          Birth($0, of: seed, after: draws)
        }
      }
      claims.append(
        BitsClaim(
          recipe, seed, row: tensor.isKept ? row(tensor) : nil,
          from: claims.isEmpty ? framework.generator(seed) : nil, birth: birth))
      if recipe.usesSeed {
        let words = framework.drawsInSequence ? recipe.knownWordCount : nil
        draws = draws.flatMap { before in words.map { before + $0 } }
      }
    }
    let last = claims.lastIndex { $0.row != nil }
    return last.map { Array(claims[...$0]) } ?? []
  }
}

extension Recipe {
  // Of PyTorch's stream; nil where the numbers themselves decide.
  fileprivate var knownWordCount: Int? {
    switch draw {
    case .uniform, .normal, .paddedNormal: wordCount
    default: nil
    }
  }
}

/// How many of a tensor's numbers are those that a seed gives it.
package struct BitsAgreement: Sendable {
  /// The numbers that are.
  package let same: Int
  /// All of them.
  package let count: Int
  /// The first that is another.
  package let other: Other?
  /// How the numbers have moved from those of the seed; nil where they resemble them no more than chance has it.
  package let movement: Movement?

  /// A number beside the one that is claimed.
  package struct Other: Sendable {
    /// Where it stands, in the order of the dimensions.
    package let index: Int
    /// The file's.
    package let own: String
    /// The seed's.
    package let claimed: String
  }

  /// Numbers that have come from those of the seed, as training moves them.
  package struct Movement: Sendable {
    /// Pearson's, of the numbers and of those drawn.
    package let correlation: Double
    /// The root mean square of what they have moved by.
    package let distance: Double

    init?(_ sums: PairSums) {
      guard sums.isRelated else { return nil }
      (correlation, distance) = (sums.correlation, sums.distance)
    }
  }

  /// Whether all are.
  package var isWhole: Bool { same == count }
}

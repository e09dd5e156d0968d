/// Where a tensor's weights come from: a method draws them, or a file has them.
///
/// What measures weights takes them from a source and knows nothing else of their origin.
package protocol WeightSource: Sendable {
  /// The tensor: its shape, and the call whose law its weights are compared with.
  var tensor: Tensor { get }
  /// What the framework computes for that call.
  var recipe: Recipe { get }
  /// How they are drawn, which may promise something exactly; nil for weights that are not drawn.
  var draw: Draw? { get }
  /// All weights, from the first on.
  func weights() -> any WeightBlocks
  /// The weights in so many shares at most, which can be had side by side; together they are all.
  func shares(_ count: Int) -> [any WeightBlocks]
}

extension WeightSource {
  /// The tensor's shape.
  package var shape: Shape { recipe.shape }
  /// The law they are compared with.
  package var law: Law { recipe.law }

  /// All weights in one.
  package func shares(_ count: Int) -> [any WeightBlocks] { [weights()] }
}

/// The weights of one tensor in storage order, block by block.
package protocol WeightBlocks: Sendable {
  /// Where in the tensor the next block begins.
  var offset: Int { get }
  /// The weights still to come.
  var remaining: Int { get }
  /// Whether the next block can be written at once.
  var isPrepared: Bool { get }
  /// Whether the next step may take long and cannot be given up halfway.
  var isUninterruptible: Bool { get }
  /// Does the next short step of what must be done before the first block.
  ///
  /// - Throws: why there are no weights.
  mutating func prepare() throws(InitializerError)
  /// Writes the next weights and returns how many; 0 at the end.
  ///
  /// - Throws: what `prepare()` throws.
  mutating func next(into block: UnsafeMutableBufferPointer<Float>) throws(InitializerError) -> Int
  /// Starts again with the first weight.
  mutating func rewind()
  /// The generator as the tensor leaves it, once these blocks have drawn its last weight; nil before,
  /// and where it is not they who draw it.
  var end: (any Generator)? { get }
}

extension WeightStream: WeightBlocks {
  /// The generator as the tensor leaves it, once all is drawn.
  package var end: (any Generator)? { remaining == 0 ? generator : nil }
}

/// Weights that a method draws.
package struct DrawnWeights: WeightSource {
  /// The call, the shape and the seed.
  package let tensor: Tensor
  /// What the framework computes before it draws.
  package let recipe: Recipe
  // Where its draws begin.
  private let generator: any Generator

  /// Prepares to draw a tensor.
  ///
  /// - Throws: the error the framework raises for it.
  package init(_ tensor: Tensor) throws(InitializerError) {
    self.tensor = tensor
    recipe = try tensor.recipe()
    generator = tensor.generator
  }

  /// Prepares to draw a tensor whose recipe is known.
  package init(_ tensor: Tensor, _ recipe: Recipe) {
    (self.tensor, self.recipe) = (tensor, recipe)
    generator = tensor.generator
  }

  /// Prepares to draw a tensor of a model, with the generator as the tensors before it leave it.
  package init(_ recipe: Recipe, seed: Seed, generator: any Generator) {
    tensor = Tensor(initializer: recipe.initializer, shape: recipe.shape, seed: seed)
    self.recipe = recipe
    self.generator = generator
  }

  /// The method's way of drawing.
  package var draw: Draw? { recipe.draw }

  /// The weights as the framework draws them.
  package func weights() -> any WeightBlocks {
    WeightStream(recipe.draw, count: recipe.shape.count, generator: generator)
  }

  /// The weights as shares of one stream, where every weight takes one draw.
  package func shares(_ count: Int) -> [any WeightBlocks] {
    guard count > 1, recipe.draw.hasOneDrawEach(from: generator) else { return [weights()] }
    return (0..<count).map {
      StreamPart(
        recipe.draw, count: recipe.shape.count, generator: generator, index: $0, of: count)
    }
  }
}

package import Words

/// One tensor of a layer as a framework makes it by default.
package struct LayerTensor: Hashable, Sendable {
  /// Its name in the framework: `weight_ih_l0`, `lstm_cell/recurrent_kernel`.
  package let name: String
  /// The initializer that is called.
  package let initializer: Initializer
  /// The shape that it is kept in, in the framework's order.
  package let shape: Shape
  /// What it does in the layer.
  package let role: Role
  /// What should be known of it; nil where its fans and name say it all.
  package let note: Phrase?
  // The shape whose fans the initializer counts, where it is another.
  let fanShape: Shape?
  // Where it is drawn from.
  private(set) var place: DrawPlace

  /// What a tensor does in a layer.
  package enum Role: Hashable, Sendable {
    /// Weights that signals are summed with.
    case weight(TrueFans)
    /// What is added to every output.
    case bias
    /// What signals are scaled by, or a slope.
    case scale

    /// What the weights connect; nil of what is no weight.
    package var trueFans: TrueFans? { if case .weight(let fans) = self { fans } else { nil } }
  }

  /// What the framework computes before it draws the tensor.
  ///
  /// - Throws: what the framework raises for it.
  package func recipe() throws(InitializerError) -> Recipe {
    try Recipe(initializer, shape: shape, fanShape: fanShape)
  }

  /// The framework's generator where the tensor's draws begin.
  package func generator(_ seed: Seed) -> any Generator {
    initializer.framework.makeGenerator(seed, place)
  }

  /// The numbers that are put into a seed's key, one after another, to have the tensor's.
  package var keyFolds: [UInt32] { initializer.framework.keyFold.map { [$0(place)] } ?? [] }

  /// The same tensor of a layer that modules hold, from the outside: flax.linen makes its key of their names.
  package func held(by modules: [String]) -> LayerTensor {
    var tensor = self
    tensor.place.modules = modules + place.modules
    return tensor
  }

  /// The same tensor of a layer that is made after so many draws of a model: flax.nnx counts them.
  package func made(after draws: Int) -> LayerTensor {
    var tensor = self
    tensor.place.index += draws
    return tensor
  }

  /// The words of a stream that the layer takes before this tensor, where its tensors share one.
  package var wordsBefore: Int { place.before.reduce(0) { $0 + $1.wordCount } }

  /// The initializers' seeds that the layer takes before this tensor, where each has its own.
  package var seedsBefore: Int { place.index }

  /// Whether it connects a layer's outputs with its next inputs.
  package var isRecurrent: Bool { part == .recurrent }

  /// Whether it is drawn at random.
  var usesSeed: Bool { (try? recipe().usesSeed) ?? false }

  /// E y²/E x² on white input, fan_in·E W² with the fan that is true; of a bias what it adds, E b²; nil of a
  /// scale.
  ///
  /// - Parameter meanSquare: E W², of the law or of a sample.
  package func gain(meanSquare: Double) -> Double? {
    switch role {
    case .weight(let fans): fans.fanIn * meanSquare
    case .bias: meanSquare
    case .scale: nil
    }
  }
}

extension LayerCall {
  /// The layer's tensors in a framework, in the order that it lists them.
  ///
  /// - Throws: `LayerError.notThere` if it has no such layer, `.fixedSize` if only one of another size, or what
  ///   the sizes make impossible.
  package func tensors(in framework: Framework) throws(LayerError) -> [LayerTensor] {
    for size in kind.sizes where self[size] != kind.defaultValue(of: size) {
      guard !framework.fixedSizes.contains(size) else {
        throw .fixedSize(size, self[size], kind, framework)
      }
    }
    guard let tensors = try framework.layerTensors(self) else { throw .notThere(kind, framework) }
    return tensors
  }

  /// The framework's code that makes the layer, a statement a line.
  package func code(in framework: Framework, seed: Seed) -> [String] {
    framework.layerCode(self, seed)
  }

  /// Whether a framework has such a layer.
  package func exists(in framework: Framework) -> Bool { (try? tensors(in: framework)) != nil }
}

extension Framework {
  /// The numbers that are put into a seed's key for a parameter of flax: by its modules' names and its number among
  /// their parameters, or by how many keys were taken before it.
  package func keyFolds(
    in modules: [String] = [], number: Int = 1, after draws: Int = 0
  ) -> [UInt32] {
    keyFold.map { [$0(DrawPlace(modules: modules, number: number, index: draws))] } ?? []
  }
}

extension Recipe {
  /// The words of PyTorch's stream that drawing the tensor takes.
  package var wordCount: Int { DrawPlace.Drawn(draw: draw, count: shape.count).wordCount }
}

extension DrawPlace.Drawn {
  /// The words that PyTorch takes for it.
  var wordCount: Int {
    switch draw {
    case .uniform: count
    // Whole blocks of 16 with the last one drawn anew, or two times 64 bits for each pair.
    case .normal, .paddedNormal:
      count >= 16 ? count + (count.isMultiple(of: 16) ? 0 : 16) : (count + 1) / 2 * 4
    default: 0
    }
  }

  /// Passes over the tensor.
  func pass(_ generator: inout any Generator) {
    switch draw {
    case .uniform: generator.skip(count)
    case .normal, .paddedNormal:
      var passed = NormalsPassedOver(draw, count: count, generator: generator)
      while !passed.isFinished { passed.advance() }
      generator = passed.generator
    default: break
    }
  }
}

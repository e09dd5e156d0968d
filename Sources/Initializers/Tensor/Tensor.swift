private import Expressions

/// A tensor by how it is made: the call of a framework, its shape and the seed.
package struct Tensor: Hashable, Sendable {
  /// The call; its expressions have their values for the shape.
  package var initializer: Initializer {
    didSet { initializer = initializer.of(shape) }
  }
  /// The tensor's shape in the framework's order.
  package var shape: Shape {
    didSet { initializer = initializer.of(shape) }
  }
  /// The seed of the generator.
  package var seed: Seed

  /// Makes a tensor's description; nothing is drawn.
  package init(initializer: Initializer, shape: Shape = .standard, seed: Seed = Seed(0)) {
    self.initializer = initializer.of(shape)
    self.shape = shape
    self.seed = seed
  }

  /// What the explorer shows first: `xavier_uniform --shape 256,128 --seed 0`.
  package static let first = Tensor(initializer: Initializer(.xavierUniform))

  /// The framework that makes it.
  package var framework: Framework { initializer.framework }

  /// The framework's generator, as the seed leaves it.
  package var generator: any Generator { framework.generator(seed) }

  /// The fans as the framework counts them.
  ///
  /// - Throws: `InitializerError.tooFewDimensionsForFans` if the shape has none.
  package func fans() throws(InitializerError) -> Fans { try framework.shapeOrder.fans(shape) }

  /// The numbers the framework computes for the tensor before it draws.
  ///
  /// - Throws: the error the framework raises for it.
  package func recipe() throws(InitializerError) -> Recipe {
    try Recipe(initializer, shape: shape)
  }
}

extension Shape {
  /// The shape a matrix has when none is given: 256,128.
  package static let standard = known([256, 128])

  /// The shape a convolution's kernel has when none is given: 256,128,3.
  static let standardKernel = known([256, 128, 3])

  private static func known(_ extents: [Int]) -> Shape {
    do { return try Shape(extents) } catch { preconditionFailure("\(error)") }
  }
}

extension Tensor {
  /// The tensor as the command line takes it, quoted for a shell.
  package var line: String {
    var words = [initializer.name]
    words += ["--shape", shape.description]
    for parameter in initializer.changedParameters {
      words += ["--\(parameter.rawValue)", initializer[parameter].description.quotedForShell]
    }
    if framework != Framework.all.first { words += ["--framework", framework.name] }
    words += ["--seed", seed.description]
    return words.joined(separator: " ")
  }

  /// The code that makes the tensor, a statement a line; a remark where the framework has no such
  /// method.
  package var python: [String] {
    framework.has(initializer.method) ? framework.code(self) : [initializer.python]
  }
}

/// A tensor by how it is made: the call of `torch.nn.init`, its shape and the seed.
package struct Tensor: Hashable, Sendable {
  /// The call of `torch.nn.init`; its expressions have their values for the shape.
  package var initializer: Initializer {
    didSet { initializer = initializer.of(shape) }
  }
  /// The tensor's shape in PyTorch's order.
  package var shape: Shape {
    didSet { initializer = initializer.of(shape) }
  }
  /// The seed given to `torch.manual_seed`.
  package var seed: Seed

  /// Makes a tensor's description; nothing is drawn.
  package init(initializer: Initializer, shape: Shape = .standard, seed: Seed = Seed(0)) {
    self.initializer = initializer.of(shape)
    self.shape = shape
    self.seed = seed
  }

  /// What the explorer shows first: `xavier_uniform --shape 256,128 --seed 0`.
  package static let first = Tensor(initializer: Initializer(.xavierUniform))

  /// The numbers PyTorch computes for the tensor before it draws.
  ///
  /// - Throws: the error PyTorch raises for it.
  package func recipe() throws(InitializerError) -> Recipe {
    try Recipe(initializer, shape: shape)
  }
}

extension Shape {
  /// The shape a tensor has when none is given: 256,128.
  package static let standard: Shape = {
    do { return try Shape([256, 128]) } catch { preconditionFailure("\(error)") }
  }()

  /// The shape a tensor of a method has when none is given: dirac's has a kernel.
  package static func standard(for method: Method) -> Shape {
    method == .dirac ? (try? Shape([256, 128, 3])) ?? .standard : .standard
  }
}

private import Expressions

/// A tensor by how it is made: the call of a framework, its shape and the seed, or a layer of a framework
/// that has it; or by where it stands in a file, and what it is compared with there.
package struct Tensor: Hashable, Sendable {
  /// The call; its expressions have their values for the shape.
  ///
  /// A tensor whose call is changed is no longer a layer's.
  package var initializer: Initializer {
    didSet {
      if initializer != oldValue { choose(nil) }
      initializer = initializer.of(shape)
    }
  }
  /// The tensor's shape in the framework's order; with another it is no longer a layer's, nor a file's.
  package var shape: Shape {
    didSet {
      if shape != oldValue { (layer, stored) = (nil, nil) }
      initializer = initializer.of(shape)
    }
  }
  /// The seed of the generator.
  package var seed: Seed
  /// The layer that has it; nil of one that stands alone.
  package private(set) var layer: Membership?
  /// The weights of a file, which are not drawn; nil of a tensor that is.
  package private(set) var stored: StoredWeights?

  /// A layer and its tensor.
  package struct Membership: Hashable, Sendable {
    /// The layer.
    package let call: LayerCall
    /// The tensor in it.
    package let tensor: LayerTensor
  }

  /// Takes a tensor of a layer.
  package init(_ tensor: LayerTensor, of call: LayerCall, seed: Seed) {
    self.init(initializer: tensor.initializer, shape: tensor.shape, seed: seed)
    layer = Membership(call: call, tensor: tensor)
  }

  /// Takes a tensor of a layer by its name, or without one the first that is drawn at random.
  ///
  /// - Throws: `LayerError.notThere`, or `.unknownTensor`.
  package init(
    of call: LayerCall, named name: String? = nil, in framework: Framework, seed: Seed
  ) throws(LayerError) {
    let tensors = try call.tensors(in: framework)
    guard let name else {
      self.init(tensors.first(where: \.usesSeed) ?? tensors[0], of: call, seed: seed)
      return
    }
    guard let tensor = tensors.first(where: { $0.name == name }) else {
      throw .unknownTensor(name, tensors.map(\.name))
    }
    self.init(tensor, of: call, seed: seed)
  }

  /// Makes a tensor's description; nothing is drawn.
  package init(initializer: Initializer, shape: Shape = .standard, seed: Seed = Seed(0)) {
    self.initializer = initializer.of(shape)
    self.shape = shape
    self.seed = seed
  }

  /// Takes a tensor of a file.
  ///
  /// - Parameter fitting: what is known to fit it, with its shape.
  package init(_ stored: StoredWeights, fitting: Tensor) {
    self = fitting
    self.stored = stored
  }

  /// The same weights of a file beside another law, chosen or fitted; a drawn tensor becomes the other.
  package func compared(with other: Tensor, isFitted: Bool = false) -> Tensor {
    guard var stored else { return other }
    stored.isFitted = isFitted
    return Tensor(stored, fitting: other)
  }

  // A law that was chosen is neither a layer's any longer nor what fits.
  private mutating func choose(_ layer: Membership?) {
    self.layer = layer
    stored?.isFitted = false
  }

  /// What the explorer shows first: `xavier_uniform --shape 256,128 --seed 0`.
  package static let first = Tensor(initializer: Initializer(.xavierUniform))

  /// The framework that makes it.
  package var framework: Framework { initializer.framework }

  /// The framework's generator where the tensor's draws begin.
  package var generator: any Generator { framework.makeGenerator(seed, layer?.tensor.place) }

  /// The fans as the framework counts them.
  ///
  /// - Throws: `InitializerError.tooFewDimensionsForFans` if the shape has none.
  package func fans() throws(InitializerError) -> Fans {
    try framework.shapeOrder.fans(layer?.tensor.fanShape ?? shape)
  }

  /// Where its weights come from: they are drawn, or a file has them.
  ///
  /// - Throws: the error the framework raises for it, or `InitializerError.notOpen`.
  package func source() throws(InitializerError) -> any WeightSource {
    if let stored { return try StoredSource(self, stored) }
    return try DrawnWeights(self)
  }

  /// The numbers the framework computes for the tensor before it draws.
  ///
  /// - Throws: the error the framework raises for it.
  package func recipe() throws(InitializerError) -> Recipe {
    try framework.check(seed, isOfLayer: layer != nil)
    if let layer { return try layer.tensor.recipe() }
    return try Recipe(initializer, shape: shape)
  }
}

extension Shape {
  /// The shape a matrix has when none is given: 256,128.
  package static let standard = known([256, 128])

  /// The shape a convolution's kernel has when none is given: 256,128,3.
  static let standardKernel = known([256, 128, 3])

  /// The shape an LSTM's bias has when none is given: 1024.
  static let standardGates = known([1024])

  private static func known(_ extents: [Int]) -> Shape {
    do { return try Shape(extents) } catch { preconditionFailure("\(error)") }
  }
}

extension Tensor {
  /// The tensor as the command line takes it, quoted for a shell.
  package var line: String {
    if let stored { return line(of: stored) }
    if let layer { return line(of: layer) }
    var words = [initializer.name]
    words += ["--shape", shape.description]
    for parameter in initializer.changedParameters {
      words += ["--\(parameter.rawValue)", initializer[parameter].description.quotedForShell]
    }
    if framework != Framework.all.first { words += ["--framework", framework.name] }
    words += ["--seed", seed.description]
    return words.joined(separator: " ")
  }

  /// What it is called in few words: its method, or its layer and its name there; with the framework unless
  /// that is the first of all.
  package var shortName: String {
    if let stored { return stored.shownName }
    let name = layer.map { "\($0.call.kind.rawValue) \($0.tensor.name)" } ?? initializer.name
    return framework == Framework.all.first ? name : "\(framework.name) \(name)"
  }

  private func line(of stored: StoredWeights) -> String {
    var words = [stored.file.quotedForShell]
    if let name = stored.name { words += ["--tensor", name.quotedForShell] }
    if !stored.isFitted {
      var law = self
      law.stored = nil
      words += ["--law", law.line.quotedForShell]
    }
    return words.joined(separator: " ")
  }

  private func line(of layer: Membership) -> String {
    var words = ["layer"] + layer.call.words
    let first = try? Tensor(of: layer.call, in: framework, seed: seed)
    if first?.layer?.tensor != layer.tensor {
      words += ["--tensor", layer.tensor.name.quotedForShell]
    }
    if framework != Framework.all.first { words += ["--framework", framework.name] }
    return (words + ["--seed", seed.description]).joined(separator: " ")
  }

  /// The code that makes the tensor, a statement a line; a remark where the framework has no such
  /// method.
  package var python: [String] {
    if let stored { return stored.content?.python ?? [] }
    if let layer { return framework.layerCode(layer.call, seed) }
    return framework.has(initializer.method)
      ? framework.code(self) : [initializer.python]
  }
}

private import Expressions
package import Initializers
internal import Words

extension TensorArguments {
  /// The word that begins a layer.
  static let layerWord = "layer"

  /// Whether the words begin a layer: by its kind, or by a constructor.
  var beginsLayer: Bool { method == Self.layerWord || method?.contains("(") == true }

  /// The framework that is named, by an option or by the module of the method's or the layer's name.
  ///
  /// - Throws: `InitializerError.unknownFramework`.
  func namedFramework() throws(InitializerError) -> Framework? {
    if let framework { return try Framework.named(framework) }
    guard let text = method ?? kind else { return nil }
    return Framework.ofModule(in: text) ?? Framework.ofConstructor(text)
  }

  /// The tensor that the words begin, with the seed 0.
  ///
  /// - Throws: `InitializerError`, `LayerError` or `SceneError` for a word that is wrong.
  func tensor(in framework: Framework) throws -> Tensor {
    if beginsFile { return try storedTensor() }
    guard beginsLayer else {
      if let kind { throw SceneError.unexpected(kind) }
      let initializer = Initializer(
        try Method(parsing: method ?? "", in: framework), of: framework)
      return Tensor(initializer: initializer, shape: initializer.entry.standardShape)
    }
    try refuseParameters()
    return try Tensor(of: layerCall(), named: tensor, in: framework, seed: Seed(0))
  }

  /// The layer that a command is asked for, whose word is followed by the kind.
  ///
  /// - Throws: `LayerError`, `InitializerError` or `SceneError` for a word that is wrong.
  package func askedLayer() throws -> (call: LayerCall, framework: Framework?, seed: Seed) {
    var words = self
    if !beginsLayer { (words.kind, words.method) = (method, Self.layerWord) }
    if let kind, !beginsLayer { throw SceneError.unexpected(kind) }
    if tensor != nil { throw SceneError.foreignOption("--tensor", for: .tensor("layer")) }
    try words.refuseParameters()
    let seed = try seed.map { text throws(InitializerError) in try Seed(parsing: text) } ?? Seed(0)
    // A constructor's module does not choose: all are shown beside each other.
    return (try words.layerCall(), try framework.map(Framework.named), seed)
  }

  private func refuseParameters() throws(SceneError) {
    let foreign = values.first { LayerSize(rawValue: $0.0.rawValue) == nil }?.0.rawValue
    if let option = shape == nil ? foreign : "shape" {
      throw SceneError(phrase: Phrase("error.layer.option", ["option": .text("--\(option)")]))
    }
  }

  /// The layer that the words say.
  ///
  /// - Throws: `LayerError` for a word that is wrong.
  func layerCall() throws(LayerError) -> LayerCall {
    let text = method?.contains("(") == true ? method : kind
    guard let text else { throw .unknownKind("") }
    return try LayerCall(parsing: text, sizes: parsedSizes(), hasBias: !withoutBias)
  }

  // A present layer with the sizes that are given.
  func changed(_ call: LayerCall) throws(LayerError) -> LayerCall {
    try call.setting(parsedSizes(), hasBias: call.hasBias && !withoutBias)
  }

  private func parsedSizes() throws(LayerError) -> [LayerSize: Int] {
    var parsed: [LayerSize: Int] = [:]
    for (size, text) in sizes {
      guard let value = Int(evaluating: text) else { throw .invalidSize(size, text) }
      parsed[size] = value
    }
    return parsed
  }
}

extension Tensor {
  /// The tensor in another framework: its layer's, or that of the method with the same law.
  package func ported(to framework: Framework) throws -> Tensor {
    guard framework != self.framework else { return self }
    if stored != nil {
      // A file's shape is as it is, whoever reads it.
      let method = framework.has(initializer.method) ? initializer.method : .xavierUniform
      return compared(with: Tensor(initializer: Initializer(method, of: framework), shape: shape))
    }
    if let layer { return try Tensor(of: layer.call, in: framework, seed: seed) }
    let method = framework.has(initializer.method) ? initializer.method : .xavierUniform
    return Tensor(
      initializer: Initializer(method, of: framework),
      shape: shape.reordered(
        isInputFirst: self.framework.shapeOrder.isInputFirst,
        to: framework.shapeOrder.isInputFirst),
      seed: seed)
  }

  /// A tensor of another layer in the same framework: the named one, or that of the present name.
  func of(_ call: LayerCall, named name: String?) throws(LayerError) -> Tensor {
    let present = layer?.tensor.name
    if name == nil, let present,
      let same = try? Tensor(of: call, named: present, in: framework, seed: seed)
    {
      return same
    }
    return try Tensor(of: call, named: name, in: framework, seed: seed)
  }
}

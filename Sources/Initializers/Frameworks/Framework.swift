/// A library whose initializers are shown: a row of the table of frameworks.
///
/// A row stands in a file of its own, `Frameworks/PyTorch.swift` for one; all that differs between
/// libraries is asked of it. A class, since every call holds its framework.
package final class Framework: Sendable, Hashable {
  /// The name on the command line.
  package let name: String
  // What else it may be called on the command line.
  let otherNames: [String]
  /// The name in sentences.
  package let title: String
  /// The version whose bits are drawn.
  package let version: String
  /// The methods it has, in the order of its list.
  package let methods: [Method]
  // With its own names, parameters, defaults and checks.
  let entries: [Method: MethodEntry]
  // What its methods are called in code, elsewhere and by mistake.
  let spelling: Spelling
  /// What its dimensions mean.
  package let shapeOrder: ShapeOrder
  // Its random numbers for a seed, from where a tensor of a model stands; without a place, of one tensor.
  let makeGenerator: @Sendable (Seed, DrawPlace?) -> any Generator
  // The number that a tensor's place puts into its key; nil where tensors have no keys of a common one.
  let keyFold: (@Sendable (DrawPlace) -> UInt32)?
  /// Whether a model's tensors are drawn one after another from one stream; else each has its own.
  package let drawsInSequence: Bool
  // Whether it takes a seed, of a layer or of a call alone.
  let takesSeed: @Sendable (Seed, _ isOfLayer: Bool) -> Bool
  /// The sizes that its layers have by default and no others.
  package let fixedSizes: Set<LayerSize>
  // The tensors of its layers; nil of a kind that it has no layer for.
  let layerTensors: @Sendable (LayerCall) throws(LayerError) -> [LayerTensor]?
  // The code of a call, for a tensor named `w`.
  let callCode: @Sendable (Initializer) -> String
  // The code that makes a tensor named `w`, a statement a line.
  let code: @Sendable (Tensor) -> [String]
  // The modules of its layers' classes, as code has them.
  let layerModules: [String]
  // The code that makes a layer, a statement a line, the last of which is an expression.
  let layerCode: @Sendable (LayerCall, Seed) -> [String]
  // Its words for an error that it raises; nil for one that only this program knows.
  let sentence: @Sendable (InitializerError) -> String?
  /// Its words for a warning.
  package let warning: @Sendable (InitializerWarning) -> String

  init(
    name: String, otherNames: [String] = [], title: String, version: String,
    methods: [(Method, MethodEntry)],
    spelling: Spelling, shapeOrder: ShapeOrder, drawsInSequence: Bool,
    generator: @escaping @Sendable (Seed, DrawPlace?) -> any Generator,
    keyFold: (@Sendable (DrawPlace) -> UInt32)? = nil,
    takesSeed: @escaping @Sendable (Seed, _ isOfLayer: Bool) -> Bool = { _, _ in true },
    fixedSizes: Set<LayerSize> = [],
    layerTensors: @escaping @Sendable (LayerCall) throws(LayerError) -> [LayerTensor]?,
    callCode: @escaping @Sendable (Initializer) -> String,
    code: @escaping @Sendable (Tensor) -> [String],
    layerModules: [String],
    layerCode: @escaping @Sendable (LayerCall, Seed) -> [String],
    sentence: @escaping @Sendable (InitializerError) -> String?,
    warning: @escaping @Sendable (InitializerWarning) -> String
  ) {
    (self.name, self.title, self.version) = (name, title, version)
    self.otherNames = otherNames
    self.methods = methods.map(\.0)
    entries = Dictionary(uniqueKeysWithValues: methods)
    (self.spelling, self.shapeOrder, self.drawsInSequence) = (spelling, shapeOrder, drawsInSequence)
    (makeGenerator, self.callCode, self.code) = (generator, callCode, code)
    (self.keyFold, self.takesSeed) = (keyFold, takesSeed)
    self.fixedSizes = fixedSizes
    (self.layerTensors, self.layerCode) = (layerTensors, layerCode)
    self.layerModules = layerModules
    (self.sentence, self.warning) = (sentence, warning)
  }

  /// All there are; the first is meant where none is named.
  package static let all: [Framework] =
    [.pyTorch] + Framework.keras + [.flax, .nnx]

  /// Those whose layers follow laws of their own; what else there is differs from one of them in the bits
  /// alone.
  package static let ofDifferentLaws: [Framework] = [.pyTorch, keras[0], .flax, .nnx]

  /// The framework of a name.
  ///
  /// - Throws: `InitializerError.unknownFramework`.
  package static func named(_ name: String) throws(InitializerError) -> Framework {
    let plain = name.lowercased()
    guard let framework = all.first(where: { ([$0.name] + $0.otherNames).contains(plain) }) else {
      throw .unknownFramework(name)
    }
    return framework
  }

  /// Asks whether it takes a seed.
  ///
  /// - Throws: `InitializerError.seedTooLarge` if it does not.
  package func check(_ seed: Seed, isOfLayer: Bool) throws(InitializerError) {
    guard takesSeed(seed, isOfLayer) else { throw .seedTooLarge(seed) }
  }

  /// Its random numbers for a seed.
  package func generator(_ seed: Seed) -> any Generator { makeGenerator(seed, nil) }

  /// The generator of a network's layer, counted from 0; where all are drawn from one stream, of the first
  /// layer.
  package func generator(_ seed: Seed, ofLayer index: Int) -> any Generator {
    makeGenerator(seed, DrawPlace(modules: ["Dense_\(index)"], number: 1, index: index))
  }

  /// The framework whose module a name in code begins with; nil if none does, or if it is a module's last
  /// name alone, which several have.
  package static func ofModule(in text: String) -> Framework? {
    all.first { framework in
      framework.spelling.modules.contains { module in
        text.hasPrefix(module) && module.count(where: { $0 == "." }) > 1
      }
    }
  }

  /// The framework that a layer's constructor in code is of; nil if its module does not tell.
  package static func ofConstructor(_ text: String) -> Framework? {
    guard let constructor = try? LayerConstructor(text) else { return nil }
    let candidates = all.filter { $0.layerModules.contains(constructor.module) }
    // Both PyTorch's and flax's modules are called nn.
    return candidates.count > 1 && constructor.isOfLinen ? candidates.last : candidates.first
  }

  /// Whether it has a method; others are drawn in its manner, but there is no code for them.
  package func has(_ method: Method) -> Bool { entries[method] != nil }

  /// What there is to know of a method.
  package func entry(of method: Method) -> MethodEntry { entries[method] ?? method.entry }

  /// Whether both are one framework.
  package static func == (left: Framework, right: Framework) -> Bool { left.name == right.name }

  /// Hashes what `==` compares.
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What the dimensions of a framework's weights mean.
package struct ShapeOrder: Sendable {
  /// The fans as the framework counts them.
  ///
  /// - Throws: `InitializerError.tooFewDimensionsForFans` if the shape has none.
  package let fans: @Sendable (Shape) throws(InitializerError) -> Fans
  /// The dimension whose extent a fan grows with; of a shape that has fans.
  package let dimension: @Sendable (FanMode, Shape) -> Int
  // The groups of a convolution that the shape would be the kernel of if it were depthwise.
  let depthwiseGroups: @Sendable (Shape) -> Int?
  /// Whether inputs stand before outputs, so that a layer of kernel W computes x·W and not x·Wᵀ.
  package let isInputFirst: Bool

  /// The order of JAX and Keras: [kernel…, in, out], fan_in = size(−2)·∏kernel, fan_out = size(−1)·∏kernel.
  ///
  /// - Parameter countsVectors: whether a vector has fans, both its extent, and a scalar has 1, as in Keras.
  static func inputFirst(countsVectors: Bool) -> ShapeOrder {
    ShapeOrder(
      fans: { shape throws(InitializerError) in
        let extents = shape.extents
        guard extents.count >= 2 else {
          guard countsVectors else { throw .tooFewDimensionsForFans(extents.count) }
          let extent = extents.first ?? 1
          return Fans(fanIn: extent, fanOut: extent, receptiveField: 1)
        }
        let field = extents.dropLast(2).reduce(1, *)
        return Fans(
          fanIn: extents[extents.count - 2] * field, fanOut: extents[extents.count - 1] * field,
          receptiveField: field)
      },
      dimension: { fan, shape in max(0, shape.extents.count - (fan == .fanOut ? 1 : 2)) },
      depthwiseGroups: { shape in
        let extents = shape.extents
        guard extents.count > 2, extents[extents.count - 2] == 1, extents[extents.count - 1] > 1
        else { return nil }
        return extents[extents.count - 1]
      }, isInputFirst: true)
  }
}

/// Where in a framework's random numbers a model's tensor begins.
package struct DrawPlace: Hashable, Sendable {
  /// The names of the modules that hold it, from the outside, and its number among the module's draws
  /// from 1: what flax.linen makes its key of.
  var modules: [String] = []
  var number = 1
  /// The draws before it, as Keras and flax.nnx count them.
  var index = 0
  /// The tensors drawn before it from the same stream, as PyTorch's generator passes them.
  var before: [Drawn] = []

  /// A tensor that was drawn, whether or not it was kept.
  struct Drawn: Hashable, Sendable {
    let draw: Draw
    let count: Int
  }
}

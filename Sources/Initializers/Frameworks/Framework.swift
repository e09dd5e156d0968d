/// A library whose initializers are shown: a row of the table of frameworks.
///
/// A row stands in a file of its own, `Frameworks/PyTorch.swift` for one; all that differs between
/// libraries is asked of it. A class, since every call holds its framework.
package final class Framework: Sendable, Hashable {
  /// The name on the command line.
  package let name: String
  /// The name in sentences.
  package let title: String
  /// The version whose bits are drawn.
  package let version: String
  // The methods it has, with its own names, parameters, defaults and checks.
  let methods: [Method: MethodEntry]
  // What its methods are called in code, elsewhere and by mistake.
  let spelling: Spelling
  /// What its dimensions mean.
  package let shapeOrder: ShapeOrder
  /// Its random numbers for a seed.
  package let generator: @Sendable (Seed) -> any Generator
  // The code of a call, for a tensor named `w`.
  let callCode: @Sendable (Initializer) -> String
  // The code that makes a tensor named `w`, a statement a line.
  let code: @Sendable (Tensor) -> [String]
  // Its words for an error that it raises; nil for one that only this program knows.
  let sentence: @Sendable (InitializerError) -> String?
  /// Its words for a warning.
  package let warning: @Sendable (InitializerWarning) -> String

  init(
    name: String, title: String, version: String, methods: [Method: MethodEntry],
    spelling: Spelling, shapeOrder: ShapeOrder,
    generator: @escaping @Sendable (Seed) -> any Generator,
    callCode: @escaping @Sendable (Initializer) -> String,
    code: @escaping @Sendable (Tensor) -> [String],
    sentence: @escaping @Sendable (InitializerError) -> String?,
    warning: @escaping @Sendable (InitializerWarning) -> String
  ) {
    (self.name, self.title, self.version) = (name, title, version)
    (self.methods, self.spelling, self.shapeOrder) = (methods, spelling, shapeOrder)
    (self.generator, self.callCode, self.code) = (generator, callCode, code)
    (self.sentence, self.warning) = (sentence, warning)
  }

  /// All there are; the first is meant where none is named.
  package static let all: [Framework] = [.pyTorch]

  /// Whether it has a method; others are drawn in its manner, but there is no code for them.
  package func has(_ method: Method) -> Bool { methods[method] != nil }

  /// What there is to know of a method.
  package func entry(of method: Method) -> MethodEntry { methods[method] ?? method.entry }

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
}

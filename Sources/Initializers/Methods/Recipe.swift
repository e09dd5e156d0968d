/// What a call does to a tensor of a given shape: the numbers a framework computes before it draws.
package struct Recipe: Hashable, Sendable {
  /// The call, with the fans as numbers in its expressions.
  package let initializer: Initializer
  /// The tensor's shape.
  package let shape: Shape
  /// The fans; nil under two dimensions.
  package let fans: Fans?
  /// The gain; nil for a method without one.
  package let gain: Double?
  /// The law of one weight.
  package let law: Law
  /// How the weights come about.
  package let draw: Draw
  /// The framework's warnings about the call.
  package let warnings: [InitializerWarning]

  /// The most memory that a method which cannot stream may take.
  package static let memoryLimit = 2 << 30

  /// The most passes over a tensor that `trunc_normal_` may be expected to take.
  ///
  /// PyTorch has no limit: it draws on, for minutes or without an end.
  package static let passLimit = 1e6

  /// Works out a call, in double precision and the framework's order of operations.
  ///
  /// - Parameter fanShape: the shape whose fans count, where the tensor is kept in another.
  /// - Throws: the error the framework raises for it, `InitializerError.needsMemory` or
  ///   `.tooManyPasses`.
  package init(
    _ initializer: Initializer, shape: Shape, fanShape: Shape? = nil
  ) throws(InitializerError) {
    let fans = try? initializer.framework.shapeOrder.fans(fanShape ?? shape)
    let initializer = try initializer.substituting(fans, of: shape)
    self.initializer = initializer
    self.shape = shape
    let plan = try initializer.entry.plan(
      Plan.Call(initializer: initializer, shape: shape, fans: fans))
    self.fans = fans
    gain = plan.gain
    law = plan.law
    draw = plan.draw
    warnings = plan.warnings
    if draw.needsWholeTensor, memoryNeeded > Self.memoryLimit {
      throw .needsMemory(initializer.method, bytes: memoryNeeded)
    }
  }

  /// The warnings in the framework's words.
  package var warningSentences: [String] { warnings.map(initializer.framework.warning) }

  /// The fans that the law depends on, fan_in first; nil where it depends on none.
  package var usedFans: [Int]? {
    guard initializer.entry.usesFans, let fans else { return nil }
    let both = [fans.fanIn, fans.fanOut]
    switch initializer.method {
    case .xavierUniform, .xavierNormal: return both
    case .lecunUniform, .lecunNormal: return [fans.fanIn]
    default:
      switch initializer.mode {
      case .fanIn: return [fans.fanIn]
      case .fanOut: return [fans.fanOut]
      case .fanAvg, .fanGeoAvg: return both
      }
    }
  }

  /// The bytes needed at once where the whole tensor is; 0 where it is streamed.
  package var memoryNeeded: Int {
    draw.memoryNeeded(count: shape.count)
  }
}

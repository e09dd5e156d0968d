/// What a call does to a tensor of a given shape: the numbers PyTorch computes before it draws.
public struct Recipe: Hashable, Sendable {
  /// The call.
  public let initializer: Initializer
  /// The tensor's shape.
  public let shape: Shape
  /// The fans; nil under two dimensions.
  public let fans: Fans?
  /// The gain; nil for a method without one.
  public let gain: Double?
  /// The law of one weight.
  public let law: Law
  /// How the weights are drawn.
  public let draw: Draw
  /// PyTorch's warnings about the call.
  public let warnings: [InitializerWarning]

  /// Works out a call, in double precision and PyTorch's order of operations.
  ///
  /// - Throws: the error PyTorch raises for it.
  public init(_ initializer: Initializer, shape: Shape) throws(InitializerError) {
    self.initializer = initializer
    self.shape = shape
    let method = initializer.method
    let isEmptyKaiming =
      (method == .kaimingUniform || method == .kaimingNormal) && shape.extents.contains(0)
    warnings = isEmptyKaiming ? [.zeroElements] : []
    if method.usesFans && !isEmptyKaiming {
      fans = try Fans(shape)
    } else {
      fans = try? Fans(shape)
    }
    switch method {
    case .uniform:
      gain = nil
      law = .uniform(low: initializer.number(.a), high: initializer.number(.b))
    case .normal:
      gain = nil
      law = .normal(mean: initializer.number(.mean), std: initializer.number(.std))
    case .xavierUniform, .xavierNormal:
      if case .gain(.calculated(let nonlinearity, let slope)) = initializer[.gain],
        nonlinearity.overflows(negativeSlope: slope?.value)
      {
        throw .slopeTooLarge
      }
      let gain = initializer.number(.gain)
      let sum = Double(fans?.fanIn ?? 0) + Double(fans?.fanOut ?? 0)
      guard sum != 0 else { throw .divisionByZero }
      let std = gain * (2 / sum).squareRoot()
      self.gain = gain
      law = Self.centred(std: std, isUniform: method == .xavierUniform)
    case .kaimingUniform, .kaimingNormal:
      let slope = initializer.number(.a)
      if !isEmptyKaiming && initializer.nonlinearity.overflows(negativeSlope: slope) {
        throw .slopeTooLarge
      }
      let gain = initializer.nonlinearity.gain(negativeSlope: slope)
      let fan = Double(fans?.fan(initializer.mode) ?? 0)
      self.gain = gain
      law = Self.centred(
        std: gain / fan.squareRoot(), isUniform: method == .kaimingUniform)
    }
    guard !isEmptyKaiming else {
      draw = .nothing
      return
    }
    draw = try Self.draw(law, count: shape.count)
  }

  private static func centred(std: Double, isUniform: Bool) -> Law {
    guard isUniform else { return .normal(mean: 0, std: std) }
    let bound = 3.0.squareRoot() * std
    return .uniform(low: -bound, high: bound)
  }

  // The checks of uniform_ and normal_, in their order.
  private static func draw(_ law: Law, count: Int) throws(InitializerError) -> Draw {
    switch law {
    case .uniform(let low, let high):
      let limit = Double(Float.greatestFiniteMagnitude)
      guard low >= -limit && low <= limit else { throw .outOfBoundsForFloat("from") }
      guard high >= -limit && high <= limit else { throw .outOfBoundsForFloat("to") }
      guard low <= high else { throw .emptyRange(from: low, to: high) }
      guard high - low <= limit else { throw .rangeTooWide(from: low, to: high) }
      return .uniform(low: low, high: high)
    case .normal(let mean, let std):
      guard std >= 0 else { throw .negativeStd(std) }
      return .normal(mean: mean, std: std)
    }
  }
}

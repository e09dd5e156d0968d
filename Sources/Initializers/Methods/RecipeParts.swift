private import Clamping
private import Glibc

/// The parts of a recipe that each method works out in its own way, with PyTorch's checks in
/// PyTorch's order.
struct RecipeParts {
  var gain: Double?
  var law: Law
  var draw: Draw
  var warnings: [InitializerWarning] = []

  init(_ initializer: Initializer, shape: Shape, fans: Fans?) throws(InitializerError) {
    let value = { (parameter: Parameter) in initializer.number(parameter) }
    switch initializer.method {
    case .uniform: try self.init(drawing: .uniform(low: value(.a), high: value(.b)))
    case .normal: try self.init(drawing: .normal(mean: value(.mean), std: value(.std)))
    case .truncNormal: try self.init(truncated: initializer, shape)
    case .xavierUniform, .xavierNormal: try self.init(xavier: initializer, fans)
    case .kaimingUniform, .kaimingNormal: try self.init(kaiming: initializer, shape, fans)
    case .orthogonal: try self.init(orthogonal: initializer, shape)
    case .sparse: try self.init(sparse: initializer, shape)
    case .eye: try self.init(eye: shape)
    case .dirac: try self.init(dirac: initializer, shape)
    case .constant:
      let value = value(.val)
      guard !value.isFinite || abs(value) <= Double(Float.greatestFiniteMagnitude) else {
        throw .valueOverflow
      }
      self.init(constant: value)
    case .ones: self.init(constant: 1)
    case .zeros: self.init(constant: 0)
    }
  }

  private init(law: Law, draw: Draw, gain: Double? = nil, warnings: [InitializerWarning] = []) {
    self.law = law
    self.draw = draw
    self.gain = gain
    self.warnings = warnings
  }

  private init(constant value: Double) {
    self.init(law: .constant(Double(Float(value))), draw: .constant(Float(value)))
  }

  private init(xavier initializer: Initializer, _ fans: Fans?) throws(InitializerError) {
    guard let fans else { throw .tooFewDimensionsForFans }
    let gain = try initializer.checkedGain()
    let sum = Double(fans.fanIn) + Double(fans.fanOut)
    guard sum != 0 else { throw .divisionByZero }
    let std = gain * (2 / sum).squareRoot()
    let isUniform = initializer.method == .xavierUniform
    try self.init(drawing: Self.centred(std: std, isUniform: isUniform), gain: gain)
  }

  private init(
    kaiming initializer: Initializer, _ shape: Shape, _ fans: Fans?
  ) throws(InitializerError) {
    let slope = initializer.number(.a)
    let isEmpty = shape.extents.contains(0)
    if !isEmpty && initializer.nonlinearity.overflows(negativeSlope: slope) {
      throw .slopeTooLarge
    }
    let gain = initializer.nonlinearity.gain(negativeSlope: slope)
    let isUniform = initializer.method == .kaimingUniform
    let fan = Double(fans?.fan(initializer.mode) ?? 0)
    let law = Self.centred(std: gain / fan.squareRoot(), isUniform: isUniform)
    if isEmpty {
      self.init(law: law, draw: .nothing, gain: gain, warnings: [.zeroElements])
      return
    }
    guard fans != nil else { throw .tooFewDimensionsForFans }
    try self.init(drawing: law, gain: gain)
  }

  private init(truncated initializer: Initializer, _ shape: Shape) throws(InitializerError) {
    let (mean, std) = (initializer.number(.mean), initializer.number(.std))
    let (low, high) = (initializer.number(.a), initializer.number(.b))
    let isFar = mean < low - 2 * std || mean > high + 2 * std
    guard std != 0 else { throw .divisionByZero }
    let cut = TruncatedNormal(location: mean, scale: std, low: low, high: high)
    if cut.isDrawnFromNormals {
      _ = try RecipeParts(drawing: .normal(mean: mean, std: std))
    } else {
      // Python raises where the power of a finite number overflows.
      let square = cut.modeDistance * cut.modeDistance
      guard !square.isInfinite || cut.modeDistance.isInfinite else { throw .distanceTooLarge }
      _ = try RecipeParts(drawing: .uniform(low: low, high: high))
    }
    let passes = TruncatedNormalAcceptance(cut).expectedPasses(count: shape.count)
    guard passes <= Recipe.passLimit else { throw .tooManyPasses(cut, passes: passes) }
    self.init(
      law: .truncatedNormal(cut), draw: .truncatedNormal(cut),
      warnings: isFar ? [.meanFarFromInterval] : [])
  }

  private init(orthogonal initializer: Initializer, _ shape: Shape) throws(InitializerError) {
    guard shape.extents.count >= 2 else { throw .needsTwoOrMoreDimensions }
    let gain = try initializer.checkedGain()
    let rows = shape.extents[0]
    let columns = shape.extents.dropFirst().reduce(1, *)
    let law = Law.sphere(SphereCoordinate(dimension: max(rows, columns), radius: gain))
    let draw = Draw.orthogonal(rows: rows, columns: columns, gain: gain)
    self.init(law: law, draw: shape.count == 0 ? .nothing : draw, gain: gain)
    // LAPACK counts rows and columns in 32 bits.
    guard shape.count == 0 || max(rows, columns) <= Int(Int32.max) else {
      throw .needsMemory(.orthogonal, bytes: .max)
    }
  }

  private init(sparse initializer: Initializer, _ shape: Shape) throws(InitializerError) {
    guard shape.extents.count == 2 else { throw .needsTwoDimensions }
    let sparsity = initializer.number(.sparsity)
    guard sparsity.isFinite else { throw .notFinite(.sparsity, sparsity) }
    let (rows, columns) = (shape.extents[0], shape.extents[1])
    let std = initializer.number(.std)
    _ = try RecipeParts(drawing: .normal(mean: 0, std: std))
    // A slice's end as Python takes it: a negative one counts from the end.
    let wanted = (sparsity * Double(rows)).rounded(.up)
    let end = wanted < 0 ? max(0, Double(rows) + wanted) : min(Double(rows), wanted)
    self.init(
      law: .sparse(std: std, zeros: Int(clamping: end), rows: rows),
      draw: .sparse(rows: rows, columns: columns, zeros: Int(clamping: end), std: std))
  }

  private init(eye shape: Shape) throws(InitializerError) {
    guard shape.extents.count == 2 else { throw .needsTwoDimensions }
    self.init(ones: .eye(rows: shape.extents[0], columns: shape.extents[1]), shape)
  }

  private init(dirac initializer: Initializer, _ shape: Shape) throws(InitializerError) {
    guard (3...5).contains(shape.extents.count) else { throw .needsThreeToFiveDimensions }
    let groups = initializer.groups
    guard groups != 0 else { throw .noGroups }
    guard shape.extents[0].isMultiple(of: groups) else { throw .indivisibleByGroups }
    self.init(ones: .dirac(shape.extents, groups: groups), shape)
  }

  private init(ones pattern: OnesPattern, _ shape: Shape) {
    self.init(law: .ones(count: pattern.count, of: shape.count), draw: .ones(pattern))
  }

  private static func centred(std: Double, isUniform: Bool) -> Law {
    guard isUniform else { return .normal(mean: 0, std: std) }
    let bound = 3.0.squareRoot() * std
    return .uniform(low: -bound, high: bound)
  }

  // The checks of uniform_ and normal_, in their order.
  private init(drawing law: Law, gain: Double? = nil) throws(InitializerError) {
    switch law {
    case .uniform(let low, let high):
      let limit = Double(Float.greatestFiniteMagnitude)
      guard low >= -limit && low <= limit else { throw .outOfBoundsForFloat("from") }
      guard high >= -limit && high <= limit else { throw .outOfBoundsForFloat("to") }
      guard low <= high else { throw .emptyRange(from: low, to: high) }
      guard high - low <= limit else { throw .rangeTooWide(from: low, to: high) }
      self.init(law: law, draw: .uniform(low: low, high: high), gain: gain)
    case .normal(let mean, let std):
      guard std >= 0 else { throw .negativeStd(std) }
      self.init(law: law, draw: .normal(mean: mean, std: std), gain: gain)
    case .truncatedNormal, .sphere, .sparse, .constant, .ones:
      self.init(law: law, draw: .nothing, gain: gain)
    }
  }
}

extension Initializer {
  /// The value of `gain`, if Python could compute it.
  fileprivate func checkedGain() throws(InitializerError) -> Double {
    if case .gain(.calculated(let nonlinearity, let slope)) = self[.gain],
      nonlinearity.overflows(negativeSlope: slope?.value)
    {
      throw .slopeTooLarge
    }
    return number(.gain)
  }
}

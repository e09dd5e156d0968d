private import Mathematics

/// What a call comes to, worked out by each method in its own way with PyTorch's checks in PyTorch's
/// order: a law, and how it is drawn.
struct Plan {
  /// The gain; nil for a method without one.
  var gain: Double?
  /// The law of one weight.
  var law: Law
  /// How the weights come about.
  var draw: Draw
  /// The framework's warnings.
  var warnings: [InitializerWarning] = []

  /// A call for a tensor, its fans put into its expressions.
  struct Call {
    let initializer: Initializer
    let shape: Shape
    let fans: Fans?

    func number(_ parameter: Parameter) -> Double { initializer.number(parameter) }
  }

  init(law: Law, draw: Draw, gain: Double? = nil, warnings: [InitializerWarning] = []) {
    self.law = law
    self.draw = draw
    self.gain = gain
    self.warnings = warnings
  }

  init(constant value: Double) {
    self.init(law: .constant(Double(Float(value))), draw: .constant(Float(value)))
  }

  init(ones pattern: OnesPattern, _ shape: Shape) {
    self.init(law: .ones(count: pattern.count, of: shape.count), draw: .ones(pattern))
  }

  /// A law drawn as it is, after the checks of `uniform_` and `normal_` in their order.
  init(drawing law: Law, gain: Double? = nil) throws(InitializerError) {
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

// The methods' own plans.
extension Plan {
  static func uniform(_ call: Call) throws(InitializerError) -> Plan {
    try Plan(drawing: .uniform(low: call.number(.a), high: call.number(.b)))
  }

  static func normal(_ call: Call) throws(InitializerError) -> Plan {
    try Plan(drawing: .normal(mean: call.number(.mean), std: call.number(.std)))
  }

  static func truncatedNormal(_ call: Call) throws(InitializerError) -> Plan {
    let (mean, std) = (call.number(.mean), call.number(.std))
    let (low, high) = (call.number(.a), call.number(.b))
    let isFar = mean < low - 2 * std || mean > high + 2 * std
    guard std != 0 else { throw .divisionByZero }
    let cut = TruncatedNormal(location: mean, scale: std, low: low, high: high)
    if cut.isDrawnFromNormals {
      _ = try Plan(drawing: .normal(mean: mean, std: std))
    } else {
      // Python raises where the power of a finite number overflows.
      let square = cut.modeDistance * cut.modeDistance
      guard !square.isInfinite || cut.modeDistance.isInfinite else { throw .distanceTooLarge }
      _ = try Plan(drawing: .uniform(low: low, high: high))
    }
    let passes = TruncatedNormalAcceptance(cut).expectedPasses(count: call.shape.count)
    guard passes <= Recipe.passLimit else { throw .tooManyPasses(cut, passes: passes) }
    return Plan(
      law: .truncatedNormal(cut), draw: .truncatedNormal(cut),
      warnings: isFar ? [.meanFarFromInterval] : [])
  }

  static func orthogonal(_ call: Call) throws(InitializerError) -> Plan {
    try orthogonal(call, isInputFirst: false)
  }

  // The dimension of the outputs by all others, whichever stands first.
  static func orthogonal(_ call: Call, isInputFirst: Bool) throws(InitializerError) -> Plan {
    let extents = call.shape.extents
    guard extents.count >= 2 else { throw .needsTwoOrMoreDimensions }
    guard !call.initializer.overflowsGain else { throw .slopeTooLarge }
    let gain = call.number(.gain)
    let rows = isInputFirst ? extents.dropLast().reduce(1, *) : extents[0]
    let columns = isInputFirst ? extents[extents.count - 1] : extents.dropFirst().reduce(1, *)
    let law = Law.sphere(SphereCoordinate(dimension: max(rows, columns), radius: gain))
    let draw = Draw.orthogonal(
      rows: rows, columns: columns, gain: gain, isDrawnTall: isInputFirst)
    // LAPACK counts rows and columns in 32 bits.
    guard call.shape.count == 0 || max(rows, columns) <= Int(Int32.max) else {
      throw .needsMemory(.orthogonal, bytes: .max)
    }
    return Plan(law: law, draw: call.shape.count == 0 ? .nothing : draw, gain: gain)
  }

  // Keras's order of an LSTM's gates is input, forget, cell, output.
  static func unitForgetBias(_ call: Call) -> Plan {
    let units = (call.shape.extents.last ?? 0) / 4
    return Plan(
      ones: OnesPattern(first: units, stride: 1, perGroup: units, groups: 1, groupStride: 0),
      call.shape)
  }

  static func paddedNormal(_ call: Call) throws(InitializerError) -> Plan {
    guard call.shape.extents.count == 2 else { throw .needsTwoDimensions }
    let (rows, columns) = (call.shape.extents[0], call.shape.extents[1])
    let (std, padding) = (call.number(.std), call.initializer.padding)
    guard (0..<rows).contains(padding) else { throw .noSuchRow(padding, of: rows) }
    _ = try Plan(drawing: .normal(mean: 0, std: std))
    return Plan(
      law: .sparse(std: std, zeros: 1, rows: rows),
      draw: .paddedNormal(std: std, zeros: padding * columns..<(padding + 1) * columns))
  }

  static func sparse(_ call: Call) throws(InitializerError) -> Plan {
    guard call.shape.extents.count == 2 else { throw .needsTwoDimensions }
    let sparsity = call.number(.sparsity)
    guard sparsity.isFinite else { throw .notFinite(.sparsity, sparsity) }
    let (rows, columns) = (call.shape.extents[0], call.shape.extents[1])
    let std = call.number(.std)
    _ = try Plan(drawing: .normal(mean: 0, std: std))
    // A slice's end as Python takes it: a negative one counts from the end.
    let wanted = (sparsity * Double(rows)).rounded(.up)
    let end = wanted < 0 ? max(0, Double(rows) + wanted) : min(Double(rows), wanted)
    return Plan(
      law: .sparse(std: std, zeros: Int(clamping: end), rows: rows),
      draw: .sparse(rows: rows, columns: columns, zeros: Int(clamping: end), std: std))
  }

  static func eye(_ call: Call) throws(InitializerError) -> Plan {
    guard call.shape.extents.count == 2 else { throw .needsTwoDimensions }
    return Plan(ones: .eye(rows: call.shape.extents[0], columns: call.shape.extents[1]), call.shape)
  }

  static func dirac(_ call: Call) throws(InitializerError) -> Plan {
    guard (3...5).contains(call.shape.extents.count) else { throw .needsThreeToFiveDimensions }
    let groups = call.initializer.groups
    guard groups != 0 else { throw .noGroups }
    guard call.shape.extents[0].isMultiple(of: groups) else { throw .indivisibleByGroups }
    return Plan(ones: .dirac(call.shape.extents, groups: groups), call.shape)
  }

  static func constant(_ call: Call) throws(InitializerError) -> Plan {
    let value = call.number(.val)
    guard !value.isFinite || abs(value) <= Double(Float.greatestFiniteMagnitude) else {
      throw .valueOverflow
    }
    return Plan(constant: value)
  }
}

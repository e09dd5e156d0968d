internal import Words

/// PyTorch's laws that a tensor's fans scale so that signals keep their variance, Glorot's and He's among
/// them.
///
/// std = gain/√fan, fan being one of the two or their mean; the uniform law of that std ends at
/// ±√3·std. The gain is the parameter `gain`, or that of `nonlinearity`, or 1 for a method with
/// neither.
struct VarianceScaling: Sendable {
  /// Whether the fan is the mean of both; else it is the one that `mode` names.
  let averagesFans: Bool
  /// Whether the law is uniform; else it is normal.
  let isUniform: Bool

  /// A row of the table of methods.
  func entry(
    _ name: String, parameters: [Parameter], source: Method.Source,
    locator: (@Sendable (Initializer) -> String)? = nil
  ) -> MethodEntry {
    MethodEntry(
      name: name, lawInWords: .verbatim(isUniform ? "U(−bound, bound)" : "N(0, std²)"),
      parameters: parameters, usesFans: true, source: source, locator: locator, plan: plan,
      formulas: formulas)
  }

  @Sendable private func plan(_ call: Plan.Call) throws(InitializerError) -> Plan {
    let initializer = call.initializer
    // Kaiming's methods look at the slope first, and leave an empty tensor as it is.
    if initializer.parameters.contains(.nonlinearity) {
      if call.shape.extents.contains(0) {
        let gain = initializer.scalingGain
        return Plan(
          law: law(gain: gain, call.fans, initializer.mode), draw: .nothing, gain: gain,
          warnings: [.zeroElements])
      }
      guard !initializer.overflowsGain else { throw .slopeTooLarge }
    }
    guard let fans = call.fans else { throw .tooFewDimensionsForFans(call.shape.extents.count) }
    guard FanMode.kaiming.contains(initializer.mode) else {
      throw .unsupportedMode(initializer.mode.rawValue)
    }
    guard !initializer.overflowsGain else { throw .slopeTooLarge }
    let gain = initializer.scalingGain
    guard !averagesFans || fans.fanIn > 0 || fans.fanOut > 0 else { throw .divisionByZero }
    return try Plan(drawing: law(gain: gain, fans, initializer.mode), gain: gain)
  }

  private func law(gain: Double?, _ fans: Fans?, _ mode: FanMode) -> Law {
    let gain = gain ?? 1
    // In PyTorch's order of operations; of an empty tensor's fans there may be none.
    let std =
      averagesFans
      ? gain * (2 / (Double(fans?.fanIn ?? 0) + Double(fans?.fanOut ?? 0))).squareRoot()
      : gain / (fans?.fan(mode) ?? 0).squareRoot()
    guard isUniform else { return .normal(mean: 0, std: std) }
    let bound = 3.0.squareRoot() * std
    return .uniform(low: -bound, high: bound)
  }

  @Sendable private func formulas(_ recipe: Recipe) -> [Formula] {
    let fans = recipe.fans ?? Fans(fanIn: 0, fanOut: 0, receptiveField: 0)
    let symbol = fans.term
    let fan = averagesFans ? symbol(.fanIn) + symbol(.fanOut) : symbol(recipe.initializer.mode)
    let scale: Term =
      switch (averagesFans, isUniform) {
      case (true, true): recipe.scaledByGain(.root(6 / fan))
      case (true, false): recipe.scaledByGain(.root(2 / fan))
      case (false, true): recipe.scaledByGain(.root(3 / fan))
      case (false, false): (recipe.gain == nil ? 1 : recipe.gainTerm) / .root(fan)
      }
    let (name, result) = isUniform ? ("bound", recipe.law.bound ?? .nan) : ("std", recipe.law.std)
    return recipe.gainFormulas + [Formula(name, scale, result: result)]
  }
}

extension Initializer {
  /// The gain of a method that has one: as given, or that of its nonlinearity.
  var scalingGain: Double? {
    if parameters.contains(.nonlinearity) {
      return nonlinearity.gain(negativeSlope: number(.a))
    }
    return parameters.contains(.gain) ? number(.gain) : nil
  }

  /// Whether Python could not compute the gain.
  var overflowsGain: Bool {
    if case .gain(.calculated(let nonlinearity, let slope)) = self[.gain] {
      return nonlinearity.overflows(negativeSlope: slope?.value)
    }
    return parameters.contains(.nonlinearity) && nonlinearity.overflows(negativeSlope: number(.a))
  }
}

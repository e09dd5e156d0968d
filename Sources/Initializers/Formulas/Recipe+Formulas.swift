extension Recipe {
  /// The equations from the parameters to the law's scale, in the order they are computed.
  package var formulas: [Formula] {
    switch initializer.method {
    case .uniform: uniformFormulas
    case .normal: [Formula("Var W", .square(symbol(.std)), result: law.std * law.std)]
    case .xavierUniform, .xavierNormal: xavierFormulas
    case .kaimingUniform, .kaimingNormal: kaimingFormulas
    case .truncNormal: truncatedFormulas
    case .orthogonal: orthogonalFormulas
    case .sparse: sparseFormulas
    case .eye, .dirac: onesFormulas
    case .constant: [constantFormula]
    case .ones, .zeros: [Formula("W", .number(law.mean), result: law.mean)]
    }
  }

  private var uniformFormulas: [Formula] {
    [Formula("std", (symbol(.b) - symbol(.a)) / .root(12), result: law.std)]
  }

  // A weight is a number of single precision, which is said where it shows.
  private var constantFormula: Formula {
    let isRounded =
      Numeral.typeset(initializer.number(.val), digits: 7) != Numeral.typeset(law.mean, digits: 7)
    return Formula(
      "W", isRounded ? .function(.float32, [symbol(.val)]) : symbol(.val), result: law.mean)
  }

  private var xavierFormulas: [Formula] {
    let fans: Term =
      .named(FanMode.fanIn.rawValue, .count(fans?.fanIn ?? 0))
      + .named(FanMode.fanOut.rawValue, .count(fans?.fanOut ?? 0))
    let scale =
      if case .uniform = law {
        Formula("bound", gainTerm * .root(6 / fans), result: law.bound ?? .nan)
      } else {
        Formula("std", gainTerm * .root(2 / fans), result: law.std)
      }
    return calculatedGainFormulas + [scale]
  }

  private var kaimingFormulas: [Formula] {
    let mode = initializer.mode
    let fan = Term.named(mode.rawValue, .count(fans?.fan(mode) ?? 0))
    let gain = Term.named("gain", .number(gain ?? 1))
    let scale =
      if case .uniform = law {
        Formula("bound", gain * .root(3 / fan), result: law.bound ?? .nan)
      } else {
        Formula("std", gain / .root(fan), result: law.std)
      }
    return [gainFormula(initializer.nonlinearity, slope: symbol(.a)), scale]
  }

  /// The equation of a gain that `calculate_gain` gives; none for a gain that is a number.
  var calculatedGainFormulas: [Formula] {
    guard case .gain(.calculated(let nonlinearity, let slope)) = initializer[.gain] else {
      return []
    }
    return [
      gainFormula(nonlinearity, slope: .named("slope", .quantity(slope ?? Quantity(0.01))))
    ]
  }

  private func gainFormula(_ nonlinearity: Nonlinearity, slope: Term) -> Formula {
    let term: Term =
      switch nonlinearity {
      case .leakyRelu: .root(2 / (1 + .square(slope)))
      case .relu: .root(2)
      case .tanh: 5 / 3
      case .selu: 3 / 4
      default: 1
      }
    return Formula("gain", term, result: nonlinearity.gain(negativeSlope: slope.value()))
  }

  /// The gain of a method that takes one: as it was given, or a number that was calculated.
  var gainTerm: Term {
    if case .gain(.number(let quantity)) = initializer[.gain] {
      return .named("gain", .quantity(quantity))
    }
    return .named("gain", .number(gain ?? 1))
  }

  /// A parameter as it was given.
  func symbol(_ parameter: Parameter) -> Term {
    guard case .quantity(let quantity) = initializer[parameter] else {
      return .named(parameter.rawValue, .number(initializer.number(parameter)))
    }
    return .named(parameter.rawValue, .quantity(quantity))
  }
}

extension Recipe {
  /// The equations from the parameters to the law's scale, in the order they are computed.
  public var formulas: [Formula] {
    switch initializer.method {
    case .uniform: uniformFormulas
    case .normal: normalFormulas
    case .xavierUniform, .xavierNormal: xavierFormulas
    case .kaimingUniform, .kaimingNormal: kaimingFormulas
    case .truncNormal: truncatedFormulas
    case .orthogonal: orthogonalFormulas
    case .sparse: sparseFormulas
    case .eye, .dirac: onesFormulas
    case .constant:
      [
        Formula(
          name: "W", symbolic: "val", substituted: initializer[.val].description,
          result: law.mean)
      ]
    case .ones, .zeros:
      [
        Formula(
          name: "W", symbolic: "\(Numeral.typeset(law.mean))",
          substituted: "\(Numeral.typeset(law.mean))", result: law.mean)
      ]
    }
  }

  private var uniformFormulas: [Formula] {
    let a = initializer[.a].description
    let b = initializer[.b].description
    return [
      Formula(
        name: "std", symbolic: "(b − a)/√12", substituted: "(\(b) − \(negatable(a)))/√12",
        result: law.std)
    ]
  }

  private var normalFormulas: [Formula] {
    [
      Formula(
        name: "Var W", symbolic: "std²", substituted: "\(initializer[.std])²",
        result: law.std * law.std)
    ]
  }

  private var xavierFormulas: [Formula] {
    let fans = "\(fans?.fanIn ?? 0)+\(fans?.fanOut ?? 0)"
    let gain = Numeral.typeset(gain ?? 1)
    var formulas: [Formula] = []
    if case .gain(.calculated(let nonlinearity, let slope)) = initializer[.gain] {
      formulas.append(gainFormula(nonlinearity, slope: slope?.value ?? 0.01))
    }
    if let bound = law.bound {
      formulas.append(
        Formula(
          name: "bound", symbolic: "gain·√(6/(fan_in+fan_out))",
          substituted: "\(gain)·√(6/(\(fans)))", result: bound))
    } else {
      formulas.append(
        Formula(
          name: "std", symbolic: "gain·√(2/(fan_in+fan_out))",
          substituted: "\(gain)·√(2/(\(fans)))", result: law.std))
    }
    return formulas
  }

  private var kaimingFormulas: [Formula] {
    let mode = initializer.mode
    let fan = fans?.fan(mode) ?? 0
    let gain = gain ?? 1
    let scale: Formula
    if let bound = law.bound {
      scale = Formula(
        name: "bound", symbolic: "gain·√(3/\(mode.rawValue))",
        substituted: "\(Numeral.typeset(gain))·√(3/\(fan))", result: bound)
    } else {
      scale = Formula(
        name: "std", symbolic: "gain/√\(mode.rawValue)",
        substituted: "\(Numeral.typeset(gain))/√\(fan)", result: law.std)
    }
    return [gainFormula(initializer.nonlinearity, slope: initializer.number(.a)), scale]
  }

  func gainFormula(_ nonlinearity: Nonlinearity, slope: Double) -> Formula {
    let (symbolic, substituted) =
      switch nonlinearity {
      case .leakyRelu:
        ("√(2/(1+a²))", "√(2/(1+\(Numeral.typeset(slope * slope))))")
      case .relu: ("√2", "√2")
      case .tanh: ("5/3", "5/3")
      case .selu: ("3/4", "3/4")
      default: ("1", "1")
      }
    return Formula(
      name: "gain", symbolic: symbolic, substituted: substituted,
      result: nonlinearity.gain(negativeSlope: slope))
  }

  func negatable(_ text: String) -> String {
    text.hasPrefix("-") ? "(\(text.replacing("-", with: "−")))" : text
  }
}

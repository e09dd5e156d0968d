internal import Words

extension Recipe {
  /// The equations from the parameters to the law's scale, in the order they are computed.
  package var formulas: [Formula] { initializer.entry.formulas(self) }

  /// The equation of a gain that is calculated; none for one that is a number.
  var gainFormulas: [Formula] {
    if initializer.parameters.contains(.nonlinearity) {
      return [gainFormula(initializer.nonlinearity, slope: symbol(.a))]
    }
    guard case .gain(.calculated(let nonlinearity, let slope)) = initializer[.gain] else {
      return []
    }
    return [gainFormula(nonlinearity, slope: .named("slope", .quantity(slope ?? Quantity(0.01))))]
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

  /// The gain of a method that has one: as it was given, or a number that was calculated.
  var gainTerm: Term {
    if initializer.parameters.contains(.gain),
      case .gain(.number(let quantity)) = initializer[.gain]
    {
      return .named("gain", .quantity(quantity))
    }
    return .named("gain", .number(gain ?? 1))
  }

  /// A term times the gain, if the method has one.
  func scaledByGain(_ term: Term) -> Term { gain == nil ? term : gainTerm * term }

  /// A parameter as it was given.
  func symbol(_ parameter: Parameter) -> Term {
    guard case .quantity(let quantity) = initializer[parameter] else {
      return .named(parameter.rawValue, .number(initializer.number(parameter)))
    }
    return .named(parameter.rawValue, .quantity(quantity))
  }
}

// The methods' own equations.
extension Recipe {
  var uniformFormulas: [Formula] {
    [Formula("std", (symbol(.b) - symbol(.a)) / .root(12), result: law.std)]
  }

  var normalFormulas: [Formula] {
    [Formula("Var W", .square(symbol(.std)), result: law.std * law.std)]
  }

  var valueFormulas: [Formula] { [Formula("W", .number(law.mean), result: law.mean)] }

  // A weight is a number of single precision, which is said where it shows.
  var constantFormulas: [Formula] {
    let isRounded =
      Numeral.typeset(initializer.number(.val), digits: 7) != Numeral.typeset(law.mean, digits: 7)
    let value: Term = isRounded ? .function(.float32, [symbol(.val)]) : symbol(.val)
    return [Formula("W", value, result: law.mean)]
  }

  var truncatedFormulas: [Formula] {
    guard case .truncatedNormal(let cut) = law else { return [] }
    // PyTorch's rejection takes a negative std as its size.
    let std = initializer.number(.std) < 0 ? Term.absolute(symbol(.std)) : symbol(.std)
    let (alpha, beta) = (cut.standardLow, cut.standardHigh)
    let (low, high) = (Term.named("α", .number(alpha)), Term.named("β", .number(beta)))
    let phi = { (term: Term) in Term.function(.normal, [term]) }
    // Far above the mean Φ is 1, and all of its digits are in the other tail.
    let kept = alpha > 0 ? phi(.negative(low)) - phi(.negative(high)) : phi(high) - phi(low)
    var formulas = [
      Formula("α", (symbol(.a) - symbol(.mean)) / std, result: alpha),
      Formula("β", (symbol(.b) - symbol(.mean)) / std, result: beta),
    ]
    // The difference says nothing where the share is too small for a number, or lost to rounding.
    if cut.keptShare > 1e-290, abs(kept.value() / cut.keptShare - 1) < 1e-9 {
      formulas.append(Formula("Z", kept, result: cut.keptShare))
    }
    let ratio = Term.named("√(1+(α·φ(α)−β·φ(β))/Z−((φ(α)−φ(β))/Z)²)", .number(cut.std / cut.scale))
    let spread = cut.scale.isInfinite ? (symbol(.b) - symbol(.a)) / .root(12) : std * ratio
    return formulas + [Formula("std W", spread, result: cut.std)]
  }

  var orthogonalFormulas: [Formula] {
    guard case .sphere(let sphere) = law, let first = shape.extents.first else { return [] }
    let isInputFirst = initializer.framework.shapeOrder.isInputFirst
    let rows = isInputFirst ? shape.extents.dropLast().reduce(1, *) : first
    let columns =
      isInputFirst ? shape.extents.last ?? 1 : shape.extents.dropFirst().reduce(1, *)
    // Of a matrix without rows and columns there is no root mean square.
    guard rows > 0 || columns > 0 else { return gainFormulas }
    let gain = (self.gain ?? 1) < 0 ? Term.absolute(gainTerm) : gainTerm
    return gainFormulas + [
      Formula(
        "rms",
        gain
          / .root(.function(.max, [.named("rows", .count(rows)), .named("cols", .count(columns))])),
        result: sphere.radius / Double(sphere.dimension).squareRoot())
    ]
  }

  var sparseFormulas: [Formula] {
    guard case .sparse(_, let zeros, let count) = law else { return [] }
    let rows = Term.named("rows", .count(count))
    let share = initializer.number(.sparsity)
    let chosen = Term.function(.ceiling, [chosenRows(of: count)])
    // A negative slice end counts from the last row, and one past it stops there.
    let term: Term =
      (share * Double(count)).rounded(.up) < 0
      ? .function(.max, [0, rows + chosen]) : share > 1 ? .function(.min, [rows, chosen]) : chosen
    let kept = 1 - .named("zeros", .count(zeros)) / rows
    return [
      Formula("zeros", term, result: Double(zeros)),
      Formula("std W", count > 0 ? symbol(.std) * .root(kept) : symbol(.std), result: law.std),
    ]
  }

  // Where binary fractions carry sparsity·rows past a whole number, ⌈⌉ takes the next one, so the
  // product is written as it is computed.
  private func chosenRows(of rows: Int) -> Term {
    let product = initializer.number(.sparsity) * Double(rows)
    let nearest = product.rounded()
    let term = symbol(.sparsity) * .named("rows", .count(rows))
    return product != nearest && abs(product - nearest) <= 4 * nearest.ulp
      ? .named(term.symbols, .quantity(Quantity(product))) : term
  }

  var eyeFormulas: [Formula] {
    guard case .ones(let count, _) = law else { return [] }
    let (rows, columns) = (shape.extents[0], shape.extents[1])
    let least: Term = .function(
      .min, [.named("rows", .count(rows)), .named("cols", .count(columns))])
    return [Formula("ones", least, result: Double(count))]
  }

  var onesFormulas: [Formula] {
    guard case .ones(let count, let total) = law else { return [] }
    return [Formula("ones", .count(total) / 4, result: Double(count))]
  }

  var paddedFormulas: [Formula] {
    guard case .sparse(_, let zeros, let rows) = law else { return [] }
    let kept = 1 - Term.count(zeros) / .named("rows", .count(rows))
    return [Formula("std W", symbol(.std) * .root(kept), result: law.std)]
  }

  var diracFormulas: [Formula] {
    guard case .ones(let count, _) = law else { return [] }
    let extents = shape.extents
    let groups = Term.named("groups", .count(initializer.groups))
    // No ones where there is no group, or no kernel to hold one.
    guard initializer.groups > 0, !extents.dropFirst(2).contains(0) else {
      return [Formula("ones", 0, result: Double(count))]
    }
    return [
      Formula(
        "ones",
        groups
          * .function(
            .min, [.named("out", .count(extents[0])) / groups, .named("in", .count(extents[1]))]),
        result: Double(count))
    ]
  }
}

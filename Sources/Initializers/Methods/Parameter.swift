internal import Expressions

/// A parameter of a method, by PyTorch's name.
package enum Parameter: String, CaseIterable, Sendable {
  /// A factor on the standard deviation.
  case gain
  /// uniform, trunc_normal: the lower end; kaiming: leaky_relu's negative slope.
  case a
  /// uniform, trunc_normal: the upper end.
  case b
  /// The mean.
  case mean
  /// The standard deviation.
  case std
  /// Which fan is kept.
  case mode
  /// The nonlinearity that follows.
  case nonlinearity
  /// constant: the value.
  case val
  /// dirac: the groups of channels.
  case groups
  /// sparse: the share of zeros in a column.
  case sparsity
  /// variance_scaling: the factor on the variance; JAX's uniform: the upper end.
  case scale = "factor"
  /// variance_scaling: the form of the law.
  case distribution
  /// padded_normal: the row that is 0.
  case padding

  /// The words it takes, where it takes words.
  package var choices: [String] {
    switch self {
    case .mode: FanMode.allCases.map(\.rawValue)
    case .nonlinearity, .gain: Nonlinearity.allCases.map(\.rawValue)
    case .distribution: Distribution.allCases.map(\.rawValue)
    default: []
    }
  }

  // The values it goes through where a method says nothing else.
  var standardChoices: [ParameterValue] {
    switch self {
    case .mode: FanMode.kaiming.map(ParameterValue.mode)
    case .nonlinearity: Nonlinearity.allCases.map(ParameterValue.nonlinearity)
    case .distribution: Distribution.allCases.map(ParameterValue.distribution)
    default: []
    }
  }

  /// The default it has in most methods; of one without a default, what the explorer starts from.
  var standardValue: ParameterValue {
    switch self {
    case .a, .mean: .quantity(Quantity(0))
    case .b, .std: .quantity(Quantity(1))
    case .val, .sparsity: .quantity(Quantity(0.1))
    case .gain: .gain(.number(Quantity(1)))
    case .mode: .mode(.fanIn)
    case .nonlinearity: .nonlinearity(.leakyRelu)
    case .groups: .count(1)
    case .scale: .quantity(Quantity(1))
    case .distribution: .distribution(.truncatedNormal)
    case .padding: .count(0)
    }
  }
}

/// The value of a parameter.
package enum ParameterValue: Hashable, Sendable, CustomStringConvertible {
  /// A real number.
  case quantity(Quantity)
  /// A gain.
  case gain(GainChoice)
  /// A fan mode.
  case mode(FanMode)
  /// A nonlinearity.
  case nonlinearity(Nonlinearity)
  /// A whole number.
  case count(Int)
  /// The form of a law.
  case distribution(Distribution)

  /// Parses the text of a value for a parameter.
  ///
  /// - Throws: what parsing its kind throws; the error names the parameter.
  package init(parsing text: String, for parameter: Parameter) throws(InitializerError) {
    switch parameter {
    case .gain: self = .gain(try GainChoice(parsing: text))
    case .mode: self = .mode(try FanMode(parsing: text))
    case .nonlinearity: self = .nonlinearity(try Nonlinearity(parsing: text))
    case .distribution: self = .distribution(try Distribution(parsing: text))
    case .groups, .padding:
      guard let count = Int(evaluating: text) else {
        throw .invalidCount(parameter.rawValue, text)
      }
      self = .count(count)
    case .a, .b, .mean, .std, .val, .sparsity, .scale:
      self = .quantity(try Quantity(parsing: text, for: parameter.rawValue))
    }
  }

  /// The text that `init(parsing:for:)` takes.
  package var description: String {
    switch self {
    case .quantity(let quantity): quantity.description
    case .gain(let gain): gain.description
    case .mode(let mode): mode.rawValue
    case .nonlinearity(let nonlinearity): nonlinearity.rawValue
    case .count(let count): String(count)
    case .distribution(let distribution): distribution.rawValue
    }
  }

  /// The number it stands for, if it stands for one.
  package var number: Double? {
    switch self {
    case .quantity(let quantity): quantity.value
    case .gain(let gain): gain.value
    case .count(let count): Double(count)
    case .mode, .nonlinearity, .distribution: nil
    }
  }

  /// The value with each of its real numbers replaced.
  func replacingQuantities(
    _ replace: (Quantity) throws(InitializerError) -> Quantity
  ) throws(InitializerError) -> ParameterValue {
    switch self {
    case .quantity(let quantity): .quantity(try replace(quantity))
    case .gain(.number(let quantity)): .gain(.number(try replace(quantity)))
    case .gain(.calculated(let nonlinearity, let slope?)):
      .gain(.calculated(nonlinearity, negativeSlope: try replace(slope)))
    case .gain(.calculated(_, nil)), .mode, .nonlinearity, .count, .distribution: self
    }
  }
}

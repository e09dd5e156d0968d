/// The value of a parameter.
public enum ParameterValue: Hashable, Sendable, CustomStringConvertible {
  /// A real number.
  case quantity(Quantity)
  /// A gain.
  case gain(GainChoice)
  /// A fan mode.
  case mode(FanMode)
  /// A nonlinearity.
  case nonlinearity(Nonlinearity)

  /// Parses the text of a value for a parameter.
  ///
  /// - Throws: what parsing its kind throws; the error names the parameter.
  public init(parsing text: String, for parameter: Parameter) throws(InitializerError) {
    switch parameter {
    case .gain: self = .gain(try GainChoice(parsing: text))
    case .mode: self = .mode(try FanMode(parsing: text))
    case .nonlinearity: self = .nonlinearity(try Nonlinearity(parsing: text))
    case .a, .b, .mean, .std:
      self = .quantity(try Quantity(parsing: text, for: parameter.rawValue))
    }
  }

  /// The text that `init(parsing:for:)` takes.
  public var description: String {
    switch self {
    case .quantity(let quantity): quantity.description
    case .gain(let gain): gain.description
    case .mode(let mode): mode.rawValue
    case .nonlinearity(let nonlinearity): nonlinearity.rawValue
    }
  }

  /// The Python expression.
  public var python: String {
    switch self {
    case .quantity(let quantity): quantity.python
    case .gain(let gain): gain.python
    case .mode(let mode): "'\(mode.rawValue)'"
    case .nonlinearity(let nonlinearity): "'\(nonlinearity.rawValue)'"
    }
  }

  /// The number it stands for, if it stands for one.
  public var number: Double? {
    switch self {
    case .quantity(let quantity): quantity.value
    case .gain(let gain): gain.value
    case .mode, .nonlinearity: nil
    }
  }
}

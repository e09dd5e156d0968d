/// The nonlinearities that `torch.nn.init.calculate_gain` knows.
package enum Nonlinearity: String, CaseIterable, Sendable {
  /// Gain 1.
  case linear, conv1d, conv2d, conv3d, sigmoid
  /// Gain 1.
  case convTranspose1d = "conv_transpose1d"
  /// Gain 1.
  case convTranspose2d = "conv_transpose2d"
  /// Gain 1.
  case convTranspose3d = "conv_transpose3d"
  /// Gain 5/3.
  case tanh
  /// Gain √2.
  case relu
  /// Gain √(2/(1+slope²)).
  case leakyRelu = "leaky_relu"
  /// Gain 3/4.
  case selu

  /// Parses a name; case matters, as in PyTorch.
  ///
  /// - Throws: `InitializerError.unsupportedNonlinearity`.
  package init(parsing text: String) throws(InitializerError) {
    guard let value = Nonlinearity(rawValue: text) else { throw .unsupportedNonlinearity(text) }
    self = value
  }

  /// PyTorch's recommended gain.
  ///
  /// - Parameter negativeSlope: leaky_relu's; 0.01 if none is given. Others ignore it.
  /// Source: `torch.nn.init.calculate_gain`.
  package func gain(negativeSlope: Double? = nil) -> Double {
    switch self {
    case .tanh: 5.0 / 3
    case .relu: 2.0.squareRoot()
    case .leakyRelu: Self.leakyGain(negativeSlope ?? 0.01)
    case .selu: 3.0 / 4
    default: 1
    }
  }

  /// Whether Python refuses to square the slope: it is finite and its square is not.
  func overflows(negativeSlope: Double?) -> Bool {
    guard self == .leakyRelu, let slope = negativeSlope else { return false }
    return slope.isFinite && (slope * slope).isInfinite
  }

  private static func leakyGain(_ slope: Double) -> Double {
    (2 / (1 + slope * slope)).squareRoot()
  }
}

/// A gain given as a number or as a nonlinearity that means `calculate_gain`.
package enum GainChoice: Hashable, Sendable, CustomStringConvertible {
  /// A number.
  case number(Quantity)
  /// `calculate_gain(nonlinearity, slope)`.
  case calculated(Nonlinearity, negativeSlope: Quantity?)

  /// Parses a number, `tanh` or `leaky_relu:0.2`.
  ///
  /// - Throws: `InitializerError.unsupportedNonlinearity` or `.invalidNumber`.
  package init(parsing text: String) throws(InitializerError) {
    do throws(InitializerError) {
      self = .number(try Quantity(parsing: text, for: "gain"))
      return
    } catch {
      // What is no number may be a name; an expression without a value is neither.
      if case .undefinedNumber = error { throw error }
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard name.first?.isLetter == true else { throw .invalidNumber("gain", text) }
    let nonlinearity = try Nonlinearity(parsing: name)
    let slope = parts.count > 1 ? try Quantity(parsing: String(parts[1]), for: "gain") : nil
    self = .calculated(nonlinearity, negativeSlope: slope)
  }

  /// The gain as a number.
  package var value: Double {
    switch self {
    case .number(let quantity): quantity.value
    case .calculated(let nonlinearity, let slope): nonlinearity.gain(negativeSlope: slope?.value)
    }
  }

  /// The text that `init(parsing:)` takes.
  package var description: String {
    switch self {
    case .number(let quantity): quantity.description
    case .calculated(let nonlinearity, let slope):
      nonlinearity.rawValue + (slope.map { ":\($0)" } ?? "")
    }
  }
}

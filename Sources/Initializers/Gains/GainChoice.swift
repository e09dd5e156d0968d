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

private import Words

extension MeanFieldError: CustomStringConvertible {
  /// One line: what was given and what is accepted.
  package var description: String {
    switch self {
    case .unknownActivation(let text):
      "Unsupported activation '\(text.excerpt)': use \(Self.names)"
    case .slopeNotTaken(let name):
      "'\(name)' takes no slope: only leaky_relu does, as in 'leaky_relu:0.2'"
    case .invalidSlope(let text):
      "Invalid slope '\(text.excerpt)': use a finite number or an expression, as in "
        + "'leaky_relu:0.2' or 'leaky_relu:sqrt(5)'"
    }
  }

  private static var names: String { Activation.allCases.map(\.name).alternatives }
}

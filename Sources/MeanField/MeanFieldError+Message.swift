extension MeanFieldError: CustomStringConvertible {
  /// One line: what was given and what is accepted.
  package var description: String {
    switch self {
    case .unknownActivation(let text):
      "Unsupported activation '\(Self.excerpt(text))': use \(Self.names)"
    case .slopeNotTaken(let name):
      "'\(name)' takes no slope: only leaky_relu does, as in 'leaky_relu:0.2'"
    case .invalidSlope(let text):
      "Invalid slope '\(Self.excerpt(text))': use a finite number or an expression, as in "
        + "'leaky_relu:0.2' or 'leaky_relu:sqrt(5)'"
    }
  }

  /// What was given, cut where it is too long to be read.
  private static func excerpt(_ text: String) -> String {
    text.count <= 80 ? text : text.prefix(79) + "…"
  }

  private static var names: String {
    let names = Activation.allCases.map(\.name)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}

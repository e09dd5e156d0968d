extension MeanFieldError: CustomStringConvertible {
  /// One line: what was given and what is accepted.
  public var description: String {
    switch self {
    case .unknownActivation(let text):
      "Unsupported activation '\(text)': use \(Self.names)"
    case .slopeNotTaken(let name):
      "'\(name)' takes no slope: only leaky_relu does, as in 'leaky_relu:0.2'"
    case .invalidSlope(let text):
      "Invalid slope '\(text)': use a finite number, as in 'leaky_relu:0.2'"
    }
  }

  private static var names: String {
    let names = Activation.allCases.map(\.name)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}

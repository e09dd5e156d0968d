internal import Expressions

extension Activation {
  /// Parses a name, `leaky_relu:0.2` with its slope, a number or an expression; case matters, as in
  /// PyTorch.
  ///
  /// - Throws: `MeanFieldError`.
  package init(parsing text: String) throws(MeanFieldError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    // The name that silu's second paper gave it.
    let known = name == "swish" ? Activation.silu.name : name
    guard let activation = Self.allCases.first(where: { $0.name == known }) else {
      throw .unknownActivation(text)
    }
    guard parts.count > 1 else {
      self = activation
      return
    }
    let argument = String(parts[1])
    guard case .leakyRelu = activation else { throw .slopeNotTaken(name) }
    guard let slope = Expression(parsing: argument)?.value() else { throw .invalidSlope(argument) }
    self = .leakyRelu(slope: slope)
  }
}

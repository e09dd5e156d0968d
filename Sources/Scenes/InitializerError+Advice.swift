public import Initializers
private import MeanField

extension InitializerError {
  /// PyTorch's sentence, and where it knows no gain the one that theory has.
  public var advised: String {
    guard case .unsupportedNonlinearity(let name) = self,
      let activation = try? Activation(parsing: name)
    else { return description }
    let gain = Numeral.general(Gains(activation).forward, digits: 6)
    return "\(description): PyTorch has no gain for it; --gain \(gain) keeps its mean square"
      + " (initscope gains \(name))"
  }
}

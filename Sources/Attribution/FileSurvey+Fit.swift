package import Initializers
private import Statistics
internal import WeightFiles
private import Words

extension FileSurvey.Row {
  /// The call, or the layer's tensor, whose law fits the numbers: the likeliest of those they agree with,
  /// else the normal law of their mean and standard deviation; nil before they are read.
  package var fit: Tensor? {
    guard let summary, let shape = try? Shape(entry.shape) else { return nil }
    if case .consistent(let matches)? = verdict, let origin = matches.first?.candidate.origins.first
    {
      switch origin {
      case .layer(let tensor, let call):
        if tensor.shape == shape { return Tensor(tensor, of: call, seed: Seed(0)) }
      case .call(let call): return Tensor(initializer: call, shape: shape)
      }
    }
    let moments = summary.moments
    if let constant = summary.constant {
      return Tensor(initializer: Self.call(.constant, [(.val, constant)]), shape: shape)
    }
    guard moments.count > 1 else {
      return Tensor(initializer: Initializer(.normal), shape: shape)
    }
    let call = Self.call(
      .normal, [(.mean, moments.mean), (.std, moments.standardDeviation)])
    return Tensor(initializer: call, shape: shape)
  }

  // Numbers as they can be said.
  private static func call(_ method: Method, _ values: [(Parameter, Double)]) -> Initializer {
    var call = Initializer(method)
    for (parameter, value) in values {
      try? call.set(parameter, to: Numeral.general(value, digits: 6))
    }
    return call
  }
}

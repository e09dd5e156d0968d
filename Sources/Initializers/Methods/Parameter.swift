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
    }
  }
}

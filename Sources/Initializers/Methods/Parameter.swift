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
}

/// A parameter of a method, by PyTorch's name.
public enum Parameter: String, CaseIterable, Sendable {
  /// A factor on the standard deviation.
  case gain
  /// uniform: the lower end; kaiming: leaky_relu's negative slope.
  case a
  /// uniform: the upper end.
  case b
  /// The mean.
  case mean
  /// The standard deviation.
  case std
  /// Which fan is kept.
  case mode
  /// The nonlinearity that follows.
  case nonlinearity
}

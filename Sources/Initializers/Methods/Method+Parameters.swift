extension Method {
  /// The parameters in the order of PyTorch's signature.
  package var parameters: [Parameter] {
    switch self {
    case .uniform: [.a, .b]
    case .normal: [.mean, .std]
    case .truncNormal: [.mean, .std, .a, .b]
    case .xavierUniform, .xavierNormal, .orthogonal: [.gain]
    case .kaimingUniform, .kaimingNormal: [.a, .mode, .nonlinearity]
    case .sparse: [.sparsity, .std]
    case .dirac: [.groups]
    case .constant: [.val]
    case .eye, .ones, .zeros: []
    }
  }

  /// The parameters without a default in PyTorch, which a call must always name.
  package var requiredParameters: [Parameter] {
    switch self {
    case .sparse: [.sparsity]
    case .constant: [.val]
    default: []
    }
  }

  /// The default of one of its parameters, as PyTorch's signature has it; where that has none, what
  /// the explorer starts from: `val` 0.1, `sparsity` 0.1.
  package func defaultValue(of parameter: Parameter) -> ParameterValue {
    switch (parameter, self) {
    case (.a, .truncNormal): .quantity(Quantity(-2))
    case (.b, .truncNormal): .quantity(Quantity(2))
    case (.std, .sparse): .quantity(Quantity(0.01))
    case (.val, _), (.sparsity, _): .quantity(Quantity(0.1))
    case (.a, _), (.mean, _): .quantity(Quantity(0))
    case (.b, _), (.std, _): .quantity(Quantity(1))
    case (.gain, _): .gain(.number(Quantity(1)))
    case (.mode, _): .mode(.fanIn)
    case (.nonlinearity, _): .nonlinearity(.leakyRelu)
    case (.groups, _): .count(1)
    }
  }
}

/// A method with values for its parameters: one call of `torch.nn.init`.
package struct Initializer: Hashable, Sendable {
  /// The method.
  package let method: Method
  // Only values that differ from the defaults, so that equal calls are equal values.
  private var changed: [Parameter: ParameterValue] = [:]

  /// Makes a call with PyTorch's defaults.
  package init(_ method: Method) { self.method = method }

  /// The value of a parameter; a parameter the method does not take reads as its default.
  package subscript(parameter: Parameter) -> ParameterValue {
    get { changed[parameter] ?? method.defaultValue(of: parameter) }
    set {
      guard method.parameters.contains(parameter) else { return }
      changed[parameter] = newValue == method.defaultValue(of: parameter) ? nil : newValue
    }
  }

  /// Sets a parameter from its text.
  ///
  /// - Throws: `InitializerError.foreignParameter` if the method takes no such parameter, or what
  ///   parsing the value throws.
  package mutating func set(_ parameter: Parameter, to text: String) throws(InitializerError) {
    guard method.parameters.contains(parameter) else {
      throw .foreignParameter(parameter, method)
    }
    self[parameter] = try ParameterValue(parsing: text, for: parameter)
  }

  /// The call with the values that its expressions have for a tensor of a shape.
  package func of(_ shape: Shape) -> Initializer {
    let fans = try? Fans(shape)
    return (try? replacingQuantities { (_, quantity) in quantity.of(fans) }) ?? self
  }

  /// The call with a tensor's fans as numbers in its expressions.
  ///
  /// - Throws: `InitializerError.tooFewDimensionsForFans` or `.undefinedNumber`.
  func substituting(_ fans: Fans?) throws(InitializerError) -> Initializer {
    try replacingQuantities { (parameter, quantity) throws(InitializerError) in
      try quantity.substituting(fans, for: parameter)
    }
  }

  private func replacingQuantities(
    _ replace: (Parameter, Quantity) throws(InitializerError) -> Quantity
  ) throws(InitializerError) -> Initializer {
    var result = self
    for (parameter, value) in changed {
      result.changed[parameter] = try value.replacingQuantities {
        quantity throws(InitializerError) in
        try replace(parameter, quantity)
      }
    }
    return result
  }

  /// The parameters whose values differ from the defaults, in signature order.
  package var changedParameters: [Parameter] {
    method.parameters.filter { changed[$0] != nil }
  }

  /// The call as PyTorch code, for a tensor named `w`: `nn.init.xavier_normal_(w, gain=2)`.
  package var python: String {
    let named = method.parameters.filter {
      changed[$0] != nil || method.requiredParameters.contains($0)
    }
    let arguments = named.map { ", \($0.rawValue)=\(self[$0].python)" }
    return "nn.init.\(method.rawValue)_(w\(arguments.joined()))"
  }

  /// The paper the method comes from, with the equation that this call uses.
  package var source: Method.Source? {
    guard let source = method.source, method.parameters.contains(.nonlinearity) else {
      return method.source
    }
    let variance = mode == .fanIn ? "eq. 10" : "eq. 14"
    let isSloped = nonlinearity == .leakyRelu && number(.a) != 0
    // With a slope eq. 15 is the forward form, of which eq. 14's is the twin.
    let locator = !isSloped ? variance : mode == .fanIn ? "eq. 15" : "eq. 14, 15"
    return Method.Source(paper: source.paper, locator: locator)
  }

  /// The value of `groups`.
  var groups: Int {
    if case .count(let count) = self[.groups] { count } else { 1 }
  }

  func number(_ parameter: Parameter) -> Double { self[parameter].number ?? 0 }

  var mode: FanMode {
    if case .mode(let mode) = self[.mode] { mode } else { .fanIn }
  }

  var nonlinearity: Nonlinearity {
    if case .nonlinearity(let nonlinearity) = self[.nonlinearity] {
      nonlinearity
    } else {
      .leakyRelu
    }
  }
}

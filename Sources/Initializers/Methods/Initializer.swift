/// A method with values for its parameters: one call of a framework's initializer.
package struct Initializer: Hashable, Sendable {
  /// The method.
  package let method: Method
  /// The framework that is called.
  package let framework: Framework
  // Only values that differ from the defaults, so that equal calls are equal values.
  private var changed: [Parameter: ParameterValue] = [:]

  /// Makes a call with the framework's defaults.
  package init(_ method: Method, of framework: Framework = .pyTorch) {
    self.method = method
    self.framework = framework
  }

  /// What there is to know of the method.
  package var entry: MethodEntry { framework.entry(of: method) }

  /// The method's name.
  package var name: String { entry.name }

  /// The parameters in the order of the signature.
  package var parameters: [Parameter] { entry.parameters }

  /// Whether another call has a parameter, too, and means the same by it: an `a` without a `b` is a
  /// slope, one with it an end.
  package func shares(_ parameter: Parameter, with other: Initializer) -> Bool {
    parameters.contains(parameter) && other.parameters.contains(parameter)
      && (parameter != .a || parameters.contains(.b) == other.parameters.contains(.b))
  }

  /// The value of a parameter; a parameter the method does not take reads as its default.
  package subscript(parameter: Parameter) -> ParameterValue {
    get { changed[parameter] ?? entry.defaultValue(of: parameter) }
    set {
      guard parameters.contains(parameter) else { return }
      changed[parameter] = newValue == entry.defaultValue(of: parameter) ? nil : newValue
    }
  }

  /// Sets a parameter from its text.
  ///
  /// - Throws: `InitializerError.foreignParameter` if the method takes no such parameter, or what
  ///   parsing the value throws.
  package mutating func set(_ parameter: Parameter, to text: String) throws(InitializerError) {
    guard parameters.contains(parameter) else {
      throw .foreignParameter(parameter, method)
    }
    self[parameter] = try ParameterValue(parsing: text, for: parameter)
  }

  /// The call with the values that its expressions have for a tensor of a shape.
  package func of(_ shape: Shape) -> Initializer {
    let fans = try? framework.shapeOrder.fans(shape)
    return (try? replacingQuantities { (_, quantity) in quantity.of(fans) }) ?? self
  }

  /// The call with a tensor's fans as numbers in its expressions.
  ///
  /// - Throws: `InitializerError.tooFewDimensionsForFans` or `.undefinedNumber`.
  func substituting(_ fans: Fans?, of shape: Shape) throws(InitializerError) -> Initializer {
    try replacingQuantities { (parameter, quantity) throws(InitializerError) in
      try quantity.substituting(fans, of: shape, for: parameter)
    }
  }

  private func replacingQuantities(
    _ replace: (Parameter, Quantity) throws(InitializerError) -> Quantity
  ) throws(InitializerError) -> Initializer {
    var result = self
    for (parameter, value) in changed {
      result.changed[parameter] = try value.replacingQuantities {
        quantity throws(InitializerError) in try replace(parameter, quantity)
      }
    }
    return result
  }

  /// The parameters whose values differ from the defaults, in signature order.
  package var changedParameters: [Parameter] {
    parameters.filter { changed[$0] != nil }
  }

  /// The call as code, for a tensor named `w`: `nn.init.xavier_normal_(w, gain=2)`; a remark where
  /// the framework has no such method.
  package var python: String {
    framework.has(method) ? framework.callCode(self) : "# \(framework.title) has no \(name)"
  }

  /// The paper the method comes from, with the equation that this call uses.
  package var source: Method.Source? {
    guard let source = entry.source, let locator = entry.locator?(self) else {
      return entry.source
    }
    return Method.Source(paper: source.paper, locator: locator)
  }

  /// The value of `groups`.
  var groups: Int {
    if case .count(let count) = self[.groups] { count } else { 1 }
  }

  /// The value of `padding`.
  var padding: Int {
    if case .count(let count) = self[.padding] { count } else { 0 }
  }

  /// The value of `distribution`.
  var distribution: Distribution {
    if case .distribution(let distribution) = self[.distribution] {
      distribution
    } else {
      .truncatedNormal
    }
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

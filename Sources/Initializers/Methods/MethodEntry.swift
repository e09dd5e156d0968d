package import Words

/// All there is to know of a method: a row of the table of methods.
///
/// A class, since a frame asks for its rows many times.
package final class MethodEntry: Sendable {
  /// The name it goes by.
  package let name: String
  /// The law with the method's own words for its parameters.
  package let lawInWords: Phrase
  /// The parameters in the order of the signature.
  package let parameters: [Parameter]
  // What parameters take, where that is less than their kind allows.
  let choices: [Parameter: [ParameterValue]]
  // Defaults that are not their parameter's usual one.
  let defaults: [Parameter: ParameterValue]
  /// The parameters without a default, which a call must always name.
  let requiredParameters: [Parameter]
  /// Whether the law depends on the tensor's fans.
  package let usesFans: Bool
  /// The shape a tensor has when none is given.
  package let standardShape: Shape
  /// The paper it comes from; nil for a plain law.
  package let source: Method.Source?
  // The place in the paper that one call uses; nil where all use the same.
  let locator: (@Sendable (Initializer) -> String)?
  // What a call comes to.
  let plan: @Sendable (Plan.Call) throws(InitializerError) -> Plan
  // The equations from the parameters to the law's scale, in the order they are computed.
  let formulas: @Sendable (Recipe) -> [Formula]

  init(
    name: String, lawInWords: Phrase, parameters: [Parameter] = [],
    defaults: [Parameter: ParameterValue] = [:], requiredParameters: [Parameter] = [],
    choices: [Parameter: [ParameterValue]] = [:], usesFans: Bool = false,
    standardShape: Shape = .standard, source: Method.Source? = nil,
    locator: (@Sendable (Initializer) -> String)? = nil,
    plan: @escaping @Sendable (Plan.Call) throws(InitializerError) -> Plan,
    formulas: @escaping @Sendable (Recipe) -> [Formula]
  ) {
    (self.name, self.lawInWords, self.parameters) = (name, lawInWords, parameters)
    (self.defaults, self.requiredParameters) = (defaults, requiredParameters)
    self.choices = choices
    (self.usesFans, self.standardShape) = (usesFans, standardShape)
    (self.source, self.locator, self.plan, self.formulas) = (source, locator, plan, formulas)
  }

  /// The default of a parameter; of one without a default, or that it does not take, what the
  /// explorer starts from.
  package func defaultValue(of parameter: Parameter) -> ParameterValue {
    defaults[parameter] ?? parameter.standardValue
  }
}

extension MethodEntry {
  /// The values that a parameter goes through, where it takes one of a few.
  package func choices(of parameter: Parameter) -> [ParameterValue] {
    choices[parameter] ?? parameter.standardChoices
  }
}

extension Method {
  /// Where in which paper a method is found.
  package struct Source: Hashable, Sendable {
    /// The paper's key.
    package let paper: String
    /// The place in it.
    package let locator: String

    // He's forward and backward forms have numbers of their own.
    func at(_ mode: FanMode) -> Self {
      guard paper == "he2015" else { return self }
      return Self(paper: paper, locator: mode == .fanOut ? "eq. 14" : "eq. 10")
    }
  }
}

package import Words

/// All there is to know of a method: a row of the table of methods.
package struct MethodEntry: Sendable {
  /// The name it goes by.
  package var name: String
  /// The law with the method's own words for its parameters.
  package var lawInWords: Phrase
  /// The parameters in the order of the signature.
  package var parameters: [Parameter] = []
  // Defaults that are not their parameter's usual one.
  var defaults: [Parameter: ParameterValue] = [:]
  /// The parameters without a default, which a call must always name.
  var requiredParameters: [Parameter] = []
  /// Whether the law depends on the tensor's fans.
  package var usesFans = false
  /// The shape a tensor has when none is given.
  package var standardShape = Shape.standard
  /// The paper it comes from; nil for a plain law.
  package var source: Method.Source?
  // The place in the paper that one call uses; nil where all use the same.
  var locator: (@Sendable (Initializer) -> String)?
  // What a call comes to.
  var plan: @Sendable (Plan.Call) throws(InitializerError) -> Plan
  // The equations from the parameters to the law's scale, in the order they are computed.
  var formulas: @Sendable (Recipe) -> [Formula]

  /// The default of a parameter; of one without a default, or that it does not take, what the
  /// explorer starts from.
  package func defaultValue(of parameter: Parameter) -> ParameterValue {
    defaults[parameter] ?? parameter.standardValue
  }
}

extension Method {
  /// Where in which paper a method is found.
  package struct Source: Hashable, Sendable {
    /// The paper's key.
    package let paper: String
    /// The place in it.
    package let locator: String
  }
}

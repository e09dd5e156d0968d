internal import ArgumentParser
internal import Initializers
internal import Networks

/// The words for the network that a signal is sent through.
package struct NetworkArguments: ParsableArguments {
  @Option(parsing: .unconditional, help: "The layers of the network, from 1 to 1000.")
  var depth: String?

  @Option(parsing: .unconditional, help: "The neurons of a layer; else the tensor's first extent.")
  var width: String?

  @Option(help: "What follows a layer: relu, tanh, gelu, leaky_relu:0.2; else the nonlinearity.")
  var activation: String?

  @Option(parsing: .unconditional, help: "The inputs sent through at once.")
  var batch: String?

  @Option(help: "What is sent through: gaussian or uniform.")
  var input: String?

  @Flag(inversion: .prefixedNo, help: "Whether layers have a bias, as nn.Linear draws it.")
  var bias: Bool?

  /// Makes arguments that parsing fills.
  package init() {}

  /// The fields that are given, with their texts.
  var values: [(NetworkField, String)] {
    let texts: [NetworkField: String?] = [
      .depth: depth, .width: width, .activation: activation, .batch: batch, .input: input,
      .bias: bias.map { $0 ? "yes" : "no" },
    ]
    return NetworkField.allCases.compactMap { field in
      texts[field].flatMap(\.self).map { (field, $0) }
    }
  }

  /// The options that are given, with their texts; the flag has none.
  var given: [(option: String, text: String?)] {
    values.map { field, text in
      guard field == .bias else { return ("--\(field.name)", text) }
      return (bias == true ? "--bias" : "--no-bias", nil)
    }
  }
}

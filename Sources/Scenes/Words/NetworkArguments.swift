internal import ArgumentParser
internal import Networks
internal import Words

/// The words for the network that a signal is sent through.
package struct NetworkArguments: ParsableArguments {
  @Option(parsing: .unconditional, help: .said(Phrase("help.depth"))) var depth: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.width"))) var width: String?
  @Option(help: .said(Phrase("help.activation"))) var activation: String?
  @Option(parsing: .unconditional, help: .said(Phrase("help.batch"))) var batch: String?
  @Option(help: .said(Phrase("help.input"))) var input: String?
  @Flag(inversion: .prefixedNo, help: .said(Phrase("help.bias"))) var bias: Bool?

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

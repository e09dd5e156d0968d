internal import Expressions
private import Words

extension InitializerError: CustomStringConvertible {
  /// The sentence a user of PyTorch reads.
  package var description: String { sentence(of: .pyTorch) }

  /// The sentence a user of a framework reads: its own words where it has some.
  package func sentence(of framework: Framework) -> String {
    framework.sentence(self) ?? plainSentence(of: framework)
  }

  private func plainSentence(of framework: Framework) -> String {
    let own = { (method: Method) in framework.entry(of: method).name }
    return switch self {
    case .unknownMethod(let name, let suggestions):
      "Unknown method '\(name.excerpt)'"
        + (suggestions.isEmpty
          ? "; the methods are \(Method.allCases.map(own).joined(separator: ", "))"
          : ". Did you mean \(suggestions.map { "'\($0)'" }.joined(separator: " or "))?")
    case .foreignParameter(let parameter, let method):
      "\(own(method)) takes no --\(parameter.rawValue); "
        + (framework.entry(of: method).parameters.isEmpty
          ? "it has no parameters"
          : "its parameters are "
            + framework.entry(of: method).parameters.map { "--\($0.rawValue)" }
            .joined(separator: ", "))
    case .invalidNumber(let parameter, let text):
      "--\(parameter) takes a number or an expression (\(Expression.grammar), fan_in, fan_out)"
        + (parameter == "gain" ? ", or a nonlinearity such as tanh or leaky_relu:0.2" : "")
        + ", not '\(text.excerpt)'"
    case .undefinedNumber(let parameter, let expression):
      "--\(parameter) takes a finite number, and '\(expression)' is none"
    case .invalidCount(let parameter, let text):
      "--\(parameter) takes a whole number, not '\(text.excerpt)'"
    case .notFinite(let parameter, let value):
      "--\(parameter.rawValue) takes a finite number, not \(Numeral.general(value))"
    case .needsMemory(let method, let bytes):
      "\(own(method)) needs the whole tensor in memory, here \(Numeral.bytes(bytes)); "
        + "the limit is \(Numeral.bytes(Recipe.memoryLimit))"
    case .invalidShape(let text):
      "--shape takes whole numbers such as 256,128 or 64x3x7x7, not '\(text.excerpt)'"
    case .negativeExtent(let extent):
      "--shape takes whole numbers from 0 up, not \(extent)"
    case .shapeTooLarge(let text):
      "--shape \(text) has more elements than the 2^61 that can be counted"
    case .invalidSeed(let text):
      "--seed takes a whole number from -2^63 to 2^64-1, not '\(text.excerpt)'"
    case .tooManyPasses(let law, let passes): Self.tooManyPasses(law, passes, framework)
    case .cannotFactorize(let method, let reason): "\(own(method)) cannot be drawn: \(reason)"
    default: "\(framework.title) refuses the call"
    }
  }

  private static func tooManyPasses(
    _ law: TruncatedNormal, _ passes: Double, _ framework: Framework
  ) -> String {
    let call =
      "trunc_normal with mean \(Numeral.shortest(law.location)), "
      + "std \(Numeral.shortest(law.signedScale)), a \(Numeral.shortest(law.low)) and "
      + "b \(Numeral.shortest(law.high))"
    return passes.isFinite
      ? "\(call) hardly ever draws a number that fits: it would take about "
        + "\(Numeral.general(passes, digits: 2)) passes over the tensor, in \(framework.title) as well; "
        + "the limit is \(Numeral.general(Recipe.passLimit, digits: 7))"
      : "\(call) never draws a number that fits, for float32 has none there: "
        + "the draw would not end, in \(framework.title) neither"
  }
}

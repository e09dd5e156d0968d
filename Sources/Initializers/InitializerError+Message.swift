internal import Expressions
private import Words

extension InitializerError {
  /// The sentence a user reads.
  package var description: String {
    switch self {
    case .unknownMethod(let name, let suggestions):
      "Unknown method '\(name.excerpt)'"
        + (suggestions.isEmpty
          ? "; the methods are \(Method.allCases.map(\.rawValue).joined(separator: ", "))"
          : ". Did you mean \(suggestions.map { "'\($0)'" }.joined(separator: " or "))?")
    case .foreignParameter(let parameter, let method):
      "\(method.rawValue) takes no --\(parameter.rawValue); "
        + (method.parameters.isEmpty
          ? "it has no parameters"
          : "its parameters are "
            + method.parameters.map { "--\($0.rawValue)" }.joined(separator: ", "))
    case .invalidNumber(let parameter, let text):
      "--\(parameter) takes a number or an expression (\(Expression.grammar), fan_in, fan_out)"
        + (parameter == "gain" ? ", or a nonlinearity such as tanh or leaky_relu:0.2" : "")
        + ", not '\(text.excerpt)'"
    case .undefinedNumber(let parameter, let expression):
      "--\(parameter) takes a finite number, and '\(expression)' is none"
    case .invalidCount(let parameter, let text):
      "--\(parameter) takes a whole number, not '\(text.excerpt)'"
    case .needsTwoDimensions: "Only tensors with 2 dimensions are supported"
    case .needsThreeToFiveDimensions: "Only tensors with 3, 4, or 5 dimensions are supported"
    case .indivisibleByGroups: "dim 0 must be divisible by groups"
    case .noGroups: "integer modulo by zero"
    case .needsTwoOrMoreDimensions: "Only tensors with 2 or more dimensions are supported"
    case .notFinite(let parameter, let value):
      "--\(parameter.rawValue) takes a finite number, not \(Numeral.general(value))"
    case .valueOverflow: "value cannot be converted to type float without overflow"
    case .needsMemory(let method, let bytes):
      "\(method.rawValue) needs the whole tensor in memory, here \(Numeral.bytes(bytes)); "
        + "the limit is \(Numeral.bytes(Recipe.memoryLimit))"
    case .invalidShape(let text):
      "--shape takes whole numbers such as 256,128 or 64x3x7x7, not '\(text.excerpt)'"
    case .negativeExtent(let extent):
      "--shape takes whole numbers from 0 up, not \(extent)"
    case .shapeTooLarge(let text):
      "--shape \(text) has more elements than the 2^61 that can be counted"
    case .invalidSeed(let text):
      "--seed takes a whole number from -2^63 to 2^64-1, not '\(text.excerpt)'"
    case .unsupportedNonlinearity(let name): "Unsupported nonlinearity \(name.excerpt)"
    case .unsupportedMode(let mode):
      "Mode \(mode.lowercased().excerpt) not supported, please use one of ['fan_in', 'fan_out']"
    case .tooFewDimensionsForFans:
      "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions"
    case .divisionByZero: "float division by zero"
    case .slopeTooLarge, .distanceTooLarge: "(34, 'Numerical result out of range')"
    case .tooManyPasses(let law, let passes): Self.tooManyPasses(law, passes)
    case .cannotFactorize(let method, let reason): "\(method.rawValue) cannot be drawn: \(reason)"
    case .outOfBoundsForFloat(let end): "\(end) is out of bounds for float"
    case .emptyRange(let from, let to):
      "uniform_ expects to return a [from, to) range, but found from="
        + "\(Numeral.general(from)) > to=\(Numeral.general(to))"
    case .rangeTooWide(let from, let to):
      "uniform_ expects to-from <= std::numeric_limits<Float>::max(), but found to="
        + "\(Numeral.general(to)) and from=\(Numeral.general(from)) "
        + "which result in to-from to exceed the limit"
    case .negativeStd(let std):
      "normal expects std >= 0.0, but found std \(Numeral.general(std))"
    }
  }
  private static func tooManyPasses(_ law: TruncatedNormal, _ passes: Double) -> String {
    let call =
      "trunc_normal with mean \(Numeral.shortest(law.location)), "
      + "std \(Numeral.shortest(law.signedScale)), a \(Numeral.shortest(law.low)) and "
      + "b \(Numeral.shortest(law.high))"
    return passes.isFinite
      ? "\(call) hardly ever draws a number that fits: it would take about "
        + "\(Numeral.general(passes, digits: 2)) passes over the tensor, in PyTorch as well; "
        + "the limit is \(Numeral.general(Recipe.passLimit, digits: 7))"
      : "\(call) never draws a number that fits, for float32 has none there: "
        + "the draw would not end, in PyTorch neither"
  }
}

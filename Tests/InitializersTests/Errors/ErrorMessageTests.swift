import Initializers
import Testing
import Words

/// The words of every error and warning.
@Suite struct `Errors are sentences` {
  @Test(arguments: [
    (
      InitializerError.unknownMethod("xavier_unifrm", suggestions: ["xavier_uniform"]),
      "Unknown method 'xavier_unifrm'. Did you mean 'xavier_uniform'?"
    ),
    (
      .unknownMethod("xavier", suggestions: ["xavier_uniform", "xavier_normal"]),
      "Unknown method 'xavier'. Did you mean 'xavier_uniform' or 'xavier_normal'?"
    ),
    (
      .undefinedNumber("mean", "1/0"), "--mean takes a finite number, and '1/0' is none"
    ),
    (
      .foreignParameter(.mean, .xavierUniform),
      "xavier_uniform takes no --mean; its parameters are --gain"
    ),
    (.foreignParameter(.std, .zeros), "zeros takes no --std; it has no parameters"),
    (
      .foreignParameter(.gain, .kaimingNormal),
      "kaiming_normal takes no --gain; its parameters are --a, --mode, --nonlinearity"
    ),
    (
      .invalidNumber("std", "big"),
      "--std takes a number or an expression (+ - * / **, sqrt, log, exp, pi, e, fan_in, fan_out), "
        + "not 'big'"
    ),
    (
      .invalidNumber("std", String(repeating: "1*", count: 60)),
      "--std takes a number or an expression (+ - * / **, sqrt, log, exp, pi, e, fan_in, fan_out), "
        + "not '\(String(repeating: "1*", count: 39))1…'"
    ),
    (
      .invalidNumber("gain", "1..2"),
      "--gain takes a number or an expression (+ - * / **, sqrt, log, exp, pi, e, fan_in, fan_out), "
        + "or a nonlinearity such as tanh or leaky_relu:0.2, not '1..2'"
    ),
    (
      .invalidShape("2,b"),
      "--shape takes whole numbers such as 256,128 or 64x3x7x7, not '2,b'"
    ),
    (.negativeExtent(-3), "--shape takes whole numbers from 0 up, not -3"),
    (
      .shapeTooLarge("9,9"),
      "--shape 9,9 has more elements than the 2^61 that can be counted"
    ),
    (.invalidSeed("1.5"), "--seed takes a whole number from -2^63 to 2^64-1, not '1.5'"),
    (.unsupportedNonlinearity("gelu"), "Unsupported nonlinearity gelu"),
    (.unsupportedNonlinearity("ReLU"), "Unsupported nonlinearity ReLU"),
    (.unsupportedNonlinearity(""), "Unsupported nonlinearity "),
    (
      .unsupportedMode("FAN_AVG"),
      "Mode fan_avg not supported, please use one of ['fan_in', 'fan_out']"
    ),
    (
      .tooFewDimensionsForFans(1),
      "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions"
    ),
    (.divisionByZero, "float division by zero"),
    (.slopeTooLarge, "(34, 'Numerical result out of range')"),
    (.distanceTooLarge, "(34, 'Numerical result out of range')"),
    (
      .cannotFactorize(.orthogonal, reason: "LAPACK's sgeqrf failed with status -4"),
      "orthogonal cannot be drawn: LAPACK's sgeqrf failed with status -4"
    ),
    (.outOfBoundsForFloat("from"), "from is out of bounds for float"),
    (.outOfBoundsForFloat("to"), "to is out of bounds for float"),
    (
      .emptyRange(from: 0.925820099772551, to: -0.925820099772551),
      "uniform_ expects to return a [from, to) range, but found from=0.92582 > to=-0.92582"
    ),
    (
      .emptyRange(from: -0.0, to: -1e-45),
      "uniform_ expects to return a [from, to) range, but found from=-0 > to=-1e-45"
    ),
    (
      .rangeTooWide(from: -3e38, to: 3e38),
      "uniform_ expects to-from <= std::numeric_limits<Float>::max(), but found to=3e+38 and "
        + "from=-3e+38 which result in to-from to exceed the limit"
    ),
    (.negativeStd(-1), "normal expects std >= 0.0, but found std -1"),
    (.negativeStd(.nan), "normal expects std >= 0.0, but found std nan"),
  ])
  func `an error names what was given and what is accepted`(
    error: InitializerError, sentence: String
  ) {
    #expect(error.description == sentence)
  }

  @Test func `a method unlike any other gets the list`() {
    let sentence = InitializerError.unknownMethod("x", suggestions: []).description
    #expect(
      sentence.hasPrefix(
        "Unknown method 'x'; the methods are uniform, normal, trunc_normal, xavier_un"))
    for method in Framework.pyTorch.methods { #expect(sentence.contains(method.rawValue)) }
  }

  @Test func `a warning has PyTorch's words`() {
    let words = "Initializing zero-element tensors is a no-op"
    #expect(Framework.pyTorch.warning(.zeroElements) == words)
  }

  // Keras's names of classes are those of functions.
  @Test(arguments: [("HeNormal", "kaiming_normal"), ("Uniform", "uniform"), ("Zeros", "zeros")])
  func `a class's name is taken for its function`(name: String, method: String) throws {
    #expect(try Initializers.Method(parsing: name).rawValue == method)
  }

  // lecun_normal is N(0, 1/fan_in), Kaiming's law of gain 1; he is He's, not eye.
  @Test(arguments: [
    ("xavier_unifrom", ["xavier_uniform"]), ("xavier", ["xavier_uniform", "xavier_normal"]),
    ("kaiming_norml", ["kaiming_normal"]), ("kaiming", ["kaiming_uniform", "kaiming_normal"]),
    ("xavieruniform", ["xavier_uniform"]), ("nrmal_", ["normal"]),
    ("glorot_unifom", ["xavier_uniform"]),
    ("glorot", ["xavier_uniform", "xavier_normal"]), ("he", ["kaiming_uniform", "kaiming_normal"]),
    ("lecun_normal", ["lecun_normal --framework keras", "kaiming_normal --nonlinearity linear"]),
    (
      "lecun_uniform_",
      ["lecun_uniform --framework keras", "kaiming_uniform --nonlinearity linear"]
    ),
    ("Linear", ["layer dense --in 784 --out 256"]),
    ("variance_scaling", ["variance_scaling --framework keras"]),
    ("truncated_normal", ["trunc_normal"]), ("trunc", ["trunc_normal"]), ("gaussian", ["normal"]),
    ("identity", ["eye"]), ("normal01", ["normal"]), ("zero", ["zeros"]),
    ("nn.init.xavier_unifrm_", ["xavier_uniform"]), ("bert", []), ("", []), ("ey", ["eye"]),
    ("dye", []), ("tons", []), (String(repeating: "n", count: 100_000), []),
  ])
  func `an unknown method is guessed by its beginning or as a known synonym`(
    name: String, suggestions: [String]
  ) {
    #expect(throws: InitializerError.unknownMethod(name, suggestions: suggestions)) {
      try Method(parsing: name)
    }
  }

  @Test(arguments: [
    ("torch.nn.init.xavier_uniform_", Method.xavierUniform), ("nn.init.eye_", .eye),
    ("init.he_normal_", .kaimingNormal), ("glorot_uniform", .xavierUniform), ("ones_", .ones),
  ])
  func `a method is known by its names in code`(name: String, method: Method) throws {
    #expect(try Method(parsing: name) == method)
  }

  @Test func `names that are truncated elsewhere are said to be so`() {
    #expect(
      Method.note(on: "nn.init.he_normal_").map { Catalogue.english($0) }
        == "he_normal is cut at two standard deviations in Keras and JAX; here, as in PyTorch, "
        + "kaiming_normal is not")
    #expect(
      Method.note(on: "glorot_normal").map({ Catalogue.english($0) })?.contains(
        "xavier_normal is not") == true)
    for name in ["kaiming_normal", "xavier_normal", "he_uniform", "glorot_uniform", "", "bert"] {
      #expect(Method.note(on: name) == nil)
    }
  }

  @Test(arguments: [
    (
      "xavier_uniform", "--gain -1", [3, 4],
      InitializerError.emptyRange(
        from: 0.9258200997725514, to: -0.9258200997725514)
    ),
    ("kaiming_uniform", "--a nan", [3, 4], .outOfBoundsForFloat("from")),
    ("kaiming_normal", "--a 1e200", [3, 4], .slopeTooLarge),
    ("xavier_normal", "--gain leaky_relu:1e200", [3, 4], .slopeTooLarge),
    ("xavier_uniform", "--gain inf", [3, 4], .outOfBoundsForFloat("from")),
    ("uniform", "--a -3.5e38", [3], .outOfBoundsForFloat("from")),
    ("uniform", "--b nan", [3], .outOfBoundsForFloat("to")),
    ("normal", "--std -1", [0, 5], .negativeStd(-1)),
    ("xavier_normal", "--gain 1", [0, 0], .divisionByZero),
  ])
  func `PyTorch's refusals come from the call itself`(
    method: String, option: String, extents: [Int], error: InitializerError
  ) throws {
    let parts = option.dropFirst(2).split(separator: " ").map(String.init)
    var initializer = Initializer(try Method(parsing: method))
    try initializer.set(try #require(Parameter(rawValue: parts[0])), to: parts[1])
    #expect(throws: error) { try Recipe(initializer, shape: Shape(extents)) }
  }

  @Test func `a slope is squared only where it counts`() throws {
    var initializer = Initializer(.kaimingNormal)
    try initializer.set(.a, to: "1e200")
    #expect(try Recipe(initializer, shape: Shape([0, 3])).draw == .nothing)
    try initializer.set(.nonlinearity, to: "relu")
    #expect(try Recipe(initializer, shape: Shape([2, 3])).gain == 2.0.squareRoot())
  }

  @Test func `a parameter of another method is refused`() {
    for method in Framework.pyTorch.methods {
      var initializer = Initializer(method)
      for parameter in Parameter.allCases where !Initializer(method).parameters.contains(parameter)
      {
        #expect(throws: InitializerError.foreignParameter(parameter, method)) {
          try initializer.set(parameter, to: "1")
        }
      }
      #expect(initializer == Initializer(method))
    }
  }
}

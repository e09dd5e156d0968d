import Initializers
import Testing

/// `torch.nn.init.calculate_gain`.
@Suite struct `A gain` {
  // math.sqrt(2), 5/3 and math.sqrt(2/(1+0.01**2)) as Python has them.
  @Test(arguments: [
    ("linear", 1.0), ("conv1d", 1), ("conv2d", 1), ("conv3d", 1), ("conv_transpose1d", 1),
    ("conv_transpose2d", 1), ("conv_transpose3d", 1), ("sigmoid", 1), ("tanh", 1.6666666666666667),
    ("relu", 1.4142135623730951), ("leaky_relu", 1.4141428569978354), ("selu", 0.75),
  ])
  func `is PyTorch's`(name: String, gain: Double) throws {
    let nonlinearity = try Nonlinearity(parsing: name)
    #expect(nonlinearity.gain() == gain)
    #expect(try GainChoice(parsing: name).value == gain)
    // Only leaky_relu has a slope; the others pass one over.
    if name != "leaky_relu" { #expect(nonlinearity.gain(negativeSlope: 3) == gain) }
  }

  @Test func `covers every name`() { #expect(Nonlinearity.allCases.count == 12) }

  @Test(arguments: [
    (0.0, 1.4142135623730951), (1, 1), (-0.2, 1.3867504905630728), (0.2, 1.3867504905630728),
    (2.23606797749979, 0.5773502691896257), (.infinity, 0), (1e200, 0),
  ])
  func `of leaky_relu follows its slope`(slope: Double, gain: Double) {
    #expect(Nonlinearity.leakyRelu.gain(negativeSlope: slope) == gain)
  }

  @Test(arguments: ["gelu", "silu", "ReLU", "identity", "", "RELU", "relu ", "mish"])
  func `of any other name is PyTorch's error`(name: String) {
    #expect(throws: InitializerError.unsupportedNonlinearity(name)) {
      try Nonlinearity(parsing: name)
    }
  }

  @Test(arguments: [
    ("2", 2.0, "2", "2"), ("sqrt(2)", 1.4142135623730951, "sqrt(2)", "math.sqrt(2)"),
    ("tanh", 1.6666666666666667, "tanh", "nn.init.calculate_gain('tanh')"),
    (
      "leaky_relu:0.2", 1.3867504905630728, "leaky_relu:0.2",
      "nn.init.calculate_gain('leaky_relu', 0.2)"
    ),
    (
      "leaky_relu:sqrt(5)", 0.5773502691896257, "leaky_relu:sqrt(5)",
      "nn.init.calculate_gain('leaky_relu', math.sqrt(5))"
    ),
  ])
  func `is a number or a nonlinearity`(
    text: String, value: Double, description: String, python: String
  ) throws {
    let gain = try GainChoice(parsing: text)
    #expect(gain.value == value)
    #expect(gain.description == description)
    #expect(gain.python == python)
    #expect(try GainChoice(parsing: gain.description) == gain)
  }

  @Test(arguments: [
    ("gelu", InitializerError.unsupportedNonlinearity("gelu")),
    ("gelu:0.1", .unsupportedNonlinearity("gelu")), ("", .invalidNumber("gain", "")),
    ("1..2", .invalidNumber("gain", "1..2")), ("leaky_relu:x", .invalidNumber("gain", "x")),
    ("leaky_relu:", .invalidNumber("gain", "")), (":1", .invalidNumber("gain", ":1")),
    ("--seed", .invalidNumber("gain", "--seed")),
  ])
  func `is refused otherwise`(text: String, error: InitializerError) {
    #expect(throws: error) { try GainChoice(parsing: text) }
  }
}

import MeanField
import Testing
import Words

@Suite struct ActivationTests {
  @Test("Values and derivatives are PyTorch's", arguments: TorchActivations.rows.indices)
  func torch(index: Int) {
    let row = TorchActivations.rows[index]
    for (x, expected) in zip(TorchActivations.points, row.values) {
      #expect(agree(row.activation.value(x), expected, 1e-14, absolute: 1e-15))
    }
    for (x, expected) in zip(TorchActivations.points, row.slopes) {
      #expect(agree(row.activation.derivative(x), expected, 1e-13, absolute: 1e-15))
    }
  }

  @Test("Far out values are PyTorch's, its undefined ones included")
  func infinities() {
    let expected: [(Activation, Double, Double)] = [
      (.linear, .infinity, -.infinity), (.relu, .infinity, 0),
      (.leakyRelu(), .infinity, -.infinity), (.tanh, 1, -1), (.sigmoid, 1, 0),
      (.selu, .infinity, -1.7580993408473766), (.gelu, .infinity, .nan), (.silu, .infinity, .nan),
      (.mish, .infinity, .nan), (.elu, .infinity, -1), (.softplus, .infinity, 0),
    ]
    for (activation, right, left) in expected {
      #expect(agree(activation.value(Double.infinity), right))
      #expect(agree(activation.value(-Double.infinity), left))
      #expect(activation.value(Double.nan).isNaN)
      #expect(activation == .linear || activation.derivative(Double.nan).isNaN)
    }
  }

  @Test("A derivative is the slope of the value", arguments: Activation.allCases)
  func slope(activation: Activation) {
    for x in [-30.0, -7.3, -2, -0.4, 0.3, 1.9, 8, 19, 31] {
      let step = 1e-5
      let difference = (activation.value(x + step) - activation.value(x - step)) / (2 * step)
      #expect(agree(activation.derivative(x), difference, 1e-7, absolute: 1e-9))
    }
  }

  @Test("Names and slopes parse to what they describe", arguments: Activation.allCases)
  func parsing(activation: Activation) throws {
    #expect(try Activation(parsing: activation.name) == activation)
    #expect(try Activation(parsing: "leaky_relu:0.2") == .leakyRelu(slope: 0.2))
    #expect(
      try Activation(parsing: "\(Activation.leakyRelu(slope: -1e-3))") == .leakyRelu(slope: -1e-3))
  }

  @Test(
    "What is refused is named with what is accepted",
    arguments: [
      (
        "Tanh",
        "Unsupported activation 'Tanh': use linear, relu, leaky_relu, tanh, sigmoid, selu, gelu, "
          + "silu, mish, elu or softplus"
      ),
      (
        "",
        "Unsupported activation '': use linear, relu, leaky_relu, tanh, sigmoid, selu, gelu, "
          + "silu, mish, elu or softplus"
      ),
      ("relu:0.1", "'relu' takes no slope: only leaky_relu does, as in 'leaky_relu:0.2'"),
      (
        "leaky_relu:",
        "Invalid slope '': use a finite number or an expression, as in 'leaky_relu:0.2' or "
          + "'leaky_relu:sqrt(5)'"
      ),
      (
        "leaky_relu:inf",
        "Invalid slope 'inf': use a finite number or an expression, as in 'leaky_relu:0.2' or "
          + "'leaky_relu:sqrt(5)'"
      ),
    ])
  func refusals(text: String, message: String) {
    let error = #expect(throws: MeanFieldError.self) { try Activation(parsing: text) }
    #expect(error?.description == message)
  }

  @Test("An expression is a slope, and swish is silu")
  func otherForms() throws {
    #expect(
      try Activation(parsing: "leaky_relu:sqrt(5)") == .leakyRelu(slope: 5.0.squareRoot()))
    #expect(try Activation(parsing: "leaky_relu:1/3") == .leakyRelu(slope: 1 / 3))
    #expect(try Activation(parsing: "swish") == .silu)
  }

  @Test("Kinks are where PyTorch has them")
  func kinks() {
    #expect(Activation.allCases.filter { $0.kinks == [0] } == [.relu, .leakyRelu(), .selu, .elu])
    #expect(Activation.softplus.kinks == [20] && Activation.tanh.kinks.isEmpty)
    #expect(Activation.leakyRelu(slope: 1).kinks.isEmpty)
  }
}

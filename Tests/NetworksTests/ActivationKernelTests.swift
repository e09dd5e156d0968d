import MeanField
import Testing

@testable import Networks

@Suite("Activations in single precision")
struct ActivationKernelTests {
  static let activations = Activation.allCases + [.leakyRelu(slope: 0.2), .leakyRelu(slope: -0.5)]

  @Test("Values and slopes are those of double precision", arguments: activations)
  func agreesWithDoublePrecision(activation: Activation) {
    // 37 elements, no multiple of a vector, around 0 and far from it.
    for reach: Float in [1e-4, 0.1, 2, 15, 90] {
      let signal = (0..<37).map { reach * Float($0 - 18) / 18 }
      var values = [Float](repeating: 0, count: 37)
      var slopes = values
      activation.apply(to: signal, values: &values, derivatives: &slopes)
      for (index, x) in signal.enumerated() {
        let (value, slope) = (activation.value(Double(x)), activation.derivative(Double(x)))
        #expect(abs(Double(values[index]) - value) <= 5e-7 * max(abs(value), Double(abs(x)), 1e-4))
        #expect(abs(Double(slopes[index]) - slope) <= 5e-7)
      }
    }
  }

  @Test("Near 0 nothing cancels", arguments: [Activation.tanh, .elu, .selu, .gelu, .silu, .mish])
  func nothingCancels(activation: Activation) {
    let signal: [Float] = [-1e-3, -1e-6, -1e-20, 1e-20, 1e-6, 1e-3]
    var values = [Float](repeating: 0, count: 6)
    var slopes = values
    activation.apply(to: signal, values: &values, derivatives: &slopes)
    for (x, value) in zip(signal, values) {
      #expect(abs(Double(value) / activation.value(Double(x)) - 1) < 5e-7)
    }
  }

  @Test("What is not a number stays so, and infinities do not trap", arguments: activations)
  func specialValuesPass(activation: Activation) {
    let signal: [Float] = [.nan, .infinity, -.infinity, 3e38, -3e38]
    var values = [Float](repeating: 0, count: 5)
    var slopes = values
    activation.apply(to: signal, values: &values, derivatives: &slopes)
    #expect(values[0].isNaN)
    #expect(values[1] == Float(activation.value(Double.infinity)))
    #expect(values[3] == Float(activation.value(Double(signal[3]))))
  }
}

import Glibc
import MeanField
import Testing

@Suite struct ExpectationTests {
  @Test("Moments are the reference table's", arguments: MomentRow.table.indices)
  func table(index: Int) {
    let row = MomentRow.table[index]
    #expect(agree(row.activation.secondMoment(row.q), row.second, 1e-10))
    #expect(agree(row.activation.derivativeSecondMoment(row.q), row.slopes, 1e-10))
    #expect(agree(row.activation.mean(row.q), row.mean, 1e-10, absolute: 1e-15))
  }

  @Test("Moments hold twelve digits from q = 10⁻¹² to 10⁶", arguments: PreciseMoments.table.indices)
  func precise(index: Int) {
    let row = PreciseMoments.table[index]
    #expect(agree(row.activation.secondMoment(row.q), row.second, 1e-12))
    #expect(agree(row.activation.derivativeSecondMoment(row.q), row.slopes, 1e-12))
    #expect(agree(row.activation.mean(row.q), row.mean, 1e-12, absolute: 1e-15))
    #expect(agree(row.activation.kurtosis(row.q), row.kurtosis, 1e-12))
    #expect(agree(row.activation.secondMomentSlope(row.q), row.slope, 3e-11))
  }

  @Test("Piecewise linear activations have closed forms")
  func homogeneous() {
    for q in [0, 1e-12, 0.3, 1, 1e6] {
      #expect(Activation.relu.secondMoment(q) == q / 2)
      #expect(Activation.relu.derivativeSecondMoment(q) == 0.5)
      #expect(agree(Activation.relu.mean(q), (q / (2 * .pi)).squareRoot()))
      #expect(agree(Activation.leakyRelu(slope: 0.2).secondMoment(q), 0.52 * q))
      #expect(agree(Activation.leakyRelu(slope: 0.2).derivativeSecondMoment(q), 0.52))
      #expect(Activation.linear.secondMoment(q) == q && Activation.linear.mean(q) == 0)
    }
    let root = 3.0.squareRoot()
    let closed: Double = 1.0 / 3 + 1 / (2 * Double.pi * root)
    #expect(agree(Activation.gelu.secondMoment(1), closed))
  }

  /// E (eˣ − 1)² over x < 0 by the error function: ½(e^{2q}erfc√(2q) − 2e^{q/2}erfc√(q/2) + 1).
  @Test("elu and selu agree with the error function", arguments: [0.05, 0.3, 1, 4, 20])
  func errorFunction(q: Double) {
    func tail(_ a: Double) -> Double { exp(a * a * q / 2) * erfc(a * (q / 2).squareRoot()) / 2 }
    let below = tail(2) - 2 * tail(1) + 0.5
    #expect(agree(Activation.elu.secondMoment(q), below + q / 2, 1e-12))
    #expect(agree(Activation.elu.derivativeSecondMoment(q), tail(2) + 0.5, 1e-12))
    let (scale, alpha) = (1.0507009873554805, 1.6732632423543772)
    let square = scale * scale
    #expect(
      agree(Activation.selu.secondMoment(q), square * (alpha * alpha * below + q / 2), 1e-12))
    #expect(
      agree(
        Activation.selu.derivativeSecondMoment(q), square * (alpha * alpha * tail(2) + 0.5), 1e-12))
    let mean = (q / (2 * .pi)).squareRoot()
    #expect(agree(Activation.elu.mean(q), mean + tail(1) - 0.5, 1e-11))
  }

  @Test("V rises and V′ is its slope", arguments: Activation.allCases)
  func slope(activation: Activation) {
    var last = activation.secondMoment(0)
    for exponent in stride(from: -10.0, through: 6, by: 0.5) {
      let q = pow(10, exponent)
      let present = activation.secondMoment(q)
      #expect(present > last)
      last = present
      let step = 1e-3
      func second(_ multiple: Double) -> Double {
        activation.secondMoment(q * (1 + multiple * step))
      }
      let difference =
        (8 * (second(1) - second(-1)) - (second(2) - second(-2))) / (12 * step * q)
      let rounding = 1e-12 * present / q
      #expect(agree(activation.secondMomentSlope(q), difference, 1e-8, absolute: rounding))
    }
  }

  @Test("GELU's derivatives follow from its moments")
  func gelu() {
    // V′ − D = E f f″ changes sign at the critical (3 + √17)/2.
    let q = (3 + 17.0.squareRoot()) / 2
    let gelu = Activation.gelu
    #expect(agree(gelu.secondMomentSlope(q), gelu.derivativeSecondMoment(q), 1e-14))
  }

  @Test("The kurtosis and log slope are the reference's")
  func fluctuations() {
    #expect(Activation.relu.kurtosis(1) == 6)
    #expect(agree(Activation.tanh.kurtosis(1) - 1, 0.6272908060148712, 1e-11))
    #expect(agree(Activation.gelu.kurtosis(1) - 1, 6.215614285840872, 1e-11))
    // The reference's slopes are differences.
    #expect(agree(LengthMap(.tanh, weightVariance: 1).elasticity(1), 0.46107083052082665, 1e-9))
    #expect(agree(LengthMap(.gelu, weightVariance: 1).elasticity(1), 1.1440631968118176, 1e-9))
  }

  @Test("Any q gives a number, a limit or NaN", arguments: Activation.allCases)
  func edges(activation: Activation) {
    let moments: [(Double) -> Double] = [
      activation.secondMoment, activation.derivativeSecondMoment, activation.mean,
      activation.secondMomentSlope, activation.kurtosis,
    ]
    for moment in moments {
      #expect(moment(-1).isNaN && moment(.nan).isNaN)
      #expect(!moment(0).isNaN && !moment(.infinity).isNaN)
      #expect(!moment(.leastNonzeroMagnitude).isNaN && !moment(.greatestFiniteMagnitude).isNaN)
    }
    #expect(activation.secondMoment(0) == activation.value(0.0) * activation.value(0.0))
    let far = activation.derivativeSecondMoment(.infinity)
    #expect(agree(activation.derivativeSecondMoment(1e12), far, 1e-4, absolute: 1e-5))
    #expect(agree(activation.secondMomentSlope(1e12), far, 1e-4, absolute: 1e-5))
  }
}

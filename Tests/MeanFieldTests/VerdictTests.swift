import MeanField
import Testing

@Suite struct VerdictTests {
  static func verdict(_ activation: Activation, _ weights: Double, _ bias: Double = 0) -> Verdict {
    let map = LengthMap(activation, weightVariance: weights, biasVariance: bias)
    let first = map.firstLength(inputMeanSquare: 1)
    return Verdict(
      meanSquares: map.lengths(from: first, layers: 30), destination: map.destination(from: first))
  }

  @Test("Each kind has its sentence")
  func sentences() {
    #expect(Self.verdict(.relu, 1).description == "halves every layer: rms × 2⁻¹⁵ after 30")
    #expect(Self.verdict(.relu, 4).description == "doubles every layer: rms × 2¹⁵ after 30")
    #expect(Self.verdict(.relu, 2).description == "keeps its size")
    #expect(
      Self.verdict(.relu, 1.0 / 3).description
        == "shrinks to 0.167 a layer: rms × 2.13·10⁻¹² after 30")
    #expect(Self.verdict(.tanh, 25.0 / 9).description == "settles at rms 1.09")
    #expect(Self.verdict(.selu, 0.5625).kind == .settles)
    #expect(Self.verdict(.relu, 1.0 / 3, 1.0 / 768).description == "settles at rms 0.0395")
    #expect(Self.verdict(.tanh, 1).kind == .vanishes)
  }

  @Test("Gradients are spoken of in the plural")
  func gradients() {
    let map = LengthMap(.tanh, weightVariance: 25.0 / 9)
    let gradients = map.gradients(lengths: map.lengths(from: 25.0 / 9, layers: 40))
    let verdict = Verdict(meanSquares: gradients.reversed(), subject: .gradients)
    #expect(verdict.kind == .explodes && agree(verdict.factor, 1.209831, 1e-5))
    #expect(verdict.description == "gradients grow 1.21 a layer: rms × 30.8 after 40")
    func words(_ values: [Double]) -> String {
      Verdict(meanSquares: values, subject: .gradients).description
    }
    #expect(words([1, 1, 1]) == "gradients keep their size")
    #expect(words([1, 0.5, 0.25, 0.125]) == "gradients halve every layer: rms × 2⁻² after 4")
    #expect(words([1, 0]) == "gradients vanish: nothing is left at layer 1")
    #expect(words([9, 4, 4, 4, 4, 4, 4]) == "gradients settle at rms 2")
  }

  @Test("A sequence that ends in nothing or in no number says where")
  func ends() {
    #expect(
      Verdict(meanSquares: [1, 1e-20, 0, 0]).description == "vanishes: nothing is left at layer 3")
    #expect(
      Verdict(meanSquares: [1, .infinity]).description
        == "explodes: no finite number is left at layer 2")
    #expect(Verdict(meanSquares: [1, .nan]).lostAt == 2)
    #expect(Verdict(meanSquares: [-1]).kind == .explodes)
    #expect(Verdict(meanSquares: []).kind == .keeps && Verdict(meanSquares: [5]).kind == .keeps)
    #expect(Verdict(meanSquares: []).last.isNaN)
  }

  @Test("Noise of a finite width is no change")
  func noise() {
    let wandering = [2, 1.8, 2.1, 1.5, 1.2, 1.1]
    #expect(Verdict(meanSquares: wandering).kind == .vanishes)
    #expect(Verdict(meanSquares: wandering, logarithmicDeviation: 0.3).kind == .keeps)
    #expect(Verdict(meanSquares: wandering, logarithmicDeviation: .nan).kind == .vanishes)
  }

  @Test("Extreme rates are written without a trap")
  func extremes() {
    #expect(!Verdict(meanSquares: [1e-300, 1e300]).description.isEmpty)
    #expect(
      !Verdict(meanSquares: [1e300, 1e-300, Double.leastNonzeroMagnitude]).description.isEmpty)
    let one = Verdict(meanSquares: Array(repeating: Double.leastNonzeroMagnitude, count: 9))
      .description
    #expect(one == "keeps its size")
    #expect(agree(Verdict(meanSquares: [1, 1e-4, 1e-8]).rootFactor, 0.01))
  }
}

extension VerdictTests {
  @Test("Where the rate changes, the total is what became of the first layer's")
  func uneven() {
    let map = LengthMap(.tanh, weightVariance: 1)
    let lengths = map.lengths(from: 1, layers: 20)
    let verdict = Verdict(meanSquares: lengths, destination: .vanishes)
    #expect(verdict.kind == .vanishes)
    #expect(abs(verdict.totalRootFactor - (lengths[19] / lengths[0]).squareRoot()) < 1e-12)
  }

  @Test("The rate never goes the other way than the whole")
  func direction() {
    let verdict = Verdict(meanSquares: [10, 1, 1.02, 1.04, 1.06])
    #expect(verdict.kind == .vanishes && verdict.factor < 1)
  }
}

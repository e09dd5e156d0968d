import MeanField
import TestSupport
import Testing

@Suite struct LengthMapTests {
  /// Layers, from 1, with their mean squares.
  static let lengths: [(Activation, Double, Double, Double, [(Int, Double)])] = [
    (.relu, 2, 0, 1, [(1, 2), (30, 2)]),
    (.relu, 1, 0, 1, [(1, 1), (5, 0.0625), (22, 4.76837158203127e-07), (30, 1.86264514923e-09)]),
    (
      .tanh, 1.69, 0.09, 1,
      [
        (1, 1.78), (2, 0.9336648410148151), (3, 0.7353162052376413), (5, 0.6326908218882107),
        (10, 0.6076389823851918), (20, 0.6070471272525141), (40, 0.607046791909431),
      ]
    ),
    (
      .tanh, 25.0 / 9, 0, 1,
      [
        (1, 2.777777777777778), (2, 1.6018104996822573), (3, 1.3338919919808485),
        (5, 1.2048885593476304), (10, 1.1788654069934446), (40, 1.1784804903859123),
      ]
    ),
    (
      .tanh, 1, 0, 1,
      [
        (2, 0.3942944903978), (5, 0.12790473529941496), (10, 0.058011847840222924),
        (20, 0.027286159536223605), (30, 0.017760803411248555), (50, 0.01043073840081372),
      ]
    ),
    (
      .selu, 0.5625, 0, 1,
      [
        (1, 0.5625), (10, 0.06655999878891189), (20, 0.034978424627408175),
        (50, 0.02386070326145275),
      ]
    ),
    (
      .relu, 1.0 / 3, 1.0 / 768, 1,
      [
        (1, 0.33463541666666663), (2, 0.057074652777777776), (3, 0.010814525462962963),
        (5, 0.0018195007073045265), (10, 0.0015625330505024825), (20, 0.0015625000000005465),
      ]
    ),
  ]

  @Test("Mean squares follow the reference through depth", arguments: lengths.indices)
  func depth(index: Int) {
    let (activation, weights, bias, input, expected) = Self.lengths[index]
    let map = LengthMap(activation, weightVariance: weights, biasVariance: bias)
    let lengths = map.lengths(from: map.firstLength(inputMeanSquare: input), layers: 50)
    #expect(lengths.count == 50)
    for (layer, value) in expected { #expect(agree(lengths[layer - 1], value, 1e-10)) }
  }

  @Test("Fixed points, susceptibilities and scales are the reference's")
  func tanh() throws {
    let rows: [(Double, Double, Double, Double, Double, Double)] = [
      (0.5, 0.3, 0.11340922245637397, 0.09363688982547257, 0.2085366999692025, 0.5689018794711025),
      (1, 0.3, 0.2762991928719663, 0.18629919287193025, 0.7002581466029605, 1.3371272334838784),
    ]
    for (weights, bias, length, second, growth, lengthScale) in rows {
      let map = LengthMap(.tanh, weightVariance: weights * weights, biasVariance: bias * bias)
      #expect(map.fixedPoints.count == 1)
      let point = try #require(map.fixedPoints.first)
      #expect(agree(point.length, length, 1e-10))
      #expect(agree(map.activation.secondMoment(point.length), second, 1e-10))
      #expect(agree(point.perpendicularSusceptibility, growth, 1e-10))
      #expect(agree(point.lengthScale, lengthScale, 1e-6))
      #expect(point.stability == .stable)
    }
  }

  @Test("tanh with gain 5/3 settles while gradients grow by 1.21 a layer")
  func fiveThirds() throws {
    let map = LengthMap(.tanh, weightVariance: 25.0 / 9)
    #expect(map.fixedPoints.map(\.stability) == [.unstable, .stable])
    let point = try #require(map.fixedPoints.last)
    #expect(agree(point.length, 1.1784804903858752, 1e-10))
    let output = map.activation.secondMoment(point.length).squareRoot()
    #expect(agree(output, 0.6513470476934103, 1e-10))
    #expect(agree(point.perpendicularSusceptibility, 1.209831, 1e-6))
    #expect(map.destination(from: 1) == .settles(point))
    let lengths = map.lengths(from: 25.0 / 9, layers: 20)
    let correlations = map.correlations(ofInputs: 0.6, lengths: lengths)
    let expected = [0.6, 0.5398338471614846, 0.49885269162214346]
    for (c, value) in zip(correlations, expected) { #expect(agree(c, value, 1e-10)) }
    #expect(agree(correlations[4], 0.4326442564464669, 1e-10))
    #expect(agree(correlations[19], 0.13599986871395234, 1e-9))
  }

  @Test("Correlations with a bias follow the reference")
  func correlations() {
    let map = LengthMap(.tanh, weightVariance: 1.69, biasVariance: 0.09)
    let lengths = map.lengths(from: map.firstLength(inputMeanSquare: 1), layers: 10)
    let correlations = map.correlations(ofInputs: 0.6, lengths: lengths)
    let expected = [
      (1, 0.6202247191011235), (2, 0.6158073237484469), (3, 0.6390593623761064),
      (5, 0.7001023396193845), (10, 0.8153312984190683),
    ]
    for (layer, value) in expected { #expect(agree(correlations[layer - 1], value, 1e-10)) }
  }

  @Test("relu's correlations have Cho and Saul's form, and quadrature agrees where c is near 1")
  func arcCosine() {
    let relu = LengthMap(.relu, weightVariance: 2)
    #expect(agree(relu.nextCorrelation(0, length: 3), 1 / .pi))
    #expect(agree(relu.nextCorrelation(-1, length: 3), 0, absolute: 1e-15))
    #expect(relu.nextCorrelation(1, length: 3) == 1)
    #expect(relu.nextCorrelation(1.5, length: 3).isNaN)
  }

  @Test(
    "The critical line of tanh is the reference's",
    arguments: [
      (0, 1, 0), (2.01e-05, 1.0499956284990393, 0.025918602748049323),
      (0.001, 1.1891895852346808, 0.10729235614753242),
      (0.01, 1.4242052904885958, 0.27330091345823143),
    ])
  func criticalLine(bias: Double, weights: Double, length: Double) {
    let map = LengthMap(.tanh, weightVariance: weights, biasVariance: bias)
    #expect(bias == 0 || agree(map.fixedPoints.first?.length ?? 0, length, 1e-8))
    #expect(agree(map.perpendicularSusceptibility(length), 1, 1e-8))
  }

  @Test("Homogeneous activations keep, lose or gain")
  func homogeneous() {
    #expect(LengthMap(.relu, weightVariance: 2).destination(from: 7) == .keeps)
    #expect(LengthMap(.relu, weightVariance: 2).fixedPoints.isEmpty)
    #expect(LengthMap(.relu, weightVariance: 1).destination(from: 7) == .vanishes)
    #expect(LengthMap(.relu, weightVariance: 3).destination(from: 7) == .diverges)
    #expect(LengthMap(.relu, weightVariance: 2, biasVariance: 1).destination(from: 7) == .diverges)
    let standard = LengthMap(.relu, weightVariance: 1.0 / 3, biasVariance: 1.0 / 768)
    #expect(agree(standard.fixedPoints.first?.length ?? 0, 0.0015625, 1e-12))
    #expect(agree(standard.perpendicularSusceptibility(1), 1.0 / 6))
  }

  @Test("tanh with gain 1 vanishes, though its slope at 0 is 1")
  func marginal() {
    let map = LengthMap(.tanh, weightVariance: 1)
    #expect(map.fixedPoints.map(\.length) == [0] && map.fixedPoints[0].stability == .stable)
    #expect(map.fixedPoints[0].lengthScale == .infinity)
    #expect(map.destination(from: 1) == .vanishes)
  }

  @Test("tanh settles below its variances, however large", arguments: [1e3, 1e14, 1e200])
  func saturated(weights: Double) {
    let map = LengthMap(.tanh, weightVariance: weights, biasVariance: 2)
    guard case .settles(let point) = map.destination(from: 1) else {
      Issue.record("does not settle")
      return
    }
    #expect(agree(point.length, weights, 0.1) && point.length <= (weights + 2) * (1 + 1e-15))
  }

  @Test("Either side of an unstable point leads elsewhere")
  func unstable() {
    let gain = Gains(.gelu).forward
    let map = LengthMap(.gelu, weightVariance: gain * gain)
    #expect(map.destination(from: 1.01) == .diverges && map.destination(from: 0.99) == .vanishes)
  }

  @Test(
    "Every fixed point found is one, and destinations are reached", arguments: Activation.allCases)
  func found(activation: Activation) {
    for (weights, bias) in [(0.3, 0), (1, 0.1), (1.9, 0.05), (2.5, 0), (9, 1)] as [(Double, Double)]
    {
      let map = LengthMap(activation, weightVariance: weights, biasVariance: bias)
      for point in map.fixedPoints {
        #expect(agree(map.next(point.length), point.length, 1e-10))
        #expect((point.parallelSusceptibility < 1) == (point.stability == .stable))
      }
      let last = map.lengths(from: 1, layers: 2000).last ?? .nan
      switch map.destination(from: 1) {
      case .settles(let point): #expect(agree(last, point.length, 1e-6))
      case .vanishes: #expect(last < 1e-2)
      case .diverges: #expect(last > 100)
      case .keeps, .undefined: Issue.record("neither")
      }
    }
  }

  @Test("Gradients are multiplied by χ⊥ and by the ratio of widths")
  func gradients() {
    let map = LengthMap(.relu, weightVariance: 1)
    #expect(map.gradients(lengths: [1, 0.5, 0.25]) == [0.25, 0.5, 1])
    #expect(map.gradients(lengths: [1, 0.5], last: 3, widths: [100, 200]) == [3, 3])
    #expect(map.gradients(lengths: []).isEmpty)
    #expect(map.gradients(lengths: [1, 1], widths: [1, 4]) == [2, 1])
  }

  @Test("Nothing traps on undefined numbers", arguments: Activation.allCases)
  func edges(activation: Activation) {
    for weights in [Double.nan, -1, 0, .infinity, 1e300] {
      for q in [Double.nan, -1, 0, .infinity, 1e300, Double.leastNonzeroMagnitude] {
        let map = LengthMap(activation, weightVariance: weights)
        _ = map.destination(from: q)
        _ = map.elasticity(q)
        #expect(map.lengths(from: q, layers: 3).count == 3)
      }
      #expect(LengthMap(activation, weightVariance: weights).lengths(from: 1, layers: -1).isEmpty)
    }
  }
}

import MeanField
import Testing
import Words

@Suite struct GainsTests {
  /// forward, backward, standard deviation and D(1)/V(1) where the reference has them.
  static let rows: [(Activation, Double, Double, Double, Double)] = [
    (.linear, 1, 1, 1, 1),
    (.relu, 1.4142135623731, 1.4142135623731, 1.7128585504497, 1),
    (.leakyRelu(), 1.4141428569978, 1.4141428569978, 1.7048316271773, 1),
    (.tanh, 1.5925374197228, 1.4674135916308, 1.5925374197228, 1.1778072323042),
    (.sigmoid, 1.8462285453386, 4.722646085938, 4.80131337204, 0.15282701171559),
    (.gelu, 1.5335304411955, 1.4811144127083, 1.7009262433633, 1.0720315984363),
    (.elu, 1.2451983007007, 1.2234285575526, 1.2708434178502, 1.0359047186043),
    (.selu, 1, 0.9660257769739, 1, 1.0715749924558),
  ]

  @Test("Gains at mean square 1 are the reference's", arguments: rows.indices)
  func reference(index: Int) {
    let (activation, forward, backward, deviation, growth) = Self.rows[index]
    let gains = Gains(activation)
    #expect(agree(gains.forward, forward, 2e-13))
    #expect(agree(gains.backward, backward, 2e-13))
    #expect(agree(gains.standardDeviation, deviation, 2e-13))
    #expect(agree(gains.perpendicularSusceptibility, growth, 2e-13))
    #expect(
      GainKind.allCases.map { gains[$0] } == [
        gains.forward, gains.backward, gains.standardDeviation,
      ])
  }

  @Test("Forward gains of the other activations are the published ones")
  func others() {
    #expect(agree(Gains(.silu).forward, 1.6765324703, 1e-10))
    #expect(agree(Gains(.mish).forward, 1.4868475813, 1e-10))
    #expect(agree(Gains(.softplus).forward, 1.0418668355, 1e-10))
    #expect(agree(Gains(.leakyRelu(slope: 0.2)).forward, (2 / 1.04).squareRoot()))
  }

  @Test("gelu, silu and mish are unstable at their forward gains")
  func stability() {
    let unstable = Activation.allCases.filter { Gains($0).stability == .unstable }
    #expect(unstable == [.gelu, .silu, .mish])
    let neutral = Activation.allCases.filter { Gains($0).stability == .neutral }
    #expect(neutral == [.linear, .relu, .leakyRelu()])
    #expect(agree(Gains(.gelu).parallelSusceptibility, 1.14406319652036, 1e-9))
    #expect(agree(Gains(.silu).parallelSusceptibility, 1.173, 5e-4))
    #expect(agree(Gains(.mish).parallelSusceptibility, 1.076, 5e-4))
    #expect(
      Catalogue.english(Gains(.gelu).stabilityPhrase)
        == "unstable: a small distance of q from 1 becomes × 1.14 a layer, and most networks leave it"
    )
    #expect(
      Catalogue.english(Gains(.tanh).stabilityPhrase)
        == "stable: a small distance of q from 1 becomes × 0.461 a layer")
    #expect(Catalogue.english(Gains(.relu).stabilityPhrase) == "neutral: every mean square is kept")
  }

  @Test("Mean square 1 is a fixed point of the forward gain", arguments: Activation.allCases)
  func fixedPoint(activation: Activation) {
    let forward = Gains(activation).forward
    let map = LengthMap(activation, weightVariance: forward * forward)
    #expect(agree(map.next(1), 1))
    #expect(map.keepsEveryLength || map.fixedPoints.contains { agree($0.length, 1, 1e-11) })
  }

  /// Roberts, Yaida & Hanin 2022, chapter 5.
  @Test(
    "Critical points keep signal and gradient",
    arguments: [
      (.gelu, 0.17292239, 1.98305826, 3.5615528128088303),
      (.silu, 0.55514317, 1.98800468, 14.32017362),
    ] as [(Activation, Double, Double, Double)])
  func critical(activation: Activation, bias: Double, weights: Double, length: Double) throws {
    let point = try #require(Gains(activation).criticalPoint)
    #expect(agree(point.biasVariance, bias, 3e-8))
    #expect(agree(point.weightVariance, weights, 3e-9))
    #expect(agree(point.length, length, 1e-9))
    let map = LengthMap(
      activation, weightVariance: point.weightVariance, biasVariance: point.biasVariance)
    #expect(agree(map.next(point.length), point.length))
    #expect(agree(map.parallelSusceptibility(point.length), 1))
    #expect(agree(map.perpendicularSusceptibility(point.length), 1))
  }

  @Test("Of the others only mish has a critical point")
  func withoutCriticalPoint() throws {
    let having = Activation.allCases.filter { Gains($0).criticalPoint != nil }
    #expect(having == [.gelu, .silu, .mish])
    let mish = try #require(Gains(.mish).criticalPoint)
    let map = LengthMap(
      .mish, weightVariance: mish.weightVariance, biasVariance: mish.biasVariance)
    #expect(agree(map.next(mish.length), mish.length))
    #expect(agree(map.parallelSusceptibility(mish.length), 1))
  }

  @Test("Every kind of gain says what it keeps, and where")
  func words() {
    #expect(
      GainKind.allCases.map { Catalogue.english($0.phrase) } == [
        "keeps q = 1, the mean square before the activation",
        "keeps the mean square of gradients where q = 1",
        "g·f(z) has standard deviation 1 where q = 1",
      ])
    #expect(
      Catalogue.english(Gains(.tanh).phrase(.backward))
        == Catalogue.english(GainKind.backward.phrase))
    #expect(
      GainKind.allCases.map { Catalogue.english(Gains(.relu).phrase($0)) } == [
        "keeps q, the mean square before the activation, whatever it is",
        "keeps the mean square of gradients at every q",
        "g·f(z) has standard deviation 1 where q = 1",
      ])
  }
}

@Suite("What a gain does in deep layers")
struct GainUseTests {
  /// Where the layers end with the backward gain, and χ⊥ there; by SciPy's quad, layer by layer; g²/2
  /// where q grows without end.
  @Test(
    "The backward gain keeps gradients of homogeneous activations only",
    arguments: [
      (.tanh, 0.7248876559, 1.1262456946), (.sigmoid, 8.5392287905, 0.4735823649),
      (.selu, 0.7258396240, 1.0595182201), (.elu, 0.7258396240, 1.0308846661),
      (.gelu, .infinity, 1.0968499518), (.silu, .infinity, 1.3175843299),
      (.softplus, .infinity, 1.7042799208), (.mish, 0, 0.7514343655),
    ] as [(Activation, Double, Double)])
  func backward(activation: Activation, end: Double, growth: Double) {
    let use = Gains(activation).use(.backward)
    #expect(abs(use.perpendicularSusceptibility - growth) < 2e-9)
    switch use.destination {
    case .settles(let point): #expect(agree(point.length, end, 1e-9))
    case .vanishes: #expect(end == 0)
    case .diverges: #expect(end == .infinity)
    case .keeps, .undefined: Issue.record("\(use.destination)")
    }
  }

  @Test("Every q is kept by the gains of homogeneous activations")
  func homogeneous() {
    for activation in [.linear, .relu, .leakyRelu(), .leakyRelu(slope: 0.3)] as [Activation] {
      for kind in [GainKind.forward, .backward] {
        #expect(Gains(activation).use(kind).description == "every q is kept, gradients too")
      }
    }
    // 1.71286²/2
    #expect(
      Gains(.relu).use(.standardDeviation).description
        == "q grows without end, gradients' rms × 1.21 a layer (χ⊥ 1.467)")
  }

  @Test("Its sentences name their unit")
  func sentences() {
    #expect(
      Gains(.tanh).use(.backward).description
        == "q settles at 0.725, gradients' rms × 1.06 a layer (χ⊥ 1.126)")
    #expect(
      Gains(.mish).use(.backward).description
        == "q falls to 0, gradients' rms × 0.867 a layer (χ⊥ 0.7514)")
    #expect(
      Catalogue.english(Gains(.gelu).use(.forward).shortPhrase)
        == "q grows without end, gradients' rms × 1.08 a layer")
    #expect(GainUse(.relu, gain: .nan).description.contains("nothing can be said of q"))
  }
}

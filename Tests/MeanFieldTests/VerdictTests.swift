import MeanField
import Testing
import Words

@Suite struct VerdictTests {
  static func verdict(
    _ activation: Activation, _ weights: Double, _ bias: Double = 0, layers: Int = 31
  ) -> Verdict {
    let map = LengthMap(activation, weightVariance: weights, biasVariance: bias)
    let first = map.firstLength(inputMeanSquare: 1)
    return Verdict(
      meanSquares: map.lengths(from: first, layers: layers),
      destination: map.destination(from: first))
  }

  static func words(_ values: [Double], _ subject: Verdict.Subject = .signal) -> String {
    Verdict(meanSquares: values, subject: subject).description
  }

  @Test("Each kind has its sentence, all in root mean squares from the first layer to the last")
  func sentences() {
    #expect(
      Self.verdict(.relu, 1).description
        == "signal vanishes: rms × 0.707 a layer, × 2⁻¹⁵ from layer 1 to 31")
    // Of 30 layers there are 29 steps: 2^−14.5.
    #expect(
      Self.verdict(.relu, 1, layers: 30).description
        == "signal vanishes: rms × 0.707 a layer, × 4.32·10⁻⁵ from layer 1 to 30")
    #expect(
      Self.verdict(.relu, 4).description
        == "signal explodes: rms × 1.41 a layer, × 2¹⁵ from layer 1 to 31")
    #expect(
      Self.verdict(.relu, 2).description == "signal keeps its size: rms × 1 from layer 1 to 31")
    #expect(
      Self.verdict(.relu, 1.0 / 3, layers: 30).description
        == "signal vanishes: rms × 0.408 a layer, × 5.21·10⁻¹² from layer 1 to 30")
    #expect(Self.verdict(.tanh, 25.0 / 9).description == "signal settles at rms 1.09")
    #expect(Self.verdict(.selu, 0.5625).kind == .settles)
    #expect(Self.verdict(.relu, 1.0 / 3, 1.0 / 768).description == "signal settles at rms 0.0395")
  }

  // tanh with gain 1 falls as 1/2l: q 1 and .0273 at layers 1 and 20.
  @Test("Where the rate changes, there is no rate to tell")
  func uneven() {
    let verdict = Self.verdict(.tanh, 1, layers: 20)
    #expect(verdict.kind == .vanishes && !verdict.hasEvenRate)
    #expect(verdict.description == "signal shrinks: rms × 0.165 from layer 1 to 20")
  }

  @Test("Two layers have one step, and need no rate")
  func twoLayers() {
    #expect(Self.words([4, 1]) == "signal shrinks: rms × 0.5 from layer 1 to 2")
    #expect(Self.words([1, 1e8]) == "signal explodes: rms × 10000 from layer 1 to 2")
    #expect(Verdict(meanSquares: [4, 1]).change?.perLayer == 0.5)
  }

  @Test("The rate is the geometric mean of the steps")
  func rate() throws {
    let change = try #require(Verdict(meanSquares: [8, 6, 1]).change)
    #expect(agree(change.total, (1.0 / 8).squareRoot()))
    #expect(agree(change.perLayer * change.perLayer, change.total))
  }

  @Test("Gradients are spoken of in the plural, from the last layer to the first")
  func gradients() {
    let map = LengthMap(.tanh, weightVariance: 25.0 / 9)
    let gradients = map.gradients(lengths: map.lengths(from: 25.0 / 9, layers: 40))
    let verdict = Verdict(meanSquares: gradients.reversed(), subject: .gradients)
    #expect(verdict.kind == .explodes)
    // Near the fixed point χ⊥ is 1.209831, its root 1.0999; the first layers have less.
    #expect(
      verdict.description == "gradients grow: rms × 1.09 a layer, × 30.8 from layer 40 to 1")
    #expect(
      Self.words([1, 1, 1], .gradients) == "gradients keep their size: rms × 1 from layer 3 to 1")
    #expect(
      Self.words([1, 0.5, 0.25, 0.125], .gradients)
        == "gradients shrink: rms × 0.707 a layer, × 0.354 from layer 4 to 1")
    #expect(Self.words([1, 0], .gradients) == "gradients vanish: 0 at layer 1")
    #expect(
      Self.words([1, 2, .infinity], .gradients) == "gradients explode: not finite at layer 1")
    #expect(Self.words([9, 4, 4, 4, 4, 4, 4], .gradients) == "gradients settle at rms 2")
  }

  @Test("A sequence that ends in nothing or in no number says where, and has no rate")
  func ends() {
    let dead = Verdict(meanSquares: [1, 1e-20, 0, 0], theory: [1, 0.5, 0.25, 0.125])
    #expect(dead.description == "signal vanishes: 0 at layer 3" && dead.change == nil)
    #expect(dead.loss?.layer == 3 && dead.loss?.isOverflow == false)
    #expect(Self.words([1, .infinity]) == "signal explodes: not finite at layer 2")
    #expect(Verdict(meanSquares: [1, .nan]).loss?.layer == 2)
    #expect(Verdict(meanSquares: [-1]).kind == .explodes)
    #expect(Verdict(meanSquares: []).kind == .keeps && Verdict(meanSquares: [5]).kind == .keeps)
    #expect(Verdict(meanSquares: [5]).description == "signal keeps its size")
    #expect(Verdict(meanSquares: []).lastRoot.isNaN)
  }

  @Test("Extreme rates are written without a trap")
  func extremes() {
    for values in [
      [1e-300, 1e300], [1e300, 1e-300, Double.leastNonzeroMagnitude], [-1, -1], [.nan], [0],
    ] {
      for detail in Verdict.Detail.allCases {
        #expect(
          !Catalogue.english(Verdict(meanSquares: values, theory: values).phrase(detail)).isEmpty)
      }
    }
    #expect(Self.words([1e-300, 1e300]) == "signal explodes: rms × 1·10³⁰⁰ from layer 1 to 2")
    #expect(
      Verdict(meanSquares: Array(repeating: Double.leastNonzeroMagnitude, count: 9)).kind == .keeps)
  }
}

@Suite("A verdict beside theory")
struct VerdictTheoryTests {
  static let flat = [2.0, 2, 2, 2, 2, 2]

  @Test("The kind is theory's as far as chance explains the difference")
  func chance() {
    let wandering = [2, 1.8, 2.1, 1.5, 1.2, 1.1]
    #expect(Verdict(meanSquares: wandering).kind == .vanishes)
    var circumstances = Verdict.Circumstances()
    circumstances.logarithmicDeviation = 0.3
    let verdict = Verdict(meanSquares: wandering, theory: Self.flat, circumstances: circumstances)
    #expect(
      verdict.description
        == "signal keeps its size but for chance: rms × 0.742 from layer 1 to 6 (theory 1)")
    // However few the words, chance is among them.
    #expect(
      Verdict.Detail.allCases.dropFirst().map { Catalogue.english(verdict.phrase($0)) } == [
        "signal keeps its size but for chance: rms × 0.742 (theory 1)",
        "signal keeps its size but for chance: rms × 0.742",
        "signal kept but for chance: rms × 0.742",
        "signal kept but for chance: rms × 0.742",
      ])
    #expect(
      Catalogue.english(
        Verdict(
          meanSquares: wandering, subject: .gradients, theory: Self.flat,
          circumstances: circumstances
        ).phrase(.least)) == "gradients kept but for chance: rms × 0.742")
    circumstances.logarithmicDeviation = .nan
    #expect(
      Verdict(meanSquares: wandering, theory: Self.flat, circumstances: circumstances).kind
        == .vanishes)
    // However wide the band: a factor over 2 is not kept.
    circumstances.logarithmicDeviation = 5
    #expect(
      Verdict(meanSquares: [2, 0.4], theory: [2, 2], circumstances: circumstances).kind == .vanishes
    )
    // Nor does a network that grows shrink.
    #expect(
      Verdict(meanSquares: [1, 1.8], theory: [1, 0.6], circumstances: circumstances).kind
        == .explodes)
  }

  @Test("The network's numbers come first, theory's in parentheses where they differ")
  func parentheses() {
    let halves = (0..<5).map { 1 / Double(1 << $0) }
    #expect(
      Verdict(meanSquares: halves.map { $0 * $0 }, theory: halves).description
        == "signal shrinks: rms × 0.5 a layer (theory 0.707), × 2⁻⁴ from layer 1 to 5 (theory 0.25)"
    )
    #expect(
      Verdict.Detail.allCases.dropFirst().map {
        Catalogue.english(Verdict(meanSquares: halves.map { $0 * $0 }, theory: halves).phrase($0))
      } == [
        "signal shrinks: rms × 0.5 a layer (theory 0.707), × 2⁻⁴",
        "signal shrinks: rms × 0.5 a layer, × 2⁻⁴", "signal shrinks: rms × 2⁻⁴",
        "signal shrinks: rms × 2⁻⁴",
      ])
    #expect(
      Verdict(meanSquares: halves, theory: halves).description
        == "signal shrinks: rms × 0.707 a layer, × 0.25 from layer 1 to 5")
  }

  /// kaiming_normal, 100 layers of 32 and relu: Var ln q grows by 5/32 a layer.
  @Test("Where a typical network parts from the mean over networks, one sentence has both")
  func typical() {
    var circumstances = Verdict.Circumstances()
    circumstances.isTheoryMean = true
    circumstances.typicalFactor = 0.0209
    let verdict = Verdict(
      meanSquares: [2, 4e-4], theory: [2, 2], circumstances: circumstances)
    #expect(verdict.chance == .skewed(typical: 0.0209))
    let start = "signal shrinks: rms × 0.0141"
    #expect(
      verdict.description == start
        + " from layer 1 to 2; the mean over networks keeps its size, a typical network has × 0.0209"
    )
    #expect(
      Catalogue.english(verdict.phrase(.least)) == start
        + "; mean over networks × 1, typical × 0.0209")
    #expect(Catalogue.english(verdict.phrase(.bare)) == start)
    circumstances.isTheoryMean = false
    #expect(
      Verdict(meanSquares: [2, 4e-4], theory: [2, 8], circumstances: circumstances).description
        == start + " from layer 1 to 2; theory has × 2, a typical network has × 0.0209")
    circumstances.typicalFactor = 0.7
    #expect(
      Verdict(meanSquares: [2, 1], theory: [2, 2], circumstances: circumstances).chance == .fair)
  }

  @Test("Where most networks miss theory, the sentence says so")
  func straying() {
    var circumstances = Verdict.Circumstances()
    circumstances.strays = true
    let verdict = Verdict(meanSquares: [2, 4e-4], theory: [2, 8], circumstances: circumstances)
    #expect(
      verdict.description == "signal shrinks: rms × 0.0141 from layer 1 to 2; theory has × 2, "
        + "which most networks of this width miss by a factor of 1.4 or more")
    #expect(
      Catalogue.english(verdict.phrase(.brief))
        == "signal shrinks: rms × 0.0141; most networks miss theory's × 2")
  }

  @Test("Flat units are named with their share")
  func flat() {
    var circumstances = Verdict.Circumstances()
    circumstances.flatness = Verdict.Flatness(share: 0.8486, cause: .saturated)
    #expect(
      Verdict(meanSquares: [2, 2], circumstances: circumstances).description
        == "signal keeps its size: rms × 1 from layer 1 to 2, but 85 % of the units are flat (saturated)"
    )
    #expect(
      Catalogue.english(Verdict(meanSquares: [8, 2], circumstances: circumstances).phrase(.brief))
        == "signal shrinks: rms × 0.5; 85 % saturated")
    circumstances.flatness = Verdict.Flatness(share: 0.93, cause: .dead)
    #expect(
      Verdict(meanSquares: [8, 2], circumstances: circumstances).description
        == "signal shrinks: rms × 0.5 from layer 1 to 2; 93 % of the units are flat (dead)")
  }

  @Test("What settles has a size before and after the activation")
  func settling() {
    var circumstances = Verdict.Circumstances()
    circumstances.rootAfterActivation = 0.6513
    let verdict = Verdict(
      meanSquares: [4, 2, 1, 1, 1, 1, 1, 1, 1], circumstances: circumstances)
    #expect(verdict.description == "signal settles at rms 1 before, 0.651 after the activation")
    #expect(Catalogue.english(verdict.phrase(.brief)) == "signal settles at rms 1")
    // Theory's number stands beside the one that it is of.
    #expect(
      Verdict(
        meanSquares: [4, 2, 1, 1, 1, 1, 1, 1, 1],
        theory: [4, 3, 2.25, 2.25, 2.25, 2.25, 2.25, 2.25, 2.25],
        circumstances: circumstances
      ).description.hasPrefix("signal settles at rms 1 (theory 1.5) before, 0.651 after"))
  }

  @Test("The rate never goes the other way than the whole")
  func direction() {
    let verdict = Verdict(meanSquares: [10, 1, 1.02, 1.04, 1.06])
    #expect(verdict.kind == .vanishes)
    #expect(verdict.description == "signal shrinks: rms × 0.326 from layer 1 to 5")
  }
}

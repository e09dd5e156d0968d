private import Glibc
internal import Initializers

/// How coarse float32 makes a law: the probability that its numbers hold one by one.
///
/// A test of continuous laws sees steps that hold more than about 1/√n each: a uniform law of width
/// 10 at 2²⁴ has six different values, and D is half a step at least whatever the sample.
struct FloatSteps: Equatable {
  /// The distance between neighbouring floats where one of them holds most.
  let step: Double
  /// The greatest probability of a float.
  let probability: Double

  // Where a law has its weights; between them neither its density nor the steps change much.
  private static let places = (1..<32).map { Double($0) / 32 }
  // By how much a rounded law may move √n·D, whose values are about 1.
  private static let tolerance = 0.02

  /// Measures a law with a density; nil where it has no quantiles.
  init?(_ law: Law) {
    var (step, probability) = (0.0, 0.0)
    for place in Self.places {
      let quantile = law.quantile(place)
      guard quantile.isFinite else { return nil }
      let width = Double(Float(abs(quantile)).ulp)
      guard width.isFinite else { return nil }
      let mass = law.distribution(quantile + width / 2) - law.distribution(quantile - width / 2)
      if mass > probability { (step, probability) = (width, mass) }
    }
    (self.step, self.probability) = (step, probability)
  }

  /// Whether a test of `count` draws sees the steps rather than the law.
  ///
  /// Rounding to nearest moves the distribution function by half a step's probability at most.
  func show(in count: Int) -> Bool {
    probability / 2 * Double(count).squareRoot() > Self.tolerance
  }
}

extension TestObstacle {
  /// What keeps a sample from being tested against its law; nil if nothing does.
  init?(_ law: Law, moments: (count: Int, notFinite: Int)) {
    let law = law.ofDrawnWeights
    let total = moments.count + moments.notFinite
    if moments.notFinite > 0 {
      self = .notFinite(moments.notFinite, of: total)
    } else if total == 0 {
      self = .noWeights
    } else if law.isDegenerate {
      self = .points
    } else if !law.isIndependent {
      self = .dependent
    } else if let steps = FloatSteps(law), steps.show(in: moments.count) {
      self = .coarse(step: steps.step, std: law.std)
    } else {
      return nil
    }
  }
}

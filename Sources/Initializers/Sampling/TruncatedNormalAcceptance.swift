private import Glibc
internal import Mathematics

/// Which of the numbers that `trunc_normal_` draws are kept, and how many draws that takes; in
/// float32, as PyTorch's tensors are.
struct TruncatedNormalAcceptance: Sendable {
  private let law: TruncatedNormal
  private let low: Float
  private let high: Float
  private let location: Float
  private let scale: Float
  private let logPeak: Float

  init(_ law: TruncatedNormal) {
    self.law = law
    (low, high) = (Float(law.low), Float(law.high))
    (location, scale) = (Float(law.location), Float(law.signedScale))
    logPeak = Float(-0.5 * (law.modeDistance * law.modeDistance))
  }

  /// Whether a normal number is kept.
  func isInside(_ number: Float) -> Bool { !(number < low || number > high) }

  /// ln(density/peak) of a uniform candidate; it is refused if ln u of a uniform u is greater.
  func logProbability(of candidate: Float) -> Float {
    let z = (candidate - location) / scale
    return z * z * -0.5 - logPeak
  }

  /// The number of passes over a tensor that are expected until all its weights fit.
  ///
  /// Each of n places is left by a pass with probability 1 − p, so the last of them has waited
  /// for about (ln n + γ)/−ln(1 − p) passes, the mean of the greatest of n geometric numbers.
  func expectedPasses(count: Int) -> Double {
    guard count > 0 else { return 0 }
    let p = law.isDrawnFromNormals ? probabilityInside(count: count) : probabilityKept
    guard p < 1 else { return 1 }
    let gamma = 0.577_215_664_901_532_9
    return max(1, (log(Double(count)) + gamma) / -log1p(-p))
  }

  // A sum becomes the float next to it, so an interval's ends reach halfway to the floats outside.
  private func probabilityInside(count: Int) -> Double {
    let (mean, std) = (Double(location), Double(scale))
    guard low <= high else { return 0 }
    guard std > 0 else { return isInside(location) ? 1 : 0 }
    let from = (Double(low) + Double(low.nextDown)) / 2
    let to = (Double(high) + Double(high.nextUp)) / 2
    let (alpha, beta) = ((from - mean) / std, (to - mean) / std)
    // What is no number is kept.
    guard !alpha.isNaN, !beta.isNaN else { return 1 }
    // Box and Muller's √(−2 ln u) of a u in float32 ends there; fewer than 16 are made in double.
    if count >= 16, max(alpha, -beta) > Self.longestRadius { return 0 }
    return NormalDistribution.distribution(beta) - NormalDistribution.distribution(alpha)
  }

  // The mean over the candidates. They are dense about the mode, where the density may be narrow:
  // between two octaves of the distance from it are as many points as between the next two.
  private var probabilityKept: Double {
    let span = Double(high - low)
    let mode = law.high > law.low ? (law.mode - law.low) / (law.high - law.low) : 0
    var sum = 0.0
    for (side, width) in [(-1.0, mode), (1.0, 1 - mode)] where width > 0 {
      var outer = width
      for octave in 0..<Self.octaves {
        let inner = octave == Self.octaves - 1 ? 0 : outer / 2
        let step = (outer - inner) / Double(Self.pointsPerOctave)
        for point in 0..<Self.pointsPerOctave {
          let place = mode + side * (inner + (Double(point) + 0.5) * step)
          sum += step * probability(at: Float(place * span + Double(low)))
        }
        outer = inner
      }
    }
    if mode.isNaN { sum = probability(at: low) }
    // A uniform number is 0 once in 2²⁴, and its logarithm is greater than none.
    return min(1, max(sum, 0x1p-24))
  }

  private func probability(at candidate: Float) -> Double {
    // `uniform_` turns its upper end, should it come out, into the lower one.
    let logarithm = logProbability(of: candidate == high ? low : candidate)
    return logarithm.isNaN ? 1 : exp(min(0, Double(logarithm)))
  }

  private static let longestRadius: Double = (48 * log(2.0)).squareRoot()
  // Uniform numbers have 24 bits.
  private static let octaves = 25
  private static let pointsPerOctave = 16
}

extension TruncatedNormal {
  /// The part of the normal law within the interval as PyTorch computes it; below 0 for a negative
  /// scale.
  ///
  /// Φ is taken by erf, for its digits decide between the two ways to draw.
  var drawnShare: Double {
    let cumulative = { (x: Double) in (1 + erf(x / 2.0.squareRoot())) / 2 }
    return cumulative((high - location) / signedScale) - cumulative((low - location) / signedScale)
  }

  /// Whether normals are drawn until they fit; else uniform candidates are.
  package var isDrawnFromNormals: Bool { drawnShare > 0.3 }

  /// Whether the passes over a tensor can go side by side: few generators do for any size.
  var isStreamed: Bool {
    isDrawnFromNormals && TruncatedNormalAcceptance(self).expectedPasses(count: 1 << 32) < 1000
  }

  /// The most likely number in the interval.
  var mode: Double { max(low, min(location, high)) }

  /// Its distance from μ in units of σ.
  var modeDistance: Double { (mode - location) / signedScale }
}

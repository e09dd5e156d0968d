private import Glibc
package import Initializers
private import Mathematics
internal import Statistics
package import Words

/// What a tensor's numbers say of its birth.
package enum Verdict: Sendable {
  /// Nothing is in it.
  case empty
  /// Numbers that are infinite, no numbers at all, or leftovers of memory.
  case broken(nonFinite: Int, subnormal: Int)
  /// One number everywhere.
  case constant(Double)
  /// Too few to tell laws apart.
  case tooFew
  /// As these laws would have it, the likeliest first; none of them can be told from the first.
  case consistent([Match])
  /// No initializer's law.
  case trained

  /// A law that a tensor agrees with.
  package struct Match: Sendable {
    /// The law and what draws by it.
    package let candidate: LawCandidate
    /// How far the mean square is from the law's, in standard errors.
    package let z: Double
    /// How often a sample of the law strays as far from it by Kolmogorov and Smirnov's distance.
    package let pValue: Double
  }
}

/// The laws that a tensor may have been drawn by, against its numbers.
///
/// A law is refused by one number outside its ends, by a mean or a mean square more than 4.5 standard errors
/// off, or by the distance of the distribution functions (p below 1e-4); the others stand in the order of
/// their likelihoods, and those that are not e¹⁰ times less likely than the first stand beside it.
package enum Attribution {
  /// The numbers below which no verdict on laws is given.
  package static let leastCount = 1024

  // Where likelihoods part.
  private static let margin = 10.0
  private static let largestDeviation = 4.5
  private static let leastProbability = 1e-4

  /// Judges a tensor by what was read of it.
  ///
  /// - Parameter leastCount: the numbers below which there are too few; fewer will do where little else is
  ///   possible.
  package static func verdict(
    _ summary: TensorSummary, candidates: @autoclosure () -> [LawCandidate],
    leastCount: Int = Attribution.leastCount
  ) -> Verdict {
    let moments = summary.moments
    guard summary.count > 0 else { return .empty }
    // Leftovers of memory are small integers and addresses, read as floats.
    if moments.nonFiniteCount > 0 || summary.subnormalCount > summary.count / 100 + 1 {
      return .broken(nonFinite: moments.nonFiniteCount, subnormal: summary.subnormalCount)
    }
    if let constant = summary.constant { return .constant(constant) }
    guard summary.count >= leastCount else { return .tooFew }
    let sorted = summary.sample.sorted()
    let likely = candidates().compactMap { candidate in
      likelihood(moments, candidate.law).map { (candidate, $0.logarithm, $0.z) }
    }.sorted { $0.1 > $1.1 }
    var matches: [Verdict.Match] = []
    var best: Double?
    for (candidate, logarithm, z) in likely {
      if let best, best - logarithm > margin { break }
      let p = KolmogorovSmirnov(sorted: sorted, candidate.law.distribution).pValue
      guard p >= leastProbability else { continue }
      if best == nil { best = logarithm }
      matches.append(Verdict.Match(candidate: candidate, z: z, pValue: p))
    }
    return matches.isEmpty ? .trained : .consistent(matches)
  }

  /// Why a tensor has not been drawn by a law; nil where it may have.
  package static func refusal(of law: Law, _ summary: TensorSummary) -> Phrase? {
    let moments = summary.moments
    func number(_ value: Double) -> Phrase.Part { .text(Numeral.general(value, digits: 6)) }
    if case .constant(let value) = law {
      if summary.constant == Double(Float(value)) { return nil }
      return Phrase("check.law.constant", ["value": number(value)])
    }
    guard law.isIndependent, !law.isDegenerate else { return Phrase("check.law.unreadable") }
    if let support = law.support, !isInside(moments, support) {
      let extreme =
        moments.maximum > support.high ? moments.maximum : moments.minimum
      return Phrase(
        "check.law.support",
        ["extreme": number(extreme), "low": number(support.low), "high": number(support.high)])
    }
    guard likelihood(moments, law) != nil else {
      return Phrase(
        "check.law.std", ["std": number(moments.standardDeviation), "law": number(law.std)])
    }
    let p = KolmogorovSmirnov(sorted: summary.sample.sorted(), law.distribution).pValue
    guard p >= leastProbability else {
      return Phrase("check.law.p", ["p": .text(Numeral.general(p, digits: 2))])
    }
    return nil
  }

  // An end that is rounded to float32 may be passed by half a step.
  private static func isInside(_ moments: Moments, _ support: (low: Double, high: Double)) -> Bool {
    let slack = 1e-6 * max(abs(support.low), abs(support.high))
    return moments.minimum >= support.low - slack && moments.maximum <= support.high + slack
  }

  // The log-likelihood by the moments and extremes alone, and the mean square in standard errors.
  private static func likelihood(
    _ moments: Moments, _ law: Law
  ) -> (logarithm: Double, z: Double)? {
    let (count, std) = (Double(moments.count), law.std)
    guard std > 0, law.isIndependent, !law.isDegenerate else { return nil }
    if let support = law.support, !isInside(moments, support) { return nil }
    let deviation = moments.mean - law.mean
    let square = moments.variance * (count - 1) / count + deviation * deviation
    let error = ((law.kurtosis - 1) / (4 * count)).squareRoot()
    let z = (square.squareRoot() / std - 1) / error
    let mean = deviation / (std / count.squareRoot())
    guard abs(z) <= largestDeviation, abs(mean) <= largestDeviation else { return nil }
    switch law {
    case .uniform(let low, let high): return (-count * log(high - low), z)
    case .normal(_, let std):
      return (-count * (log(std) + 0.5 * log(2 * .pi) + square / (2 * std * std)), z)
    case .truncatedNormal(let cut):
      let offset = moments.mean - cut.location
      let about = moments.variance * (count - 1) / count + offset * offset
      let mass =
        NormalDistribution.distribution(cut.standardHigh)
        - NormalDistribution.distribution(cut.standardLow)
      return (
        -count
          * (log(cut.scale * mass) + 0.5 * log(2 * .pi) + about / (2 * cut.scale * cut.scale)), z
      )
    default: return nil
    }
  }
}

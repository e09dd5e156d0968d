private import Glibc
internal import Initializers
private import Mathematics
internal import Statistics
internal import WeightFiles

/// A tensor's numbers held against laws.
///
/// A law is refused by one number outside its ends, by a mean or a mean square more than 4.5 standard errors
/// off, by extremes that so many numbers do not have, by a normal law's kurtosis, by the distance of the
/// distribution functions, by slices that differ and by slices that resemble one another. All together refuse
/// one tensor in ten thousand that has been drawn by the law.
struct LawTrial {
  private let entry: TensorEntry
  private let summary: TensorSummary
  private let sorted: [Float]
  // Half the distance of the type's numbers near 1.
  private let rounding: Double
  // Of the rows, once it was asked for; it takes reading.
  private var relation: Double??

  private static let largestDeviation = 4.5
  private static let leastDistance = 5e-5
  private static let leastExtreme = 2e-6
  private static let leastKurtosis = 4.6
  // For all slices together.
  private static let leastEvenness = 1e-5
  private static let leastRelation = 2.5e-6
  private static let leastLeak = 1e-4

  /// A tensor of which there has been read what a verdict asks for.
  init(_ entry: TensorEntry, _ summary: TensorSummary) {
    (self.entry, self.summary) = (entry, summary)
    sorted = summary.sample.sorted()
    rounding = entry.type.rounding
  }

  /// The logarithm of the likelihood by moments and extremes alone; nil of laws that these refuse.
  func likelihood(of candidate: LawCandidate) -> Double? {
    let law = candidate.law
    guard plainObjection(to: law, mayLeak: candidate.mayLeak) == nil else { return nil }
    let moments = summary.moments
    let (count, square) = (Double(moments.count), meanSquare(about: law.mean))
    switch law {
    case .uniform(let low, let high): return -count * log(high - low)
    case .normal(_, let std):
      return -count * (log(std) + 0.5 * log(2 * .pi) + square / (2 * std * std))
    case .truncatedNormal(let cut):
      let about = meanSquare(about: cut.location)
      let mass =
        NormalDistribution.distribution(cut.standardHigh)
        - NormalDistribution.distribution(cut.standardLow)
      return -count
        * (log(cut.scale * mass) + 0.5 * log(2 * .pi) + about / (2 * cut.scale * cut.scale))
    default: return nil
    }
  }

  /// How a law agrees with the tensor; nil if it does not.
  ///
  /// - Throws: `TensorFileError`.
  mutating func match(_ candidate: LawCandidate) throws -> Verdict.Match? {
    var candidate = candidate
    if leaks(candidate.law) { candidate.origins.removeAll { !$0.framework.isKeras } }
    let (objection, p) = try examine(candidate.law, mayLeak: candidate.mayLeak)
    guard objection == nil else { return nil }
    return Verdict.Match(candidate: candidate, z: deviation(from: candidate.law), pValue: p)
  }

  /// Why the tensor has not been drawn by a law; nil where it may have.
  ///
  /// - Parameter mayLeak: whether some numbers may be outside the ends, as of Keras on PyTorch.
  /// - Throws: `TensorFileError`.
  mutating func objection(to law: Law, mayLeak: Bool) throws -> LawObjection? {
    try examine(law, mayLeak: mayLeak).objection
  }

  private mutating func examine(
    _ law: Law, mayLeak: Bool
  ) throws -> (objection: LawObjection?, distance: Double) {
    if let objection = plainObjection(to: law, mayLeak: mayLeak) { return (objection, .nan) }
    // Of what is constant nothing more is asked.
    guard !law.isDegenerate else { return (nil, .nan) }
    if let p = unevenness(of: law) { return (.uneven(p), .nan) }
    let distance = distance(from: law)
    if distance < Self.leastDistance { return (.form(distance), distance) }
    if relation == nil { relation = .some(try RowRelation.pValue(of: entry)) }
    if case .some(.some(let p)) = relation, p < Self.leastRelation {
      return (.related(p), distance)
    }
    return (nil, distance)
  }
}

extension LawTrial {
  // By what one pass over the numbers tells.
  private func plainObjection(to law: Law, mayLeak: Bool) -> LawObjection? {
    let (moments, std) = (summary.moments, law.std)
    if case .constant(let value) = law {
      return summary.constant == Double(Float(value)) ? nil : .constant(value)
    }
    guard std > 0, law.isIndependent, !law.isDegenerate else { return .unreadable }
    if let support = law.support, hasExtremes(outside: support),
      !mayLeak || !leaks(law)
    {
      let extreme = moments.maximum > support.high ? moments.maximum : moments.minimum
      return .support(extreme, low: support.low, high: support.high)
    }
    let mean = (moments.mean - law.mean) / (std / Double(moments.count).squareRoot())
    guard abs(deviation(from: law)) <= Self.largestDeviation,
      abs(mean) <= Self.largestDeviation
    else { return .size(moments.standardDeviation, law: std) }
    if let extreme = impossibleExtreme(of: law) { return .extreme(extreme) }
    if case .normal = law, summary.count >= Attribution.leastCount {
      let score = KurtosisTest.score(moments)
      if !(abs(score) <= Self.leastKurtosis) {
        return .form(2 * NormalDistribution.distribution(-abs(score)))
      }
    }
    return nil
  }

  private func meanSquare(about center: Double) -> Double {
    let (moments, count) = (summary.moments, Double(summary.moments.count))
    let offset = moments.mean - center
    return (count > 1 ? moments.variance * (count - 1) / count : 0) + offset * offset
  }

  // Of the root mean square from the law's, in standard errors.
  private func deviation(from law: Law) -> Double {
    let error = ((law.kurtosis - 1) / (4 * Double(summary.moments.count))).squareRoot()
    return (meanSquare(about: law.mean).squareRoot() / law.std - 1) / error
  }

  // A type's number stands for all that are rounded to it.
  private func distance(from law: Law) -> Double {
    guard rounding > 0 else { return KolmogorovSmirnov(sorted: sorted, law.distribution).pValue }
    return KolmogorovSmirnov(
      sorted: sorted, from: { law.distribution($0 - slack(at: $0)) },
      to: { law.distribution($0 + slack(at: $0)) }
    ).pValue
  }

  // Half the distance of a number from the next one of its type.
  private func slack(at value: Double) -> Double {
    guard rounding > 0, value != 0 else { return 0 }
    return rounding * Double(sign: .plus, exponent: value.exponent, significand: 1)
  }
}

extension LawTrial {
  // An end that is rounded may be passed by half a step.
  private func hasExtremes(outside support: (low: Double, high: Double)) -> Bool {
    let margin = margin(of: support)
    return summary.moments.minimum < support.low - margin
      || summary.moments.maximum > support.high + margin
  }

  private func margin(of support: (low: Double, high: Double)) -> Double {
    let end = max(abs(support.low), abs(support.high))
    return 1e-6 * end + slack(at: end)
  }

  // Those of the sample that are outside.
  private func outside(_ support: (low: Double, high: Double)) -> Int {
    let margin = margin(of: support)
    let (low, high) = (Float(support.low - margin), Float(support.high + margin))
    return sorted.prefix { $0 < low }.count + sorted.reversed().prefix { $0 > high }.count
  }

  // Keras on PyTorch takes one of four normal numbers that is inside two standard deviations, and the first
  // of them where none is: no more numbers are outside than that would have.
  private func leaks(_ law: Law) -> Bool {
    guard case .truncatedNormal(let cut) = law, cut.location == 0,
      abs(cut.high / cut.scale - 2) < 1e-6, abs(cut.low / cut.scale + 2) < 1e-6,
      let support = law.support, hasExtremes(outside: support)
    else { return false }
    let largest = max(summary.moments.maximum, -summary.moments.minimum)
    let count = outside(support)
    let missed = 2 * NormalDistribution.distribution(-2)
    let expected = Double(sorted.count) * missed * missed * missed * missed
    // At least so many, by chance, and all of them as near.
    let beyond = NormalDistribution.distribution(-largest / cut.scale)
    let nearness = pow(1 - 2 * beyond / missed, Double(count))
    let p =
      count > 0 ? nearness * (1 - GammaFunction.upperRegularized(Double(count), expected)) : 1
    return largest < 6 * cut.scale && p >= Self.leastLeak
  }

  // A largest or least number that is too near the middle, or of laws without ends too far from it.
  private func impossibleExtreme(of law: Law) -> Double? {
    let moments = summary.moments
    // Generators have no numbers further out than those of some millions.
    let count = Double(min(summary.count, 1 << 20))
    let hasEnds = law.support != nil
    for (extreme, sign) in [(moments.maximum, 1.0), (moments.minimum, -1.0)] {
      func beyond(_ value: Double) -> Double {
        sign > 0 ? 1 - law.distribution(value) : law.distribution(value)
      }
      let slack = slack(at: extreme)
      let isNear = exp(-count * beyond(extreme + sign * slack)) < Self.leastExtreme
      let isFar =
        !hasEnds
        && Double(summary.count) * beyond(extreme - sign * slack) < Self.leastExtreme
      if isNear || isFar { return extreme }
    }
    return nil
  }

  // How improbable the differences between slices are; nil where they are not.
  private func unevenness(of law: Law) -> Double? {
    let all = (summary.slices?.all ?? []).compactMap { $0.evenness(of: law) }
    let least = all.flatMap { [$0.means, $0.squares] }.min() ?? 1
    return least < Self.leastEvenness / Double(max(1, 2 * all.count)) ? least : nil
  }
}

extension LawCandidate {
  /// Whether Keras draws by it.
  fileprivate var mayLeak: Bool { origins.contains { $0.framework.isKeras } }
}

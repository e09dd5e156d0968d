internal import Initializers
internal import Statistics
internal import WeightFiles

/// What a tensor's numbers say of its birth.
package enum Verdict: Sendable {
  /// Nothing is in it.
  case empty
  /// Numbers that are infinite, no numbers at all, or leftovers of memory.
  case broken(nonFinite: NonFiniteNumbers, subnormal: Int)
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
/// Those to which `LawTrial` has no objection stand in the order of their likelihoods, and those that are not
/// e¹⁰ times less likely than the first stand beside it. Of these, those are left whose frameworks draw such bits.
package enum Attribution {
  /// The numbers below which no verdict on laws is given.
  package static let leastCount = 1024

  // Where likelihoods part.
  private static let margin = 10.0

  /// A verdict, and what the tensor's bits say of it.
  struct Finding {
    let verdict: Verdict
    var standing = LatticeStanding.unknown

    init(_ verdict: Verdict) { self.verdict = verdict }

    /// Whether every such tensor is the same, as a forget gate's ones among zeros are.
    var isDrawnWithoutSeed: Bool {
      guard case .consistent(let matches) = verdict else { return false }
      return matches.allSatisfy(\.candidate.law.isDegenerate)
    }

    /// Takes laws that a tensor agrees with, of which its bits may leave none.
    init(_ matches: [Verdict.Match], bitsOf entry: TensorEntry) throws {
      let sample = matches.isEmpty ? nil : try LatticeSample(entry)
      let (left, standing) = matches.sifted(by: sample)
      verdict = left.isEmpty ? .trained : .consistent(left)
      self.standing = standing
    }
  }

  /// Judges a tensor by what was read of it.
  ///
  /// - Parameters:
  ///   - entry: the tensor, should more have to be read.
  ///   - leastCount: the numbers below which there are too few; fewer will do where little else is possible.
  /// - Throws: `TensorFileError`.
  static func verdict(
    on entry: TensorEntry, _ summary: TensorSummary, candidates: @autoclosure () -> [LawCandidate],
    leastCount: Int = Attribution.leastCount
  ) throws -> Finding {
    let moments = summary.moments
    guard summary.count > 0 else { return Finding(.empty) }
    if moments.nonFiniteCount > 0 || summary.hasLeftovers {
      return Finding(
        .broken(nonFinite: summary.nonFinite, subnormal: summary.subnormalCount))
    }
    if let constant = summary.constant { return Finding(.constant(constant)) }
    guard summary.count >= leastCount else { return Finding(.tooFew) }
    var trial = LawTrial(entry, summary)
    let likely = candidates().compactMap { candidate in
      trial.likelihood(of: candidate).map { (candidate, $0) }
    }.sorted { $0.1 > $1.1 }
    var matches: [Verdict.Match] = []
    var best: Double?
    for (candidate, likelihood) in likely {
      if let best, best - likelihood > margin { break }
      guard let match = try trial.match(candidate) else { continue }
      if best == nil { best = likelihood }
      matches.append(match)
    }
    return try Finding(matches, bitsOf: entry)
  }
}

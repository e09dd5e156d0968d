import Glibc
private import Mathematics

/// Rules for the number of a histogram's bins, with the names and results of
/// `numpy.histogram_bin_edges`.
package enum BinRule: String, CaseIterable, Sendable {
  /// The narrower of Freedman–Diaconis (at least half the square root rule's width) and Sturges.
  case automatic = "auto"
  /// Width 2·IQR·n^(−1/3): Freedman and Diaconis (1981), doi:10.1007/BF01025868.
  case freedmanDiaconis = "fd"
  /// Width (24√π/n)^(1/3)·σ: Scott (1979), doi:10.1093/biomet/66.3.605.
  case scott
  /// √n bins.
  case squareRoot = "sqrt"
  /// log₂ n + 1 bins: Sturges (1926), doi:10.1080/01621459.1926.10502161.
  case sturges
  /// 2·n^(1/3) bins.
  case rice
  /// Sturges' with log₂(1 + |g₁|/σ_g₁) more for skewness: Doane (1976), doi:10.1080/00031305.1976.10479172.
  case doane

  /// Returns the width of a bin, 0 where the rule has no answer.
  package func binWidth(for summary: SampleSummary) -> Double {
    guard summary.count > 0, summary.range > 0 else { return 0 }
    let n = Double(summary.count)
    switch self {
    case .automatic:
      let wide = max(
        Self.freedmanDiaconis.binWidth(for: summary),
        Self.squareRoot.binWidth(for: summary) / 2)
      return min(wide, Self.sturges.binWidth(for: summary))
    case .freedmanDiaconis: return 2 * summary.interquartileRange * pow(n, -1.0 / 3)
    case .scott:
      return pow(24 * Double.pi.squareRoot() / n, 1.0 / 3) * summary.populationStandardDeviation
    case .squareRoot: return summary.range / n.squareRoot()
    case .sturges: return summary.range / (log2(n) + 1)
    case .rice: return summary.range / (2 * pow(n, 1.0 / 3))
    case .doane:
      guard n > 2, summary.populationStandardDeviation > 0 else { return 0 }
      let error = (6 * (n - 2) / ((n + 1) * (n + 3))).squareRoot()
      return summary.range / (1 + log2(n) + log2(1 + abs(summary.skewness) / error))
    }
  }

  /// Returns the number of bins over the sample's range, from 1 to `limit`.
  package func binCount(for summary: SampleSummary, limit: Int = 1 << 20) -> Int {
    let width = binWidth(for: summary)
    guard width > 0 else { return 1 }
    let bins = (summary.range / width).rounded(.up)
    return bins < Double(max(limit, 1)) ? max(Int(clamping: bins), 1) : max(limit, 1)
  }
}

/// How the number of a histogram's bins is chosen.
package enum BinChoice: Hashable, Sendable, CustomStringConvertible {
  /// By a rule, as far as the screen's columns allow.
  case rule(BinRule)
  /// This many over the law's range, as far as the screen's columns allow.
  case count(Int)
  /// One bin a column.
  case columns

  /// What is chosen where nothing is said.
  package static let standard = BinChoice.rule(.freedmanDiaconis)

  /// The choices a key goes through; a number is typed.
  package static let choices: [BinChoice] =
    [.rule(.freedmanDiaconis), .rule(.scott), .rule(.squareRoot), .rule(.rice), .rule(.doane)]
    + [.rule(.sturges), .columns]

  /// The words of the command line besides numbers.
  package static let words: [String] =
    choices.filter { $0 != .columns }.map(\.description) + ["auto", "columns"]

  /// The most bins that can be asked for.
  package static let mostBins = 1000

  /// The word on the command line: numpy's name of the rule, `columns`, or a number.
  package var description: String {
    switch self {
    case .rule(let rule): rule.rawValue
    case .count(let count): "\(count)"
    case .columns: "columns"
    }
  }
}

/// What bin rules and bandwidths need to know of a sample.
package struct SampleSummary: Equatable, Sendable {
  /// The number of values.
  package var count: Int
  /// The greatest value less the least.
  package var range: Double
  /// The square root of Σ(x − mean)²/n.
  package var populationStandardDeviation: Double
  /// The distance between the quartiles.
  package var interquartileRange: Double
  /// The skewness m₃ / m₂^(3/2).
  package var skewness: Double

  /// Creates a summary of known numbers.
  package init(
    count: Int, range: Double, populationStandardDeviation: Double, interquartileRange: Double,
    skewness: Double = 0
  ) {
    self.count = count
    self.range = range
    self.populationStandardDeviation = populationStandardDeviation
    self.interquartileRange = interquartileRange
    self.skewness = skewness
  }

  /// Creates the summary of a sample's moments and its counts in fine cells.
  package init(_ moments: Moments, _ histogram: FineHistogram) {
    self.init(
      count: moments.count, range: moments.maximum - moments.minimum,
      populationStandardDeviation: (moments.squares / Double(moments.count)).squareRoot(),
      interquartileRange: histogram.interquartileRange, skewness: moments.skewness)
  }
}

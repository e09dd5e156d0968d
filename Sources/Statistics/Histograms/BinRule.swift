import Glibc
private import Mathematics

/// Rules for the number of a histogram's bins, with the names and results of
/// `numpy.histogram_bin_edges`.
package enum BinRule: String, CaseIterable, Sendable {
  /// The narrower of Freedman–Diaconis (at least half the square root rule's width) and Sturges.
  case automatic

  /// Width 2·IQR·n^(−1/3): Freedman and Diaconis (1981), doi:10.1007/BF01025868.
  case freedmanDiaconis

  /// Width (24√π/n)^(1/3)·σ: Scott (1979), doi:10.1093/biomet/66.3.605.
  case scott

  /// √n bins.
  case squareRoot

  /// log₂ n + 1 bins: Sturges (1926), doi:10.1080/01621459.1926.10502161.
  case sturges

  /// 2·n^(1/3) bins.
  case rice

  /// Sturges' with log₂(1 + |g₁|/σ_g₁) more for skewness: Doane (1976), doi:10.1080/00031305.1976.10479172.
  case doane
}

extension BinRule {
  /// What the rule is called.
  package var title: String {
    switch self {
    case .automatic: "automatic"
    case .freedmanDiaconis: "Freedman–Diaconis"
    case .scott: "Scott"
    case .squareRoot: "square root"
    case .sturges: "Sturges"
    case .rice: "Rice"
    case .doane: "Doane"
    }
  }

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

/// Fourth moments over squared second ones: how far a mean over n neurons strays.
extension Activation {
  /// κf(q) = E f⁴/(E f²)² at x ~ N(0, q): a mean of f² over n neurons varies by (κf − 1)/n.
  ///
  /// 6 for relu, 3 for linear, at every q. Source: Hanin & Rolnick 2018, arXiv:1803.01719.
  package func kurtosis(_ q: Double) -> Double {
    guard q >= 0 else { return .nan }
    if homogeneousFactor != nil || (q == 0 && value(0.0) == 0) {
      return 3 * Self.kurtosis(nearSlopes)
    }
    if q == .infinity {
      return limits.map(Self.kurtosis) ?? 3 * Self.kurtosis(farSlopes)
    }
    let mean = secondMoment(q)
    return expectation(at: q, atInfinity: .nan) { x in
      // Divided before it is squared again, so that no power overflows.
      let share = value(x) / mean * value(x)
      return share * share
    }
  }

  private static func kurtosis(_ sides: (left: Double, right: Double)) -> Double {
    let (left, right) = (sides.left * sides.left, sides.right * sides.right)
    return 2 * (left * left + right * right) / ((left + right) * (left + right))
  }
}

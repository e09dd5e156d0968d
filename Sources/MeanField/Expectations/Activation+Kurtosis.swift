/// Fourth moments over squared second ones: how far a mean over n neurons strays.
extension Activation {
  /// κf(q) = E f⁴/(E f²)² at x ~ N(0, q): a mean of f² over n neurons varies by (κf − 1)/n.
  ///
  /// 6 for relu, 3 for linear, at every q. Source: Hanin & Rolnick 2018, arXiv:1803.01719.
  package func kurtosis(_ q: Double) -> Double {
    guard q >= 0 else { return .nan }
    if homogeneousFactor != nil || (q == 0 && value(0.0) == 0) {
      return 3 * Self.slopeKurtosis(nearSlopes)
    }
    if q == .infinity {
      return self == .tanh ? 1 : self == .sigmoid ? 2 : 3 * Self.slopeKurtosis(farSlopes)
    }
    let mean = secondMoment(q)
    return expectation(at: q, atInfinity: .nan) { x in
      // Divided before it is squared again, so that no power overflows.
      let share = value(x) / mean * value(x)
      return share * share
    }
  }

  private static func slopeKurtosis(_ slopes: (left: Double, right: Double)) -> Double {
    let (left, right) = (slopes.left * slopes.left, slopes.right * slopes.right)
    return 2 * (left * left + right * right) / ((left + right) * (left + right))
  }
}

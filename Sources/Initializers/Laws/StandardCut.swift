private import Glibc
private import Mathematics

/// The standard normal law cut to an interval that reaches further up than down.
///
/// Places are counted from the point where the density is greatest, 0 or the lower end above it:
/// z = peak + t. With the density relative to that point, e^(−t(peak + t/2)), nothing underflows,
/// however far out the interval lies.
struct StandardCut: Hashable {
  /// The z of the greatest density.
  let peak: Double
  /// The first place.
  let first: Double
  /// The last place.
  let last: Double
  /// The integral of the relative density.
  let total: Double
  // So narrow that tails would cancel, but one panel integrates the density exactly.
  private let isNarrow: Bool

  /// Cuts to [start, start + width], start ≥ −(start + width).
  init(start: Double, end: Double, width: Double) {
    peak = max(0, start)
    first = min(0, start)
    last = start > 0 ? width : end
    isNarrow = width * (max(abs(start), abs(end)) + 1) < 1
    total = Self.mass(from: first, to: last, peak: peak, isNarrow: isNarrow)
  }

  /// The share of the uncut law that lies in the interval, Z = Φ(β) − Φ(α).
  var keptShare: Double { total * NormalDistribution.density(peak) }

  /// The density relative to the peak's.
  func relativeDensity(_ place: Double) -> Double { Self.relativeDensity(place, peak: peak) }

  /// The share of the cut law between two places.
  func share(from start: Double, to end: Double) -> Double {
    let (start, end) = (max(first, start), min(last, end))
    guard start < end else { return 0 }
    // Halves are halves, however their integrals round.
    if peak == 0, first == -last, start == 0 || end == 0, start == first || end == last {
      return 0.5
    }
    return min(1, Self.mass(from: start, to: end, peak: peak, isNarrow: isNarrow) / total)
  }

  /// The place under which a share of the cut law lies.
  func place(ofShare p: Double) -> Double {
    if p <= 0 { return first }
    if p >= 1 { return last }
    if peak == 0, !isNarrow {
      let below = NormalDistribution.distribution(first)
      return min(last, max(first, NormalDistribution.quantile(below + p * keptShare)))
    }
    // By halves, to the last bit; beyond the reach nothing is left of a double's range.
    let end = min(last, Self.reach(of: peak, exponent: 750))
    return Bisection.boundary(from: first, to: end, halvings: 80) { share(from: first, to: $0) < p }
  }

  /// The mean, and the variance and fourth moment about it, in units of a length that none of
  /// them underflows in.
  ///
  /// The closed forms cancel in the tails, so they are integrated, as far from the peak as the
  /// density matters.
  var moments: (length: Double, mean: Double, variance: Double, fourth: Double) {
    let reach = Self.reach(of: peak, exponent: 50)
    let (from, to) = (max(first, -reach), min(last, reach))
    let length = to - from
    guard length > 0, length.isFinite else { return (length, .nan, .nan, .nan) }
    func integrate(_ body: (_ place: Double, _ mass: Double) -> Void) {
      GaussLegendre.visit(from: from / length, to: to / length, panels: 12) { place, weight in
        body(place, weight * relativeDensity(length * place))
      }
    }
    var (mass, moment) = (0.0, 0.0)
    integrate { place, weight in
      mass += weight
      moment += place * weight
    }
    // Exact where the two halves cancel.
    let mean = peak == 0 && first == -last ? 0 : moment / mass
    var (second, fourth) = (0.0, 0.0)
    integrate { place, weight in
      let square = (place - mean) * (place - mean)
      second += square * weight
      fourth += square * square * weight
    }
    return (length, mean, second / mass, fourth / mass)
  }

  // How far from the peak the relative density falls to e^(−exponent).
  private static func reach(of peak: Double, exponent: Double) -> Double {
    2 * exponent / ((peak * peak + 2 * exponent).squareRoot() + peak)
  }

  private static func relativeDensity(_ place: Double, peak: Double) -> Double {
    exp(-place * (peak + place / 2))
  }

  private static func mass(
    from start: Double, to end: Double, peak: Double, isNarrow: Bool
  ) -> Double {
    guard start < end else { return 0 }
    if isNarrow {
      var sum = 0.0
      GaussLegendre.visit(from: start, to: end, panels: 1) { place, weight in
        sum += weight * relativeDensity(place, peak: peak)
      }
      return sum
    }
    if start > 0 || peak > 0 { return tail(start, peak: peak) - tail(end, peak: peak) }
    if end < 0 { return tail(-end, peak: peak) - tail(-start, peak: peak) }
    return (Double.pi / 2).squareRoot()
      * (erf(end * 0.5.squareRoot()) - erf(start * 0.5.squareRoot()))
  }

  // What lies beyond a place, of the relative density.
  private static func tail(_ place: Double, peak: Double) -> Double {
    let density = relativeDensity(place, peak: peak)
    return density > 0 ? density * NormalDistribution.millsRatio(peak + place) : 0
  }
}

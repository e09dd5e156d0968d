private import Glibc
private import Quadrature

/// A normal law cut to an interval, with its moments.
///
/// Density φ((x − μ)/σ)/(σ·Z) on [low, high], Z = Φ(β) − Φ(α), α = (low − μ)/σ, β = (high − μ)/σ.
public struct TruncatedNormal: Hashable, Sendable {
  /// The mean μ of the normal law before it is cut.
  public let location: Double
  /// The standard deviation σ before it is cut.
  public let scale: Double
  /// The standard deviation as it was given, which may be negative.
  let signedScale: Double
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double
  /// The mean of the cut law.
  public let mean: Double
  /// The standard deviation of the cut law.
  public let std: Double
  /// The kurtosis of the cut law.
  public let kurtosis: Double

  // The mass in the interval, measured in the nearer tail so that its digits are kept.
  private let mass: Double
  private let isInUpperTail: Bool

  /// Makes a law; a negative scale counts as its size, as in PyTorch's rejection.
  public init(location: Double, scale: Double, low: Double, high: Double) {
    self.location = location
    self.scale = abs(scale)
    signedScale = scale
    self.low = low
    self.high = high
    let alpha = (low - location) / abs(scale)
    let beta = (high - location) / abs(scale)
    isInUpperTail = alpha > 0
    mass =
      isInUpperTail
      ? NormalDistribution.distribution(-alpha) - NormalDistribution.distribution(-beta)
      : NormalDistribution.distribution(beta) - NormalDistribution.distribution(alpha)
    let moments = Self.moments(alpha, beta)
    mean = location + abs(scale) * moments.mean
    std = abs(scale) * moments.variance.squareRoot()
    kurtosis = moments.fourth / (moments.variance * moments.variance)
  }

  /// Whether there is mass enough for a density.
  var hasDensity: Bool { mass > 0 && std > 0 && std.isFinite && mean.isFinite }

  /// The density at x.
  func density(_ x: Double) -> Double {
    guard x >= low, x <= high, mass > 0 else { return 0 }
    return NormalDistribution.density((x - location) / scale) / (scale * mass)
  }

  /// F(x).
  func distribution(_ x: Double) -> Double {
    guard x > low else { return 0 }
    guard x < high else { return 1 }
    let z = (x - location) / scale
    let alpha = (low - location) / scale
    let part =
      isInUpperTail
      ? NormalDistribution.distribution(-alpha) - NormalDistribution.distribution(-z)
      : NormalDistribution.distribution(z) - NormalDistribution.distribution(alpha)
    return min(1, max(0, part / mass))
  }

  /// The x with F(x) = p.
  func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    let alpha = (low - location) / scale
    let z =
      isInUpperTail
      ? -NormalDistribution.quantile(NormalDistribution.distribution(-alpha) - p * mass)
      : NormalDistribution.quantile(NormalDistribution.distribution(alpha) + p * mass)
    return min(high, max(low, location + scale * z))
  }

  // Central moments in units of the scale. The closed forms cancel in the tails, so they are
  // integrated, as far from the peak as the density matters.
  private static func moments(
    _ alpha: Double, _ beta: Double
  ) -> (mean: Double, variance: Double, fourth: Double) {
    let peak = min(beta, max(alpha, 0))
    guard alpha < beta, peak.isFinite else { return (peak, alpha == beta ? 0 : .nan, .nan) }
    // Where φ(z)/φ(peak) falls below e⁻⁵⁰: |z| up to √(peak² + 100).
    let reach = (peak * peak + 100).squareRoot()
    let (from, to) = (max(alpha, -reach), min(beta, reach))
    func integrate(_ body: (_ z: Double, _ mass: Double) -> Void) {
      GaussLegendre.visit(from: from, to: to, panels: 12) { z, weight in
        body(z, weight * exp((peak - z) * (peak + z) / 2))
      }
    }
    var (total, first) = (0.0, 0.0)
    integrate { z, mass in
      total += mass
      first += (z - peak) * mass
    }
    let mean = peak + first / total
    var (second, fourth) = (0.0, 0.0)
    integrate { z, mass in
      let square = (z - mean) * (z - mean)
      second += square * mass
      fourth += square * square * mass
    }
    return (mean, second / total, fourth / total)
  }
}

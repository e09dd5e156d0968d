/// A normal law cut to an interval, with its moments.
///
/// Density φ((x − μ)/σ)/(σ·Z) on [low, high], Z = Φ(β) − Φ(α), α = (low − μ)/σ, β = (high − μ)/σ.
package struct TruncatedNormal: Hashable, Sendable {
  /// The mean μ of the normal law before it is cut.
  package let location: Double
  /// The standard deviation σ before it is cut.
  package let scale: Double
  /// The standard deviation as it was given, which may be negative.
  package let signedScale: Double
  /// The lower end.
  package let low: Double
  /// The upper end.
  package let high: Double
  /// The mean of the cut law.
  package let mean: Double
  /// The standard deviation of the cut law.
  package let std: Double
  /// The kurtosis of the cut law.
  package let kurtosis: Double
  // The same law in standard units, turned over if it reaches further down than up: a law and its
  // mirror image have the same digits.
  private let standard: StandardCut
  private let isMirrored: Bool
  // Whether the density is the same everywhere, to the last bit.
  private let isFlat: Bool

  /// Makes a law; a negative scale counts as its size, as in PyTorch's rejection.
  package init(location: Double, scale signedScale: Double, low: Double, high: Double) {
    let scale = abs(signedScale)
    (self.location, self.scale, self.signedScale) = (location, scale, signedScale)
    (self.low, self.high) = (low, high)
    let (alpha, beta) = ((low - location) / scale, (high - location) / scale)
    let width = (high - low) / scale
    isFlat = low < high && width * (max(abs(alpha), abs(beta)) + 1) < 1e-13
    isMirrored = alpha + beta < 0
    standard =
      isMirrored
      ? StandardCut(start: -beta, end: -alpha, width: width)
      : StandardCut(start: alpha, end: beta, width: width)
    if isFlat {
      (mean, std, kurtosis) = (low / 2 + high / 2, (high - low) / 12.0.squareRoot(), 1.8)
      return
    }
    guard low < high else {
      (mean, std, kurtosis) = (low == high ? low : .nan, low == high ? 0 : .nan, .nan)
      return
    }
    let moments = standard.moments
    let unit = scale * moments.length
    let origin = standard.peak == 0 ? location : isMirrored ? high : low
    mean = origin + (isMirrored ? -unit : unit) * moments.mean
    std = unit * moments.variance.squareRoot()
    kurtosis = moments.fourth / (moments.variance * moments.variance)
  }

  /// α, the lower end in units of σ from μ.
  package var standardLow: Double { (low - location) / scale }

  /// β, the upper end in units of σ from μ.
  package var standardHigh: Double { (high - location) / scale }

  /// Z, the share of the normal law that the cut keeps; 0 where that is too small for a number.
  package var keptShare: Double { standard.keptShare }

  /// Whether there is a density.
  var hasDensity: Bool {
    isFlat || (standard.total > 0 && std > 0 && std.isFinite && mean.isFinite)
  }

  /// The density at x.
  func density(_ x: Double) -> Double {
    guard x >= low, x <= high, hasDensity else { return 0 }
    return isFlat
      ? 1 / (high - low) : standard.relativeDensity(place(of: x)) / (scale * standard.total)
  }

  /// F(x).
  func distribution(_ x: Double) -> Double {
    guard x > low else { return 0 }
    guard x < high else { return 1 }
    if isFlat { return (x - low) / (high - low) }
    let place = place(of: x)
    return isMirrored
      ? standard.share(from: place, to: standard.last)
      : standard.share(from: standard.first, to: place)
  }

  /// The x with F(x) = p.
  func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return low }
    if p == 1 { return high }
    if isFlat { return low + p * (high - low) }
    let place = scale * standard.place(ofShare: isMirrored ? 1 - p : p)
    return min(high, max(low, origin + (isMirrored ? -place : place)))
  }

  // From where places are counted.
  private var origin: Double { standard.peak == 0 ? location : isMirrored ? high : low }

  private func place(of x: Double) -> Double {
    (isMirrored ? origin - x : x - origin) / scale
  }
}

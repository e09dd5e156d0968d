private import Glibc

/// What depth does to a sequence of mean squares, in numbers; `Verdict.description` has the words.
///
/// ```swift
/// let map = LengthMap(.relu, weightVariance: 1)
/// Verdict(meanSquares: map.lengths(from: 1, layers: 30), destination: map.destination(from: 1))
/// // halves every layer: rms × 2⁻¹⁵ after 30
/// ```
public struct Verdict: Hashable, Sendable {
  /// The four things that can happen.
  public enum Kind: String, Hashable, Sendable {
    /// The last mean square is about the first.
    case keeps
    /// It falls on and on.
    case vanishes
    /// It grows on and on.
    case explodes
    /// It changes first and then stays.
    case settles
  }

  /// Whose mean squares they are.
  public enum Subject: Hashable, Sendable {
    /// Pre-activations or activations, from the first layer on.
    case signal
    /// ∂L/∂z or ∂L/∂W, from the last layer back.
    case gradients
  }

  /// What happens.
  public let kind: Kind
  /// Whose mean squares they are.
  public let subject: Subject
  /// The factor of the mean square a layer: the median over layers, so that the first few do not count.
  public let factor: Double
  /// How many mean squares there are.
  public let layers: Int
  /// The last mean square that is a positive number.
  public let last: Double
  /// The layer, from 1 in the order given, at which nothing above 0 or nothing finite is left.
  public let lostAt: Int?

  /// The factor of the root mean square a layer.
  public var rootFactor: Double { factor.squareRoot() }
  /// What all layers do to the root mean square: as many of them as there are at one rate, or, where
  /// the rate changes, from the first layer to the last.
  public let totalRootFactor: Double

  /// Judges mean squares in the order the signal, or the gradient, passes the layers.
  ///
  /// A change within a factor of 1.5, or within two standard deviations of a network of the width, is
  /// none. Where theory says that a sequence vanishes or diverges it cannot settle, however slowly it
  /// goes: tanh with gain 1 falls as 1/2l.
  /// - Parameters:
  ///   - destination: where theory says it goes, if that is known.
  ///   - logarithmicDeviation: σ of the last mean square's logarithm, of `Band`.
  public init(
    meanSquares: [Double], subject: Subject = .signal, destination: Destination? = nil,
    logarithmicDeviation: Double = 0
  ) {
    self.subject = subject
    layers = meanSquares.count
    let end = meanSquares.firstIndex { !($0 > 0 && $0.isFinite) }
    let logarithms = meanSquares[..<(end ?? meanSquares.count)].map { log($0) }
    lostAt = end.map { $0 + 1 }
    last = logarithms.last.map { exp($0) } ?? meanSquares.first ?? .nan
    let rates = zip(logarithms.dropFirst(), logarithms).map { $0 - $1 }
    let change = (logarithms.last ?? 0) - (logarithms.first ?? 0)
    var rate = Self.median(rates)
    let isEven = rates.allSatisfy { abs($0 - rate) <= 0.02 * abs(rate) }
    // A rate that goes the other way than the whole would contradict it.
    if rate * change < 0 { rate = change / Double(max(1, rates.count)) }
    factor = exp(rate)
    totalRootFactor = exp((isEven ? rate * Double(layers) : change) / 2)
    if let end {
      kind = meanSquares[end] == 0 ? .vanishes : .explodes
    } else {
      let deviation = logarithmicDeviation.isFinite ? abs(logarithmicDeviation) : 0
      kind = Self.kind(logarithms, max(log(1.5), 2 * deviation), destination)
    }
  }

  private static func kind(
    _ logarithms: [Double], _ tolerance: Double, _ destination: Destination?
  ) -> Kind {
    guard let first = logarithms.first, let last = logarithms.last else { return .keeps }
    let change = last - first
    if abs(change) <= tolerance { return .keeps }
    switch destination {
    case .vanishes where change < 0: return .vanishes
    case .diverges where change > 0: return .explodes
    case .settles(let point)
    where point.stability != .unstable && abs(last - log(point.length)) <= tolerance:
      return .settles
    default: break
    }
    // Level over the last third, at a rate that as many layers again would not notice.
    let third = logarithms[logarithms.count * 2 / 3]
    if logarithms.count >= 6, abs(last - third) <= min(tolerance / 4, abs(change) / 10) {
      return .settles
    }
    return change < 0 ? .vanishes : .explodes
  }

  private static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

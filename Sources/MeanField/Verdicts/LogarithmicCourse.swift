private import Glibc
internal import Words

/// Positive mean squares, by their logarithms.
struct LogarithmicCourse {
  private let logarithms: [Double]

  /// Takes at least one mean square; nil if one of them is 0 or no finite number.
  init?(_ meanSquares: [Double]) {
    guard !meanSquares.isEmpty, meanSquares.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      return nil
    }
    logarithms = meanSquares.map { log($0) }
  }

  /// ln of the last mean square over the first.
  var total: Double { (logarithms.last ?? 0) - (logarithms.first ?? 0) }

  private var steps: Int { logarithms.count - 1 }

  /// The change of the root mean square; nil for a single layer.
  var change: Verdict.Change? {
    guard steps > 0 else { return nil }
    return Verdict.Change(total: exp(total / 2), perLayer: exp(total / 2 / Double(steps)))
  }

  /// Whether half of the layers, of two steps or more, have the mean rate within 15 per cent.
  var isEven: Bool {
    guard steps >= 2 else { return false }
    let rate = total / Double(steps)
    let near = zip(logarithms.dropFirst(), logarithms).filter { next, last in
      abs(next - last - rate) <= 0.15 * abs(rate)
    }
    return near.count * 2 >= steps
  }

  /// What happens, a change within a factor of 1.5 being none.
  func kind(_ destination: Destination?) -> Verdict.Kind {
    let tolerance = log(1.5)
    if abs(total) <= tolerance { return .keeps }
    let last = logarithms[logarithms.count - 1]
    switch destination {
    case .vanishes where total < 0: return .vanishes
    case .diverges where total > 0: return .explodes
    case .settles(let point)
    where point.stability != .unstable && abs(last - log(point.length)) <= tolerance:
      return .settles
    default: break
    }
    // Level over the last third, at a rate that as many layers again would not notice.
    let third = logarithms[logarithms.count * 2 / 3]
    if logarithms.count >= 6, abs(last - third) <= min(tolerance / 4, abs(total) / 10) {
      return .settles
    }
    return total < 0 ? .vanishes : .explodes
  }
}

/// A factor in three digits, or as a power of two where it is one.
struct Factor: CustomStringConvertible {
  let value: Double

  init(_ value: Double) { self.value = value }

  var description: String {
    let exponent = log2(value)
    let whole = exponent.rounded()
    // Four digits of the factor, so that the power is the number.
    guard abs(whole) >= 4, abs(whole) < 1100, abs(exponent - whole) < 1e-4 else {
      return "\(Numeral.short(value))"
    }
    return "2" + Numeral.raised(Int(exactly: whole) ?? 0)
  }
}

/// Equally spaced values in whole multiples of a decimal step.
struct TickCandidate: Hashable, Sendable {
  var first: Double
  var step: Double
  var count: Int

  /// The i-th value; what is zero up to rounding is zero.
  func value(_ index: Int) -> Double {
    let value = first + Double(index) * step
    return abs(value) < step * 1e-9 ? 0 : value
  }

  var values: [Double] { (0..<count).map(value) }
}

/// The region between two lines over the same x.
public struct LineBand: Hashable, Sendable {
  /// Where the corners are across, ascending.
  public var x: [Double]
  /// The lower line.
  public var low: [Double]
  /// The upper line.
  public var high: [Double]

  /// Makes a band; corners beyond the shortest of the lists are dropped.
  public init(x: [Double], low: [Double], high: [Double]) {
    let count = min(x.count, low.count, high.count)
    self.x = Array(x.prefix(count))
    self.low = Array(low.prefix(count))
    self.high = Array(high.prefix(count))
  }

  /// The ends of the band at a place, interpolated, or nil beside it.
  func range(at place: Double) -> (low: Double, high: Double)? {
    guard let first = x.first, let last = x.last, place >= first, place <= last else { return nil }
    let index = min(max(0, x.count - 2), max(0, (x.firstIndex { $0 > place } ?? x.count) - 1))
    guard x.count > 1, x[index + 1] > x[index] else { return (low[index], high[index]) }
    let part = (place - x[index]) / (x[index + 1] - x[index])
    return (
      low[index] * (1 - part) + low[index + 1] * part,
      high[index] * (1 - part) + high[index + 1] * part
    )
  }
}

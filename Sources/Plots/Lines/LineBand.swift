internal import Mathematics

/// The region between two lines over the same x.
package struct LineBand: Hashable, Sendable {
  /// Where the corners are across, ascending.
  package var x: [Double]
  /// The lower line.
  package var low: [Double]
  /// The upper line.
  package var high: [Double]
  /// Whether it is shaded more lightly than other bands, such as the wider one of two.
  package var isLight: Bool

  /// Makes a band; corners beyond the shortest of the lists are dropped.
  package init(x: [Double], low: [Double], high: [Double], isLight: Bool = false) {
    let count = min(x.count, low.count, high.count)
    self.x = Array(x.prefix(count))
    self.low = Array(low.prefix(count))
    self.high = Array(high.prefix(count))
    self.isLight = isLight
  }

  /// The ends of the band at a place, interpolated, or nil beside it.
  func range(at place: Double) -> (low: Double, high: Double)? {
    guard let first = x.first, let last = x.last, place >= first, place <= last else { return nil }
    let index = min(max(0, x.count - 2), max(0, x.indices.partitioningIndex { x[$0] > place } - 1))
    guard x.count > 1, x[index + 1] > x[index] else { return (low[index], high[index]) }
    let part = (place - x[index]) / (x[index + 1] - x[index])
    return (
      low[index] * (1 - part) + low[index + 1] * part,
      high[index] * (1 - part) + high[index + 1] * part
    )
  }
}

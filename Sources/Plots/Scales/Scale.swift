import Glibc
private import Mathematics

/// A mapping between data and cells, used alike by bars, ticks, markers, curves and cursors.
///
/// Cell *i* holds the data from its near edge up to, but not including, its far edge; the last
/// cell holds its far edge too. `low` lies at the near edge of cell 0 and may be the greater end,
/// as on a vertical axis, whose row 0 is at the top.
package struct Scale: Hashable, Sendable {
  /// How data is spaced along the cells.
  package enum Kind: Hashable, Sendable {
    /// Equal differences take equal lengths.
    case linear
    /// Equal ratios take equal lengths.
    case log10
  }

  /// The data at the near edge of the first cell.
  package let low: Double
  /// The data at the far edge of the last cell.
  package let high: Double
  /// The number of cells, never negative.
  package let cells: Int
  /// How data is spaced.
  package let kind: Kind

  /// Makes a scale; ends that cannot span one (equal, not finite, not positive on a logarithmic
  /// scale) are replaced by the nearest that can.
  package init(low: Double, high: Double, cells: Int, kind: Kind = .linear) {
    let ends = kind == .log10 ? Self.positiveEnds(low, high) : Self.linearEnds(low, high)
    self.low = ends.low
    self.high = ends.high
    self.cells = max(0, cells)
    self.kind = kind
  }

  /// The distance of a value from the scale's near end, in cells; NaN for a value it cannot place.
  package func position(of value: Double) -> Double {
    let fraction: Double
    switch kind {
    case .linear:
      // Halves, so that the widest finite range does not overflow.
      fraction = (value / 2 - low / 2) / (high / 2 - low / 2)
    case .log10:
      guard value > 0 else { return .nan }
      fraction = log(value / low) / log(high / low)
    }
    let position = fraction * Double(cells)
    // A bin's edge must not fall into the cell before it by a rounding error.
    let nearest = position.rounded()
    // On a logarithmic scale nothing is counted, and a mean of floats is on its tick's side of it.
    let tolerance = kind == .log10 ? 1e-6 : 1e-9
    return abs(position - nearest) < tolerance * max(1, Double(cells)) ? nearest : position
  }

  /// The cell that holds a value, or nil outside the scale.
  package func cell(of value: Double) -> Int? {
    let position = position(of: value)
    guard cells > 0, position >= 0, position <= Double(cells) else { return nil }
    return min(cells - 1, Int(clamping: position))
  }

  /// The value at a distance from the near end, in cells.
  package func value(at position: Double) -> Double {
    guard cells > 0 else { return low }
    let fraction = position / Double(cells)
    switch kind {
    case .linear: return low * (1 - fraction) + high * fraction
    case .log10: return low * pow(high / low, fraction)
    }
  }

  /// The value in the middle of a cell.
  package func center(of cell: Int) -> Double {
    value(at: Double(cell) + 0.5)
  }

  /// How far a value lies from the middle of a cell, in so many parts of a cell.
  func offset(of value: Double, from cell: Int, parts: Int) -> Int {
    let distance = position(of: value) - Double(cell) - 0.5
    return distance.isFinite ? Int(clamping: (distance * Double(parts)).rounded()) : 0
  }

  /// The same range in cells so many times finer.
  package func refined(by factor: Int) -> Scale {
    Scale(low: low, high: high, cells: cells * max(1, factor), kind: kind)
  }

  private static func linearEnds(_ low: Double, _ high: Double) -> (low: Double, high: Double) {
    guard low.isFinite, high.isFinite else { return (0, 1) }
    guard low == high else { return (low, high) }
    let half = low == 0 ? 1 : abs(low) / 2
    return (low - half, low + half)
  }

  private static func positiveEnds(_ low: Double, _ high: Double) -> (low: Double, high: Double) {
    let greatest = max(low, high)
    guard low.isFinite, high.isFinite, greatest > 0 else { return (0.1, 1) }
    if low == high { return (low / 10, low * 10) }
    return (low > 0 ? low : high / 1000, high > 0 ? high : low / 1000)
  }
}

private import Mathematics
package import Words

/// Cells of equal width over [low, high], with the edges `numpy.linspace` gives in float64.
///
/// Every cell is half-open, [edge(i), edge(i + 1)), except the last, which includes `high`: the
/// rule of `numpy.histogram`. A degenerate domain, low = high, keeps its one value in the last
/// cell.
package struct UniformGrid: Sendable, Equatable {
  /// The lower end of the first cell.
  package let low: Double
  /// The upper end of the last cell, included in it.
  package let high: Double
  /// The number of cells.
  package let cellCount: Int
  /// The width of a cell, (high − low) / cellCount.
  package let cellWidth: Double
  /// The least float beyond each edge: a value lies in slot s + 1 or higher if it is ≥ entry s.
  ///
  /// Slot 0 is below the grid, slot i + 1 is cell i, slot cellCount + 1 is above the grid.
  let thresholds: [Float]
  /// How a float's slot is estimated in single precision, if that can be trusted to one slot.
  let estimate: SlotEstimate?

  /// The most cells a grid has; more are cut to it.
  package static let mostCells = 1 << 24

  /// Creates a grid of at least one cell; ends are put in order and within the range of floats.
  package init(low: Double, high: Double, cellCount: Int) {
    let (first, last) = (Self.withinFloats(low), Self.withinFloats(high))
    self.low = min(first, last)
    self.high = max(first, last)
    self.cellCount = min(max(cellCount, 1), Self.mostCells)
    cellWidth = (self.high - self.low) / Double(self.cellCount)
    var thresholds = [Float]()
    thresholds.reserveCapacity(self.cellCount + 1)
    for index in 0..<self.cellCount {
      let edge = Double(index) * cellWidth + self.low
      let rounded = Float(edge)
      thresholds.append(Double(rounded) < edge ? rounded.nextUp : rounded)
    }
    let rounded = Float(self.high)
    thresholds.append(Double(rounded) > self.high ? rounded : rounded.nextUp)
    self.thresholds = thresholds
    estimate = SlotEstimate(low: self.low, cellWidth: cellWidth, cellCount: self.cellCount)
  }

  /// Returns edge `index`, counted from 0 to `cellCount`: low + index·cellWidth, the last `high`.
  package func edge(_ index: Int) -> Double {
    index >= cellCount ? high : Double(index) * cellWidth + low
  }

  /// Returns the cell a value lies in: −1 below the grid, `cellCount` above it, nil for NaN.
  package func cell(of value: Float) -> Int? {
    value.isNaN ? nil : slot(of: value) - 1
  }

  /// Returns the slot of a value that is not NaN, near where it should be or else by bisection.
  func slot(of value: Float) -> Int {
    let position = (Double(value) - low) / cellWidth
    if position > -1, position < Double(cellCount) + 1 {
      // One too low, right or one too high by rounding.
      var slot = min(max(Int(clamping: position) + 1, 0), thresholds.count)
      if slot > 0, value < thresholds[slot - 1] { slot -= 1 }
      if slot < thresholds.count, value >= thresholds[slot] { slot += 1 }
      if slot == 0 || thresholds[slot - 1] <= value,
        slot == thresholds.count || value < thresholds[slot]
      {
        return slot
      }
    }
    return thresholds.indices.partitioningIndex { thresholds[$0] > value }
  }

  private static func withinFloats(_ value: Double) -> Double {
    let limit = Double(Float.greatestFiniteMagnitude)
    return value.isNaN ? 0 : min(max(value, -limit), limit)
  }

  /// Two grids are equal if their ends and their numbers of cells are.
  package static func == (left: UniformGrid, right: UniformGrid) -> Bool {
    left.low == right.low && left.high == right.high && left.cellCount == right.cellCount
  }
}

/// What histograms refuse to do.
package enum HistogramError: Error, Equatable, Worded {
  /// Counts over different cells cannot be added.
  case differentGrids

  /// The refusal in words.
  package var phrase: Phrase {
    switch self {
    case .differentGrids: Phrase("error.histograms")
    }
  }
}

private import Glibc
internal import Initializers
private import Mathematics
internal import Measurements
internal import Statistics

/// The values of a sample worth showing: a bounded law's support, and of others as far as the greatest
/// of n weights may be expected, but not beyond 4.2 standard deviations.
struct SampleExtent: Equatable {
  /// The fine cells.
  let cells: Range<Int>
  /// The values from the first cell's lower end to the last one's upper end.
  let values: ClosedRange<Double>
  /// Whether the law has no weights beyond.
  let isBounded: Bool

  init(_ measurement: Measurement) {
    let (cells, grid) = (measurement.histogram.cellCount, measurement.histogram.grid)
    let padding = measurement.range.paddingCells
    isBounded = padding > 0
    if padding > 0 {
      self.cells = padding..<cells - padding
    } else {
      let count = Double(max(2, measurement.moments.count))
      let reach = min(4.2, max(2.8, (2 * log(count)).squareRoot()))
      let shown = Int(clamping: (reach / LawRange.normalReach * Double(cells)).rounded(.up))
      self.cells = (cells - shown) / 2..<(cells + shown) / 2
    }
    values = grid.edge(self.cells.lowerBound)...grid.edge(self.cells.upperBound)
  }

  /// The values shown with a little room about them, so that nothing lies on the frame.
  var withMargin: ClosedRange<Double> {
    let margin = isBounded ? (values.upperBound - values.lowerBound) / 40 : 0
    return values.lowerBound - margin...values.upperBound + margin
  }
}

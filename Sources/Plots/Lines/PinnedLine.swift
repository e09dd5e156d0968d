import Screen

/// The line of the pinned scene A of a comparison.
package struct PinnedLine: Hashable, Sendable {
  /// Where its points are across, ascending.
  package var x: [Double]
  /// What the plot shows of them, such as a deviation or a quantile of the sample.
  package var y: [Double]
  /// The size of A's sample, for plots with a band; 0 for that of the present one.
  package var total: Int
  /// What the legend calls A.
  package var name: String
  /// What the legend calls B, the present scene.
  package var presentName: String

  /// Makes a line.
  package init(
    x: [Double], y: [Double], total: Int = 0, name: String = "A", presentName: String = "B"
  ) {
    self.x = x
    self.y = y
    self.total = total
    self.name = name
    self.presentName = presentName
  }

  /// The series of A and B in the order of drawing, told apart by their marks.
  func series(y drawn: [Double], presentX: [Double], presentY: [Double]) -> [LineSeries] {
    [
      LineSeries(x: x, y: drawn, role: .pinned, name: name, mark: .triangle, isDashed: true),
      LineSeries(x: presentX, y: presentY, role: .sample, name: presentName, mark: .disc),
    ]
  }
}

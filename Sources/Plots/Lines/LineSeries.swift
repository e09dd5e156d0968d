package import Screen

/// A line through points, ascending in x.
package struct LineSeries: Hashable, Sendable {
  /// Where the points are across.
  package var x: [Double]
  /// Where the points are up; a value that is not a number breaks the line.
  package var y: [Double]
  /// The line's role.
  package var role: Role
  /// What the legend calls it; empty to leave it out.
  package var name: String
  /// The mark at its points, or at every so many of them; also in the legend.
  package var mark: LineMark
  /// Whether the line is drawn with gaps, or in ASCII with a glyph of its own.
  package var isDashed: Bool

  /// Makes a series; points beyond the shorter of the two lists are dropped.
  package init(
    x: [Double], y: [Double], role: Role, name: String = "", mark: LineMark = .none,
    isDashed: Bool = false
  ) {
    let count = min(x.count, y.count)
    self.x = Array(x.prefix(count))
    self.y = Array(y.prefix(count))
    self.role = role
    self.name = name
    self.mark = mark
    self.isDashed = isDashed
  }
}

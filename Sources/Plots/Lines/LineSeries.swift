public import Screen

/// A line through points, ascending in x.
public struct LineSeries: Hashable, Sendable {
  /// Where the points are across.
  public var x: [Double]
  /// Where the points are up; a value that is not a number breaks the line.
  public var y: [Double]
  /// The line's role.
  public var role: Role
  /// What the legend calls it; empty to leave it out.
  public var name: String
  /// The mark at its points, or at every so many of them; also in the legend.
  public var mark: LineMark
  /// Whether the line is drawn with gaps, or in ASCII with a glyph of its own.
  public var isDashed: Bool

  /// Makes a series; points beyond the shorter of the two lists are dropped.
  public init(
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

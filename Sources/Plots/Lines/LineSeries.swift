internal import Mathematics
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
  /// Whether the points alone are drawn, if each has a column, beside the lines they lie on.
  package var isDotted: Bool

  /// Makes a series; points beyond the shorter of the two lists are dropped.
  package init(
    x: [Double], y: [Double], role: Role, name: String = "", mark: LineMark = .none,
    isDashed: Bool = false, isDotted: Bool = false
  ) {
    let count = min(x.count, y.count)
    self.x = Array(x.prefix(count))
    self.y = Array(y.prefix(count))
    self.role = role
    self.name = name
    self.mark = mark
    self.isDashed = isDashed
    self.isDotted = isDotted
  }

  /// What stands for the line in a legend; in ASCII all of the line is made of it.
  func glyph(in glyphs: GlyphSet) -> Unicode.Scalar {
    mark.glyph(in: glyphs) ?? (isDashed ? PlotGlyphs(glyphs).dash : glyphs == .ascii ? "*" : "─")
  }
}

/// The shape that tells a line from others without colour.
package enum LineMark: Hashable, Sendable, CaseIterable {
  /// The bare line.
  case none
  /// A disc.
  case disc
  /// A square.
  case square

  /// What stands for it in a legend; nil where a line looks as it does without.
  func glyph(in glyphs: GlyphSet) -> Unicode.Scalar? {
    switch (self, glyphs) {
    case (.none, _): nil
    case (.disc, .ascii): "o"
    case (.square, .ascii): "#"
    case (.disc, .braille): "⠶"
    case (.square, .braille): "⠆"
    case (.disc, .block): "▀"
    case (.square, .block): "▘"
    }
  }

  /// The dots of a line's own grid that it takes; nil for a glyph of its own, or for none.
  ///
  /// A glyph lies in the middle of its cell, several dots from the line; dots lie on it.
  func dots(in glyphs: GlyphSet) -> (across: Int, down: Int)? {
    switch (self, glyphs) {
    case (.disc, .braille): (2, 2)
    case (.square, .braille): (1, 2)
    case (.disc, .block): (2, 1)
    case (.square, .block): (1, 1)
    case (.none, _), (_, .ascii): nil
    }
  }
}

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

  /// The series of A and B in the order of drawing, told apart by A's dashes.
  func series(y drawn: [Double], presentX: [Double], presentY: [Double]) -> [LineSeries] {
    [
      LineSeries(x: x, y: drawn, role: .pinned, name: name, isDashed: true),
      LineSeries(x: presentX, y: presentY, role: .sample, name: presentName),
    ]
  }
}

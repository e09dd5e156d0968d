import Glibc
package import Screen

/// Values worth naming on a scale, with their labels.
package struct Ticks: Hashable, Sendable {
  /// The values, ascending.
  package let values: [Double]
  /// The labels, one for each value, all with the same decimals or the same exponent.
  package let labels: [String]

  /// Blanks between neighbouring labels, at least.
  static let gap = 2
  /// Columns a tick gets on average.
  static let columnsPerTick = 11.0

  init(values: [Double], labels: [String]) {
    self.values = values
    self.labels = labels
  }

  /// Chooses the ticks of a horizontal scale such that labels beneath their cells do not touch.
  ///
  /// - Parameter span: the columns labels may use, counted from the scale's first cell.
  package init(along scale: Scale, span: Range<Int>, in glyphs: GlyphSet) {
    if scale.kind == .log10 {
      self = Self.decades(along: scale, in: glyphs)
      return
    }
    let target = max(2, Double(scale.cells) / Self.columnsPerTick)
    let search = TickSearch(
      low: min(scale.low, scale.high), high: max(scale.low, scale.high), target: target,
      isInside: true)
    var labels: [String] = []
    let best = search.best { candidate in
      let texts = TickLabels.texts(of: candidate, in: glyphs)
      guard Self.areLegible(candidate.values, texts, scale, span) else { return false }
      labels = texts
      return true
    }
    if let best {
      self.init(values: best.values, labels: labels)
    } else {
      self = Self.single(on: scale, span: span, in: glyphs)
    }
  }

  /// Where a label begins so that it is centred under its cell, moved inwards at the ends.
  static func start(ofWidth width: Int, under cell: Int, within span: Range<Int>) -> Int? {
    guard width <= span.count else { return nil }
    let start = min(max(cell - width / 2, span.lowerBound), span.upperBound - width)
    return start <= cell && cell < start + width ? start : nil
  }

  private static func areLegible(
    _ values: [Double], _ texts: [String], _ scale: Scale, _ span: Range<Int>
  ) -> Bool {
    var end = Int.min / 2
    for (value, text) in zip(values, texts) {
      let width = text.unicodeScalars.count
      guard let cell = scale.cell(of: value),
        let start = start(ofWidth: width, under: cell, within: span), start >= end + gap
      else { return false }
      end = start + width
    }
    return true
  }

  /// Zero alone if it is in the range, or nothing: a scale too short for two labels.
  private static func single(on scale: Scale, span: Range<Int>, in glyphs: GlyphSet) -> Ticks {
    let middle = scale.value(at: Double(scale.cells) / 2)
    for value in [0, middle] where scale.cell(of: value) != nil {
      let text = NumberText.significant(value, digits: 3, in: glyphs)
      if areLegible([value], [text], scale, span) { return Ticks(values: [value], labels: [text]) }
    }
    return Ticks(values: [], labels: [])
  }
}

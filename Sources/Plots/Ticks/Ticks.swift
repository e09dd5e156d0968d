import Glibc
private import Mathematics
package import Screen
internal import Words

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

  /// Chooses multiples of 1, 2 or 5 times a power of ten on a scale of whole numbers, as many as fit.
  init(wholeAlong scale: Scale, span: Range<Int>, in glyphs: GlyphSet) {
    let (low, high) = (scale.low.rounded(.up), scale.high.rounded(.down))
    guard low.magnitude < 1e9, high.magnitude < 1e9, low <= high else {
      self.init(along: scale, span: span, in: glyphs)
      return
    }
    var unit = 1
    for _ in 0..<10 {
      defer { unit *= 10 }
      for digit in [1, 2, 5] {
        let step = digit * unit
        let values = stride(
          from: Int(clamping: (low / Double(step)).rounded(.up)) * step,
          through: Int(clamping: high), by: step
        ).prefix(TickSearch.mostTicks + 1).map(Double.init)
        let labels = values.map { NumberText.significant($0, digits: 9, in: glyphs) }
        let isSparse = Double(scale.cells) / max(1, Double(values.count)) >= Self.columnsPerTick / 2
        if isSparse, Self.areLegible(values, labels, scale, span) {
          self.init(values: values, labels: labels)
          return
        }
      }
    }
    self.init(values: [], labels: [])
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

  /// Powers of ten, every so many that their labels stay apart; with their halves and fifths where
  /// the range has one of them at most.
  ///
  /// - Parameter length: the cells a label with its gap takes; by its text if nil.
  static func decades(along scale: Scale, length: Int? = nil, in glyphs: GlyphSet) -> Ticks {
    let (low, high) = (min(scale.low, scale.high), max(scale.low, scale.high))
    let first = Int(clamping: ceil(log10(low) - 1e-9))
    let last = Int(clamping: floor(log10(high) + 1e-9))
    if first >= last { return withinADecade(low, high, scale, length, in: glyphs) }
    let decade = Double(scale.cells) / max(1e-9, log10(high) - log10(low))
    let widest = [first, last].map { label($0, in: glyphs).unicodeScalars.count }.max() ?? 0
    let needed = Double(length ?? widest + gap)
    let stride = max(1, Int(clamping: min(1000, ceil(needed / max(1e-3, decade)))))
    // Multiples of the stride, so that 10⁰ is among them where it is in the range.
    var exponents = (first...last).filter { $0.isMultiple(of: stride) }
    // One label alone says nothing of the scale; the ends then, if they stay apart.
    if exponents.count < 2, Double(last - first) * decade >= needed { exponents = [first, last] }
    return Ticks(
      values: exponents.map { pow(10, Double($0)) }, labels: exponents.map { label($0, in: glyphs) }
    )
  }

  // 1, 2 and 5 times powers of ten, or of these as many as stay apart.
  private static func withinADecade(
    _ low: Double, _ high: Double, _ scale: Scale, _ length: Int?, in glyphs: GlyphSet
  ) -> Ticks {
    let start = Int(clamping: floor(log10(low)))
    var ticks: [(value: Double, power: Int?, label: String)] = []
    var lastCell: Int?
    for exponent in start...(start + 2) {
      for digit in [1.0, 2, 5] {
        let value = digit * pow(10, Double(exponent))
        guard value >= low * (1 - 1e-9), value <= high * (1 + 1e-9),
          let cell = scale.cell(of: value)
        else { continue }
        let text = NumberText.significant(value, digits: 1, in: glyphs)
        let needed = length ?? text.unicodeScalars.count + gap
        if let lastCell, abs(cell - lastCell) < needed { continue }
        ticks.append((value, digit == 1 ? exponent : nil, text))
        lastCell = cell
      }
    }
    // One axis has one notation: powers where all are powers.
    let powers = ticks.compactMap(\.power)
    return Ticks(
      values: ticks.map(\.value),
      labels: powers.count == ticks.count
        ? powers.map { label($0, in: glyphs) } : ticks.map(\.label))
  }

  private static func label(_ exponent: Int, in glyphs: GlyphSet) -> String {
    if glyphs == .ascii { return "1e\(exponent)" }
    if exponent == 0 { return "1" }
    return "10" + Numeral.raised(exponent)
  }

  /// Chooses the ticks of a vertical scale, a free row between labels at most so wide.
  init(up scale: Scale, labelColumns: Int, in glyphs: GlyphSet) {
    let (low, high) = (min(scale.low, scale.high), max(scale.low, scale.high))
    let rising = Scale(low: low, high: high, cells: scale.cells, kind: scale.kind)
    if scale.kind == .log10 {
      // As if every label were two rows long: one for itself and a free one.
      self = Self.decades(along: rising, length: 2, in: glyphs)
      return
    }
    let search = TickSearch(
      low: low, high: high, target: max(2, Double(scale.cells) / 4), isInside: true)
    var labels: [String] = []
    let best = search.best { candidate in
      let rows = candidate.values.compactMap { scale.cell(of: $0) }
      let isApart = zip(rows, rows.dropFirst()).allSatisfy { abs($0 - $1) >= 2 }
      let texts = TickLabels.texts(of: candidate, in: glyphs)
      guard isApart, rows.count == candidate.count,
        texts.allSatisfy({ $0.unicodeScalars.count <= labelColumns })
      else { return false }
      labels = texts
      return true
    }
    self.init(values: best?.values ?? [], labels: labels)
  }
}

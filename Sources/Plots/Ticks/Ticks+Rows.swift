import Screen

extension Ticks {
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

internal import Plots
internal import Screen
internal import Words

/// What the bin under the crosshair holds, for the status line.
enum CrosshairText {
  /// The words, the fullest first.
  static func phrases(_ picture: DistributionPicture, bin: Int, in glyphs: GlyphSet) -> [Phrase] {
    [true, false].map { phrase(picture, bin, isLong: $0, in: glyphs) }
  }

  private static func phrase(
    _ picture: DistributionPicture, _ bin: Int, isLong: Bool, in glyphs: GlyphSet
  ) -> Phrase {
    let bins = picture.bins
    let digits = edgeDigits(bins)
    let (low, high) = (edge(bins, bin), edge(bins, bin + 1))
    let end = bin == bins.count - 1 ? "]" : ")"
    let observed = Phrase.Part.text(NumberText.grouped(bins.counts[bin], in: glyphs))
    let interval =
      "[\(NumberText.significant(low, digits: digits, in: glyphs)), "
      + "\(NumberText.significant(high, digits: digits, in: glyphs))\(end)"
    var count: Phrase.Part =
      isLong ? .phrase(Phrase("crosshair.observed", ["number": observed])) : observed
    var parts: [String] = []
    if picture.expected.indices.contains(bin) {
      let expected = picture.expected[bin]
      let text = Phrase.Part.text(expectedText(expected, in: glyphs))
      count = .phrase(
        isLong
          ? Phrase("crosshair.expected", ["number": observed, "expected": text])
          : Phrase("crosshair.versus", ["number": observed, "expected": text]))
      if let z = ResidualStrip.residual(
        observed: bins.counts[bin], expected: expected, total: bins.total)
      {
        parts.append("z \(z < 0 ? "" : "+")\(NumberText.fixed(z, decimals: 2, in: glyphs))")
      }
    }
    let below = bins.counts[...bin].reduce(bins.underflow, +)
    let share = Double(below) / Double(max(1, bins.total))
    parts.append("F \(NumberText.fixed(share, decimals: 4, in: glyphs))")
    if let share = picture.pinned?.share(below: high) {
      parts.append("A F \(NumberText.fixed(share, decimals: 3, in: glyphs))")
    }
    return Phrase(
      "crosshair",
      ["interval": .text(interval), "count": count, "rest": .text(parts.joined(separator: "  "))])
  }

  // Grouped as the observed number is; a tenth tells where there are few.
  private static func expectedText(_ expected: Double, in glyphs: GlyphSet) -> String {
    guard expected >= 100, let whole = Int(exactly: expected.rounded()) else {
      return NumberText.fixed(expected, decimals: 1, in: glyphs)
    }
    return NumberText.grouped(whole, in: glyphs)
  }

  // An edge that rounding keeps from 0 is 0.
  private static func edge(_ bins: Bins, _ index: Int) -> Double {
    let edge = bins.edges[index]
    return abs(edge) < 1e-9 * bins.width ? 0 : edge
  }

  // As many digits as tell the edges apart.
  private static func edgeDigits(_ bins: Bins) -> Int {
    let greatest = max(abs(bins.low), abs(bins.high))
    var ratio = greatest / bins.width
    var digits = 2
    while ratio >= 10, digits < 16 {
      ratio /= 10
      digits += 1
    }
    return digits
  }
}

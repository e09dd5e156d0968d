internal import Plots
internal import Screen
internal import Statistics

extension Canvas {
  /// What the bin under the crosshair holds, for the status line.
  func crosshairText(_ model: Model) -> String? {
    guard let picture = model.picture, let bin = model.selectedBin(of: picture.bins) else {
      return nil
    }
    let bins = picture.bins
    let digits = edgeDigits(bins)
    let (low, high) = (bins.edges[bin], bins.edges[bin + 1])
    let end = bin == bins.count - 1 ? "]" : ")"
    var parts = [
      "[\(NumberText.significant(low, digits: digits, in: glyphs)), "
        + "\(NumberText.significant(high, digits: digits, in: glyphs))\(end)",
      "\(NumberText.grouped(bins.counts[bin], in: glyphs))",
    ]
    if picture.expected.indices.contains(bin) {
      let expected = picture.expected[bin]
      parts[1] +=
        " of " + NumberText.fixed(expected, decimals: expected < 100 ? 1 : 0, in: glyphs)
      if let z = ResidualStrip.residual(observed: bins.counts[bin], expected: expected) {
        parts.append("z \(z < 0 ? "" : "+")\(NumberText.fixed(z, decimals: 2, in: glyphs))")
      }
    }
    let below = bins.counts[...bin].reduce(bins.underflow, +)
    let share = Double(below) / Double(max(1, bins.total))
    parts.append("F \(NumberText.fixed(share, decimals: 4, in: glyphs))")
    if let pinned = picture.pinned {
      parts.append("A \(NumberText.grouped(pinned.counts[bin], in: glyphs))")
    }
    return parts.joined(separator: "  ")
  }

  // As many digits as tell the edges apart.
  private func edgeDigits(_ bins: Bins) -> Int {
    let greatest = max(abs(bins.low), abs(bins.high))
    var ratio = greatest / bins.width
    var digits = 2
    while ratio >= 10, digits < 8 {
      ratio /= 10
      digits += 1
    }
    return digits
  }
}

internal import Plots
internal import Screen
internal import Statistics

extension Canvas {
  /// What the bin under the crosshair holds, for the status line: in words where they fit on the
  /// canvas, else shorter.
  func crosshairText(_ model: Model) -> String? {
    // The footer of every frame asks; only a crosshair is worth binning the sample again.
    guard model.pane == .chart, let picture = model.picture,
      let bin = model.selectedBin(of: picture.bins)
    else { return nil }
    let long = crosshairText(picture, bin, isLong: true)
    // A blank on either side.
    return columns(of: long) + 2 <= frame.size.columns
      ? long : crosshairText(picture, bin, isLong: false)
  }

  private func crosshairText(_ picture: DistributionPicture, _ bin: Int, isLong: Bool) -> String {
    let bins = picture.bins
    let digits = edgeDigits(bins)
    let (low, high) = (edge(bins, bin), edge(bins, bin + 1))
    let end = bin == bins.count - 1 ? "]" : ")"
    let observed = NumberText.grouped(bins.counts[bin], in: glyphs)
    var parts = [
      "[\(NumberText.significant(low, digits: digits, in: glyphs)), "
        + "\(NumberText.significant(high, digits: digits, in: glyphs))\(end)",
      isLong ? "observed \(observed)" : observed,
    ]
    if picture.expected.indices.contains(bin) {
      let expected = picture.expected[bin]
      let text = expectedText(expected)
      parts[1] += isLong ? ", expected \(text)" : " vs \(text)"
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
    return parts.joined(separator: "  ")
  }

  // Grouped as the observed number is; a tenth tells where there are few.
  private func expectedText(_ expected: Double) -> String {
    guard expected >= 100, let whole = Int(exactly: expected.rounded()) else {
      return NumberText.fixed(expected, decimals: 1, in: glyphs)
    }
    return NumberText.grouped(whole, in: glyphs)
  }

  // An edge that rounding keeps from 0 is 0.
  private func edge(_ bins: Bins, _ index: Int) -> Double {
    let edge = bins.edges[index]
    return abs(edge) < 1e-9 * bins.width ? 0 : edge
  }

  // As many digits as tell the edges apart.
  private func edgeDigits(_ bins: Bins) -> Int {
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

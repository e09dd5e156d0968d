import Glibc
private import Mathematics
package import Screen

/// The ticks of a vertical axis from 0, whose maximum is chosen so that every step is a whole
/// number of rows.
package struct RowTicks: Hashable, Sendable {
  /// The values and labels, 0 first.
  package let ticks: Ticks
  /// The value at the top edge of the top row.
  package let maximum: Double
  /// The scale of the rows, top first, the axis row last: a value's row ends at or above it.
  package let scale: Scale

  /// Rows a tick gets on average.
  private static let rowsPerTick = 5.0

  /// Chooses the ticks for data from 0 to `peak` in so many rows; `labelColumns` is the room.
  package init(peak: Double, rows: Int, labelColumns: Int = 6, in glyphs: GlyphSet) {
    let rows = max(1, rows)
    let peak = peak.isFinite && peak > 1e-280 && peak < 1e280 ? peak : 1
    var best = (score: -Double.infinity, step: peak, rowsPerStep: rows)
    for rowsPerStep in 1...rows {
      let steps = Double(rows) / Double(rowsPerStep)
      for (rank, nice) in TickSearch.steps.enumerated() {
        let power = pow(10, ceil(log10(peak / steps / nice) - 1e-12))
        let step = nice * power
        let waste = 1 - peak / (step * steps)
        let score = Self.score(
          waste: waste, rank: rank, ticks: floor(steps), rows: Double(rows),
          rowsPerStep: rowsPerStep)
        guard score > best.score + 1e-12 else { continue }
        let texts = Self.texts(step, count: Int(clamping: steps), in: glyphs)
        let width = texts.reduce(0) { max($0, $1.unicodeScalars.count) }
        // A label that leaves no blank before the axis is worth avoiding.
        let legible = score - (width >= labelColumns ? 0.3 : 0)
        if width <= labelColumns, legible > best.score + 1e-12 {
          best = (legible, step, rowsPerStep)
        }
      }
    }
    let count = rows / best.rowsPerStep
    let rowHeight = best.step / Double(best.rowsPerStep)
    maximum = rowHeight * Double(rows)
    scale = Scale(low: maximum, high: -rowHeight, cells: rows + 1)
    ticks = Ticks(
      values: (0...count).map { Double($0) * best.step },
      labels: Self.texts(best.step, count: count, in: glyphs))
  }

  private static func texts(_ step: Double, count: Int, in glyphs: GlyphSet) -> [String] {
    TickLabels.texts(of: TickCandidate(first: 0, step: step, count: count + 1), in: glyphs)
  }

  /// Wilkinson's simplicity, coverage and density for an axis that starts at 0.
  private static func score(
    waste: Double, rank: Int, ticks: Double, rows: Double, rowsPerStep: Int
  ) -> Double {
    let simplicity = 1 - Double(rank) / Double(TickSearch.steps.count - 1)
    let coverage = 1 - 0.5 * (waste / 0.1) * (waste / 0.1)
    let wished = max(1, rows / rowsPerTick)
    let density = 2 - max(ticks / wished, wished / ticks)
    return 0.25 * simplicity + 0.35 * coverage + 0.3 * density - (rowsPerStep == 1 ? 0.5 : 0)
  }
}

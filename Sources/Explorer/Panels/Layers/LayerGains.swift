private import Glibc
internal import Initializers
internal import Mathematics
internal import Measurements
internal import Screen
internal import Words

/// The variance gains of a layer's weights as bars on a logarithmic axis, from 1 to both sides: what shrinks
/// the signal goes left, what lets it grow goes right.
struct LayerGains: Panel {
  let bars: [(label: String, gain: Double, isChosen: Bool)]

  /// The rows it takes, the heading and the axis included.
  var rows: Int { bars.count + 2 }

  /// Takes the weights of a table; nil of a layer without any.
  init?(_ table: LayerTable) {
    bars = table.groups.flatMap { group in
      group.weights.compactMap { row in
        guard let gain = row.own.gain, gain > 0, gain.isFinite else { return nil }
        return ("\(group.framework.title) \(row.name)", gain, row.isChosen)
      }
    }
    if bars.isEmpty { return nil }
  }

  func draw(on canvas: inout Canvas, in region: Region) {
    canvas.heading(Phrase("layers.gains"), [Phrase("layers.gains.axis")], in: region)
    let labels = bars.reduce(0) { max($0, TextWidth.columns(of: $1.label)) }
    let exponents = bars.map { Self.exponent($0.gain) }
    let low = floor(min(-1, exponents.min() ?? 0))
    let high = ceil(max(1, exponents.max() ?? 0))
    let start = region.column + labels + 2
    // Beside the bars there is room for a number on either side.
    let left = start + 8
    let width = Double(region.endColumn - 9 - left)
    func column(_ exponent: Double) -> Int {
      left + Int(clamping: (width * (exponent - low) / (high - low)).rounded())
    }
    let origin = column(0)
    for (offset, bar) in bars.prefix(region.rows - 2).enumerated() {
      let row = region.row + 1 + offset
      canvas.put(
        bar.label, column: region.column + 1, row: row,
        bar.isChosen ? Style(.bright, .bold) : .text)
      let end = column(Self.exponent(bar.gain))
      let style = Style(end < origin ? .residualDown : end > origin ? .residualUp : .good)
      for place in min(origin, end)..<max(origin, end) {
        canvas.put("█", column: place, row: row, style)
      }
      canvas.put("│", column: origin, row: row, Style(.dim))
      let number = Numeral.typeset(bar.gain, digits: 4)
      if end < origin {
        canvas.put(number, endColumn: end - 1, row: row, Style(.law))
      } else {
        canvas.put(number, column: max(end, origin + 1) + 1, row: row, Style(.law))
      }
    }
    let axis = region.row + 1 + min(bars.count, region.rows - 2)
    // From 1 to both sides, with room between two labels.
    let step = max(1, (Double(Self.labelColumns) * (high - low) / max(width, 1)).rounded(.up))
    for exponent in stride(from: step * (low / step).rounded(.up), through: high, by: step) {
      let label =
        exponent < 0 ? "1/\(Int(clamping: exp2(-exponent)))" : "\(Int(clamping: exp2(exponent)))"
      canvas.put(label, column: column(exponent), row: axis, Style(.dim))
    }
  }

  // A label, 1/1024, and a blank.
  private static let labelColumns = 7

  // What is 1 but for rounding is 1.
  private static func exponent(_ gain: Double) -> Double {
    let exponent = log2(gain)
    return abs(exponent) < 1e-6 ? 0 : exponent
  }

  func statements(in lettering: Lettering) -> [Statement] { [] }
}

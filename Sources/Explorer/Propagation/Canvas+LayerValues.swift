private import Clamping
internal import Initializers
internal import Networks
internal import Plots
internal import Scenes
internal import Screen

extension Canvas {
  /// The activations' distribution by layer as rows of shades, all over one range.
  mutating func drawValues(_ report: PropagationReport, _ model: Model, in region: Region) {
    let title = region.columns < 24 ? "Activations" : "Activations by layer"
    let body = region.dropping(1)
    let labels = 4
    let map = Region(
      column: body.column + labels, row: body.row, columns: body.columns - labels - 1,
      rows: body.rows - 1)
    let room = HeatMap.cells(
      in: map.size, glyphs: glyphs, usesColor: model.usesColor, hasBar: false)
    let depth = report.request.network.depth
    let count = min(depth, room.rows)
    guard count > 0, let range = report.layers.first?.values.range else {
      heading(title, in: region)
      return
    }
    // Where there are more layers than rows, some of them, evenly spaced.
    let shown = (0..<count).map { index in
      count == 1 ? 0 : (index * (depth - 1) + (count - 1) / 2) / (count - 1)
    }
    heading(
      title, count < depth ? "\(count) of \(depth) layers" : "share of values",
      "", in: region)
    let bins = report.layers[0].values.counts.count
    var shades: [Double] = []
    for layer in shown {
      let histogram = layer < report.layers.count ? report.layers[layer].values : nil
      let total = Double(max(1, histogram?.total ?? 1))
      shades += (histogram?.counts ?? Array(repeating: 0, count: bins)).map { Double($0) / total }
    }
    // Twice an even share is bright; where all values are alike, so is their one bin.
    let picture = HeatMap(
      values: shades, rows: count, columns: bins,
      kind: .sequential(low: 0, high: 5 / Double(bins)), hasBar: false)
    let frame = picture.frame(size: map.size, glyphs: glyphs, usesColor: model.usesColor)
    draw(frame, in: map)
    let cells = model.usesColor && glyphs != .ascii ? 2 : 1
    let tall = max(1, map.rows * cells / count)
    for index in [0, count / 2, count - 1] {
      let row = map.row + index * tall / cells
      put("\(shown[index] + 1)", endColumn: map.column - 1, row: row, Style(.dim))
    }
    let wide = max(1, map.columns / bins) * bins
    let row = map.row + (count * tall + cells - 1) / cells
    let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
    put(
      NumberText.significant(low, digits: 2, in: glyphs), column: map.column, row: row,
      Style(.dim))
    let end = NumberText.significant(high, digits: 2, in: glyphs)
    put(end, endColumn: map.column + min(map.columns, wide), row: row, Style(.dim))
    if low < 0, high > 0 {
      let zero = -low / (high - low) * Double(min(map.columns, wide))
      let column = map.column + Int(clamping: zero)
      // A range that hardly reaches below 0 has its end's label there.
      if isFree(column - 1, row), isFree(column, row) {
        put("0", column: column, row: row, Style(.dim))
      }
    }
  }
}

extension Canvas {
  private func isFree(_ column: Int, _ row: Int) -> Bool {
    frame[column, row].glyph == " "
  }
}

extension ValueHistogram {
  /// All values, within the range or not.
  fileprivate var total: Int { counts.reduce(below + above + notNumbers, +) }
}

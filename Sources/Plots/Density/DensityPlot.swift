public import Screen

/// The sample's density as plain ASCII art in every glyph set, with the law's density over it.
///
/// Columns are filled with shades; the shade of a column's top cell tells how much of it is
/// filled, in tenths.
public struct DensityPlot: Sendable {
  /// The sample's densities in equal steps from `low` to `high`; any number of them.
  public var sample: [Double]
  /// The law's density.
  public var law: Curve?
  /// The lower end of the domain.
  public var low: Double
  /// The upper end of the domain.
  public var high: Double
  /// The names in the legend.
  public var names: (sample: String, law: String)

  /// The shades from empty to full.
  static let shades: [Unicode.Scalar] = Array(" .:-=+*#%@".unicodeScalars)
  private static let lawGlyph: Unicode.Scalar = "o"

  /// Makes a plot of densities in equal steps over a domain.
  public init(
    sample: [Double], law: Curve? = nil, low: Double, high: Double,
    names: (sample: String, law: String) = ("sample", "law")
  ) {
    self.sample = sample
    self.law = law
    self.low = low
    self.high = high
    self.names = names
  }

  /// Makes a plot of a histogram's densities.
  public init(
    bins: Bins, law: Curve? = nil, names: (sample: String, law: String) = ("sample", "law")
  ) {
    self.init(
      sample: bins.counts.map { bins.density(ofCount: Double($0)) }, law: law, low: bins.low,
      high: bins.high, names: names)
  }

  /// The columns for data at a size, for a caller that wants one density a column.
  public static func plotColumns(in size: Size) -> Int {
    BinGeometry.plotColumns(in: size.columns)
  }

  /// The plot as a frame of exactly that size.
  public func frame(size: Size, glyphs: GlyphSet) -> Frame {
    var frame = Frame(size: size)
    let gutter = BinGeometry.gutter(in: size.columns)
    let scale = Scale(low: low, high: high, cells: Self.plotColumns(in: size))
    let rows = PlotRows(rows: size.rows, hasCaption: false)
    guard rows.count > 0, scale.cells > 0 else { return frame }
    let densities = densities(inColumns: scale.cells)
    let trace = law.map { CurveTrace($0, along: scale, resolution: DotResolution(of: .ascii)) }
    let ticks = RowTicks(
      peak: max(densities.max() ?? 0, trace?.peak ?? 0), rows: rows.count,
      labelColumns: max(1, gutter - 1), in: glyphs)
    frame.drawVerticalAxis(ticks, column: gutter - 1, rows: rows, in: glyphs)
    let start = gutter > 1 ? -2 : -gutter
    frame.drawHorizontalAxis(
      scale, column: gutter, span: start..<size.columns - gutter, rows: rows, in: glyphs)
    let rowHeight = ticks.maximum / Double(rows.count)
    for (column, density) in densities.enumerated() {
      fill(gutter + column, density / rowHeight, rows, in: &frame)
    }
    if let trace {
      let dots = trace.dots(rows: rows.count, maximum: ticks.maximum)
      for column in 0..<scale.cells where trace.greatest(inColumn: column) >= rowHeight / 18 {
        for row in 0..<rows.count where dots[column, row] != 0 {
          frame[gutter + column, rows.top + row] = Cell(Self.lawGlyph, Style(.law))
        }
      }
    }
    drawLegend(endColumn: gutter + scale.cells, row: rows.top, in: &frame)
    return frame
  }

  /// The densities of columns, each the mean over the steps it covers.
  func densities(inColumns columns: Int) -> [Double] {
    guard columns > 0, !sample.isEmpty else { return [] }
    var sums = [0.0]
    for value in sample {
      sums.append((sums.last ?? 0) + (value.isFinite && value > 0 ? value : 0))
    }
    func integral(_ position: Double) -> Double {
      let index = min(sample.count - 1, max(0, Int(position)))
      return sums[index] + (sums[index + 1] - sums[index]) * (position - Double(index))
    }
    let step = Double(sample.count) / Double(columns)
    return (0..<columns).map { column in
      let mass = integral(Double(column + 1) * step) - integral(Double(column) * step)
      return max(0, mass / step)
    }
  }

  private func fill(_ column: Int, _ height: Double, _ rows: PlotRows, in frame: inout Frame) {
    let most = Self.shades.count - 1
    let steps = Int(min(Double(most * rows.count), max(0, height * Double(most))).rounded())
    // What is there is seen, however little.
    var left = height > 0 ? max(1, steps) : 0
    var row = rows.top + rows.count - 1
    while left > 0 {
      frame[column, row] = Cell(Self.shades[min(most, left)], Style(.sample))
      left -= most
      row -= 1
    }
  }

  /// Draws the legend at the upper right if its cells are free.
  private func drawLegend(endColumn: Int, row: Int, in frame: inout Frame) {
    var parts = [("@ " + names.sample, Role.sample)]
    if law != nil { parts.append(("o " + names.law, .law)) }
    let width = parts.reduce(2 * (parts.count - 1)) { $0 + TextWidth.columns(of: $1.0) }
    var column = endColumn - width
    let isFree = (column - 2..<endColumn).allSatisfy { frame[$0, row] == .blank }
    guard column > 8, isFree else { return }
    for (text, role) in parts {
      column += frame.put(text, column: column, row: row, Style(role)) + 2
    }
  }
}

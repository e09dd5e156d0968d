import Plots
import Screen
import Testing

/// A plot of some numbers, whichever it is.
struct AnyPlot: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let frame: @Sendable (Size, GlyphSet) -> Frame

  /// Every plot of a sample's numbers, alone and compared, whatever the numbers.
  static func all(of values: [Double]) -> [AnyPlot] {
    let x = values.indices.map(Double.init)
    let pinned = PinnedLine(x: x, y: values.reversed(), total: values.count / 2)
    let low = values.first ?? 0
    let high = values.last ?? 0
    var plots = [
      AnyPlot("density") {
        DensityPlot(sample: values, low: low, high: high).frame(size: $0, glyphs: $1)
      },
      AnyPlot("density, compared") {
        DensityPlot(
          sample: values, law: Curve { $0 }, low: low, high: high, pinned: values.reversed()
        ).frame(size: $0, glyphs: $1)
      },
      AnyPlot("deviation") {
        DeviationPlot(x: x, deviation: values, total: values.count).frame(size: $0, glyphs: $1)
      },
      AnyPlot("deviation, compared") {
        DeviationPlot(x: x, deviation: values, total: values.count, pinned: pinned)
          .frame(size: $0, glyphs: $1)
      },
      AnyPlot("quantiles, compared") {
        QuantilePlot(
          theory: values, sample: x, bands: [LineBand(x: values, low: values, high: x)],
          pinned: pinned
        ).frame(size: $0, glyphs: $1)
      },
      AnyPlot("lines on a logarithmic axis") {
        LineChart(
          series: [
            LineSeries(x: x, y: values, role: .law, name: "theory", mark: .square),
            LineSeries(x: values, y: x, role: .sample, name: "sample", isDashed: true),
          ], bands: [LineBand(x: x, low: values, high: values, isLight: true)], kind: .log10,
          reference: low
        ).frame(size: $0, glyphs: $1)
      },
    ]
    for kind in [HeatMap.Kind.diverging, .sequential(low: low, high: high)] {
      let map = HeatMap(values: values, rows: 1, columns: values.count, limit: high, kind: kind)
      plots.append(AnyPlot("heat map") { map.frame(size: $0, glyphs: $1) })
      plots.append(
        AnyPlot("heat map without colours") { map.frame(size: $0, glyphs: $1, usesColor: false) })
    }
    return plots
  }

  /// Every plot of counts, alone and compared.
  static func all(ofCounts counts: [Int], low: Double, high: Double) throws -> [AnyPlot] {
    let edges = Laws.edges(low, high, counts.count)
    let bins = try Bins(edges: edges, counts: counts, underflow: 1, overflow: 2)
    let pinned = PinnedSample(bins: try Bins(edges: edges, counts: counts.reversed()))
    let law = Laws.uniform(bound: high)
    let marker = Marker(low, label: "−b", asciiLabel: "-b", samplePosition: high)
    return [
      AnyPlot("histogram") {
        HistogramPlot(bins: bins, law: law, markers: [marker], selected: 0)
          .frame(size: $0, glyphs: $1)
      },
      AnyPlot("histogram, compared") {
        HistogramPlot(bins: bins, law: law, markers: [marker], pinned: pinned)
          .frame(size: $0, glyphs: $1)
      },
      AnyPlot("residuals") {
        ResidualStrip(bins: bins, expected: counts.map { _ in 7 }, caption: "χ²")
          .frame(size: $0, glyphs: $1)
      },
      AnyPlot("tails, compared") {
        TailPlot(bins: bins, law: law, pinned: pinned).frame(size: $0, glyphs: $1)
      },
      AnyPlot("deviation of bins") {
        DeviationPlot(bins: bins) { $0 }.frame(size: $0, glyphs: $1)
      },
      AnyPlot("density of bins") {
        DensityPlot(bins: bins, law: law).frame(size: $0, glyphs: $1)
      },
    ]
  }

  private init(_ name: String, frame: @escaping @Sendable (Size, GlyphSet) -> Frame) {
    testDescription = name
    self.frame = frame
  }
}

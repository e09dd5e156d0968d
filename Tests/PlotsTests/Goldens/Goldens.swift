import Plots
import Screen
import TestSupport
import Testing

/// Every plot in every glyph set, alone and with the pinned scene A drawn beside the present scene B.
@Suite struct Goldens {
  @Test(arguments: Golden.all)
  func `every plot looks as recorded`(golden: Golden) throws {
    for problem in try golden.problems() { Issue.record(Comment(rawValue: problem)) }
  }

  @Test func `there is no recorded file that no test asks for`() throws {
    #expect(try GoldenFile.names(besides: Golden.file) == Set(Golden.all.map(\.name)))
  }
}

extension Golden {
  static let all = [
    histogram, residuals, density, deviation, quantiles, tails, lines, heatMap,
  ]

  private static let histogram = Golden(
    name: "histogram", title: "Histograms: bars, the law's curve, markers, and A's outline.",
    pictures: [
      Picture(subject: "a normal law, a bin selected", size: Size(columns: 52, rows: 13)) {
        try Examples.normal(count: 43, selected: 30).frame(size: $0, glyphs: $1)
      },
      Picture(subject: "a uniform law", size: Size(columns: 48, rows: 10)) {
        try Examples.uniform(count: 15).frame(size: $0, glyphs: $1)
      },
      Picture(subject: "in a large panel", size: Size(columns: 73, rows: 18), variants: [.braille])
      { try Examples.normal(count: 64).frame(size: $0, glyphs: $1) },
      Picture(subject: "a wider pinned sample", size: Size(columns: 66, rows: 14)) {
        try Comparisons.histogram(count: 56).frame(size: $0, glyphs: $1)
      },
      Picture(
        subject: "a uniform sample with a pinned normal one", size: Size(columns: 60, rows: 12)
      ) { try Comparisons.uniform().frame(size: $0, glyphs: $1) },
    ])

  private static let residuals = Golden(
    name: "residuals", title: "The strip of residuals.",
    pictures: [
      Picture(subject: "a sample", size: Size(columns: 40, rows: 3)) {
        try Examples.strip().frame(size: $0, glyphs: $1)
      }
    ])

  private static let density = Golden(
    name: "density", title: "Densities.",
    pictures: [
      Picture(subject: "alone", size: Size(columns: 68, rows: 10)) {
        try Examples.density().frame(size: $0, glyphs: $1)
      },
      Picture(subject: "compared", size: Size(columns: 66, rows: 10)) {
        try Comparisons.density().frame(size: $0, glyphs: $1)
      },
    ])

  private static let deviation = Golden(
    name: "deviation", title: "The ECDF minus the law.",
    pictures: [
      Picture(subject: "alone", size: Size(columns: 64, rows: 12)) {
        try Examples.deviation().frame(size: $0, glyphs: $1)
      },
      Picture(subject: "A from a smaller sample", size: Size(columns: 66, rows: 14)) {
        try Comparisons.deviation().frame(size: $0, glyphs: $1)
      },
    ])

  private static let quantiles = Golden(
    name: "quantiles", title: "The quantiles minus the law's.",
    pictures: [
      Picture(subject: "alone", size: Size(columns: 64, rows: 12)) {
        Comparisons.quantiles(isCompared: false).frame(size: $0, glyphs: $1)
      },
      Picture(subject: "compared", size: Size(columns: 66, rows: 14)) {
        Comparisons.quantiles(isCompared: true).frame(size: $0, glyphs: $1)
      },
    ])

  private static let tails = Golden(
    name: "tails", title: "The tails on a logarithmic axis.",
    pictures: [
      Picture(subject: "alone", size: Size(columns: 64, rows: 12)) {
        try Comparisons.tails(isCompared: false).frame(size: $0, glyphs: $1)
      },
      Picture(subject: "compared", size: Size(columns: 66, rows: 14)) {
        try Comparisons.tails(isCompared: true).frame(size: $0, glyphs: $1)
      },
    ])

  private static let lines = Golden(
    name: "lines", title: "Lines with a band on a logarithmic axis.",
    pictures: [
      Picture(subject: "names at the ends", size: Size(columns: 72, rows: 14)) {
        try Examples.chart().frame(size: $0, glyphs: $1)
      },
      Picture(
        subject: "a legend where there is no room at the ends", size: Size(columns: 44, rows: 12),
        variants: [.braille]
      ) { try Examples.chart().frame(size: $0, glyphs: $1) },
    ])
}

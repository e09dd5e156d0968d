import Glibc
import Plots
import Screen

extension Golden {
  static let heatMap = Golden(
    name: "heat-map", title: "Heat maps.",
    pictures: [
      diverging("diverging", GlyphSet.allCases, usesColor: true),
      diverging("diverging, without colours", [.braille, .ascii], usesColor: false),
      Picture(subject: "diverging, the bar at the right", size: Size(columns: 64, rows: 5)) {
        wave(rows: 5, columns: 26).frame(size: $0, glyphs: $1)
      },
      Picture(subject: "activations by layer as shades", size: Size(columns: 60, rows: 11)) {
        layers(columns: 60).frame(size: $0, glyphs: $1)
      },
      Picture(
        subject: "activations by layer, without colours", size: Size(columns: 60, rows: 11),
        variants: [.block]
      ) { layers(columns: 60).frame(size: $0, glyphs: $1, usesColor: false) },
    ])

  private static func diverging(
    _ subject: String, _ variants: [GlyphSet], usesColor: Bool
  ) -> Picture {
    Picture(subject: subject, size: Size(columns: 40, rows: 10), variants: variants) {
      let cells = HeatMap.cells(in: $0, glyphs: $1, usesColor: usesColor)
      return wave(rows: cells.rows, columns: cells.columns)
        .frame(size: $0, glyphs: $1, usesColor: usesColor)
    }
  }

  /// A wave that fades to the right, with what is no number in two corners.
  private static func wave(rows: Int, columns: Int) -> HeatMap {
    var values = (0..<rows * columns).map { index in
      let (row, column) = (Double(index / columns), Double(index % columns))
      return 0.3 * cos(row * 0.55 - column * 0.3) * exp(-column / Double(columns))
    }
    values[0] = .nan
    values[columns - 1] = .infinity
    values[rows * columns - 1] = -.infinity
    return HeatMap(values: values, rows: rows, columns: columns, limit: 0.3)
  }

  /// Activations by layer: a density that grows narrower with every row.
  private static func layers(columns: Int) -> HeatMap {
    let values = (0..<10 * columns).map { index in
      let x = (Double(index % columns) + 0.5) / Double(columns) * 6 - 3
      let width = 1.2 * pow(0.9, Double(index / columns))
      return exp(-x * x / (2 * width * width)) / width / 2.5
    }
    return HeatMap(
      values: values, rows: 10, columns: columns, kind: .sequential(low: 0, high: 0.85))
  }
}

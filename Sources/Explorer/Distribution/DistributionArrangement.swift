internal import Initializers
internal import Scenes
internal import Screen

/// Where the pictures of the distribution view lie.
struct DistributionArrangement: Equatable {
  /// A panel and its place.
  struct Place: Equatable {
    let panel: Panel
    let region: Region
  }

  /// The histogram, its heading included; empty where another panel has taken its place.
  let histogram: Region
  let residuals: Region?
  let panels: [Place]
  let formula: Region

  /// Arranges the pictures in a layout; `panel` is the one asked for.
  init(_ layout: Layout, panel: Panel?) {
    let main = layout.main
    switch layout.stage {
    case .small:
      formula = layout.formula ?? main.top(0)
      if let panel, panel != .histogram {
        (histogram, residuals) = (main.top(0), nil)
        panels = [Place(panel: panel, region: main)]
      } else {
        let strip = main.rows >= 12 ? 3 : 0
        histogram = main.top(main.rows - strip)
        residuals = strip > 0 ? main.dropping(main.rows - strip) : nil
        panels = []
      }
    case .medium where panel == .histogram:
      histogram = main.top(main.rows - 7)
      residuals = main.dropping(main.rows - 7).top(3)
      formula = main.dropping(main.rows - 4)
      panels = []
    case .medium:
      let row = LowerRow(layout)
      formula = row.formula
      histogram = row.upper.top(row.upper.rows - 3)
      residuals = row.upper.dropping(row.upper.rows - 3)
      panels = [Place(panel: panel ?? .density, region: row.panel)]
    case .large:
      formula = layout.formula ?? main.top(0)
      let lower = panel == .histogram ? 0 : main.rows * 5 / 9
      histogram = main.top(main.rows - lower - 3)
      residuals = main.dropping(main.rows - lower - 3).top(3)
      panels = Self.places(panel, in: main.dropping(main.rows - lower))
    }
  }

  private static func places(_ panel: Panel?, in region: Region) -> [Place] {
    guard region.rows > 0 else { return [] }
    if let panel { return [Place(panel: panel, region: region)] }
    let rows = [region.top(region.rows / 2), region.dropping(region.rows / 2)]
    let regions = rows.flatMap { row in
      let (left, right) = row.split(after: (row.columns - 2) / 2, gap: 2)
      return [left, right]
    }
    return zip([Panel.density, .ecdf, .qq, .tails], regions).map(Place.init)
  }
}

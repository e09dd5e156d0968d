internal import Background
internal import Initializers
internal import Measurements
internal import Plots
internal import Scenes
internal import Screen
internal import Words

extension ViewEntry {
  /// The weights' distribution against their law: histogram, residuals, panels, numbers, formula.
  static let distribution = ViewEntry(
    .distribution, key: "1", study: .sample,
    job: { _, pin in Job(MeasurementRequest(tensor: pin.tensor)) },
    content: { model, layout in
      let arrangement = DistributionArrangement(layout, panel: model.scene.panel)
      let formula = Placed(FormulaPanel(model.scene.tensor), in: arrangement.formula)
      // Another seed of the same law may stand until its numbers come; another law may not.
      guard let measurement = model.measurement(.b),
        measurement.hasLaw(of: model.scene.tensor)
      else {
        return ViewContent(
          formula,
          Placed(
            MessagePanel(title: Phrase("histogram.title"), remark: Phrase("drawing")),
            in: layout.main))
      }
      let pinned = model.shownPinnedMeasurement
      let picture = model.picture
      let selected = picture.flatMap { model.selectedBin(of: $0.bins) }
      let numbers = picture.map {
        DistributionNumbers(measurement: measurement, pinned: pinned, picture: $0)
      }
      let panels =
        [
          Placed(
            NumbersPanel(
              subject: .sample(measurement, pinned: pinned),
              isCompared: model.scene.pinned != nil, isWide: layout.hasWideNumbers,
              isPresenting: layout.isPresenting),
            in: layout.numbers),
          formula,
          Placed(
            HistogramPanel(
              measurement: measurement, picture: picture, choice: model.scene.bins,
              isCurrent: measurement.tensor == model.scene.tensor,
              samples: model.sum?.count ?? 1,
              selected: selected,
              ghost: model.lastLaw,
              hasStrip: arrangement.residuals != nil), in: arrangement.histogram),
          Placed(
            picture.map {
              ResidualsPanel(picture: $0, obstacle: measurement.obstacle, selected: selected)
            }, in: arrangement.residuals),
        ]
        + arrangement.panels.map { place in
          Placed(numbers.map(PanelEntry(place.panel).make), in: place.region)
        }
      let status = picture.flatMap { picture in
        selected.map { CrosshairText.phrases(picture, bin: $0, in: model.capabilities.glyphs) }
      }
      return ViewContent(panels.compactMap(\.self), status: status ?? [])
    })
}

extension Model {
  /// The law that the last key has changed.
  fileprivate var lastLaw: GhostLine? {
    guard let ghost, let last: Measurement = ghost.finding.report(),
      !last.hasLaw(of: scene.tensor), let law = Curve(last.law.ofDrawnWeights)
    else { return nil }
    return GhostLine(law, isFading: ghost.isFading)
  }

  /// The pinned tensor's numbers, if they are not those of another.
  fileprivate var shownPinnedMeasurement: Measurement? {
    measurement(.a).flatMap { $0.tensor == scene.pinned ? $0 : nil }
  }
}

/// Where the pictures of the distribution view lie.
struct DistributionArrangement: Equatable {
  /// A panel and its place.
  struct Place: Equatable {
    let panel: PanelChoice
    let region: Region
  }

  /// The histogram, its heading included; empty where another panel has taken its place.
  let histogram: Region
  let residuals: Region?
  let panels: [Place]
  let formula: Region

  /// Arranges the pictures in a layout; `panel` is the one asked for.
  init(_ layout: Layout, panel: PanelChoice?) {
    let main = layout.main
    switch layout.stage {
    case .small:
      formula = layout.formula ?? main.top(0)
      if let panel, panel != .histogram {
        (histogram, residuals) = (main.top(0), nil)
        panels = [Place(panel: panel, region: main)]
      } else {
        let strip = main.rows >= 12 && !layout.isPresenting ? 3 : 0
        histogram = main.top(main.rows - strip)
        residuals = strip > 0 ? main.dropping(main.rows - strip) : nil
        panels = []
      }
    case .compact where panel == nil:
      // The equations and the code are worth more than a second picture of a few rows.
      formula = main.dropping(main.rows - 8)
      histogram = main.top(main.rows - 11)
      residuals = main.dropping(main.rows - 11).top(3)
      panels = []
    case .compact where panel == .histogram, .medium where panel == .histogram:
      histogram = main.top(main.rows - 7)
      residuals = main.dropping(main.rows - 7).top(3)
      formula = main.dropping(main.rows - 4)
      panels = []
    case .compact, .medium:
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

  private static func places(_ panel: PanelChoice?, in region: Region) -> [Place] {
    guard region.rows > 0 else { return [] }
    if let panel { return [Place(panel: panel, region: region)] }
    let rows = [region.top(region.rows / 2), region.dropping(region.rows / 2)]
    let regions = rows.flatMap { row in
      let (left, right) = row.split(after: (row.columns - 2) / 2, gap: 2)
      return [left, right]
    }
    return zip(PanelEntry.all.filter(\.isTile).map(\.choice), regions).map(Place.init)
  }
}

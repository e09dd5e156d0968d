internal import Background
internal import Initializers
internal import Plots
internal import Scenes
internal import Screen
internal import Spectra
internal import Words

extension ViewEntry {
  /// The weights as a picture, the singular values, numbers, formula.
  static let matrix = ViewEntry(
    .matrix, key: "3", study: .spectrum,
    job: { model, pin in
      guard let layout = model.layout else { return nil }
      let arrangement = MatrixArrangement(layout, isComparing: model.scene.pinned != nil)
      let cells = HeatMap.cells(
        in: arrangement.map.dropping(1).size, glyphs: model.capabilities.glyphs,
        usesColor: model.usesColor)
      return Job(
        MatrixRequest(
          tensor: pin.tensor, cellRows: cells.rows, cellColumns: cells.columns,
          known: model.knownSpectrum(of: pin.tensor)))
    },
    content: { model, layout in
      let arrangement = MatrixArrangement(layout, isComparing: model.scene.pinned != nil)
      // Another seed of the same tensor may stand until its numbers come.
      guard let matrix = model.matrix(.b), matrix.request.tensor.hasLaw(of: model.scene.tensor)
      else {
        return ViewContent(awaiting: Phrase("weights.title"), in: layout)
      }
      let pinned = model.matrix(.a).flatMap { $0.request.tensor == model.scene.pinned ? $0 : nil }
      let limit = max(matrix.colorLimit, pinned?.colorLimit ?? 0)
      return ViewContent(
        Placed(
          NumbersPanel(
            subject: .spectrum(matrix, pinned: pinned), isCompared: model.scene.pinned != nil,
            isWide: layout.hasWideNumbers,
            isPresenting: layout.isPresenting), in: layout.numbers),
        Placed(
          EquationsPanel(
            title: Phrase("spectrum.title"), remark: matrix.theory.name,
            formulas: matrix.theory.formulas, notes: matrix.notes), in: arrangement.formula),
        Placed(
          WeightMap(
            matrix: matrix, name: pinned == nil ? Phrase("weights.title") : .verbatim("B"),
            limit: limit, isCurrent: matrix.request.tensor == model.scene.tensor),
          in: arrangement.map),
        Placed(
          pinned.map {
            WeightMap(matrix: $0, name: .verbatim("A"), limit: limit, isCurrent: true)
          }, in: arrangement.pinnedMap),
        Placed(
          SingularValuesPanel(matrix: matrix, pinned: pinned, ghost: model.lastSpectrum),
          in: arrangement.spectrum))
    })
}

extension Model {
  // The singular values that were found for a picture of another size, or on the other side.
  fileprivate func knownSpectrum(of tensor: Tensor) -> SpectrumOutcome? {
    [matrix(.b), matrix(.a)].compactMap(\.self)
      .first { $0.request.tensor == tensor && $0.outcome != .pending }?.outcome
  }
}

extension Model {
  /// The law of singular values that the last key has changed.
  fileprivate var lastSpectrum: GhostLine? {
    guard let ghost, let last: MatrixMeasurement = ghost.finding.report(),
      !last.request.tensor.hasLaw(of: scene.tensor), let law = Curve(last.theory)
    else { return nil }
    return GhostLine(law, isFading: ghost.isFading)
  }
}

/// Where the pictures of the matrix view lie.
struct MatrixArrangement: Equatable {
  /// The weights, the heading included.
  let map: Region
  /// A's weights, beside those of B.
  let pinnedMap: Region?
  let spectrum: Region
  let formula: Region

  /// Arranges the pictures in a layout.
  init(_ layout: Layout, isComparing: Bool) {
    let maps: Region
    switch layout.stage {
    case .small:
      formula = layout.formula ?? layout.main.top(0)
      (maps, spectrum) = layout.main.split(after: layout.main.columns / 2 - 1, gap: 2)
    case .compact, .medium:
      let row = LowerRow(layout)
      (maps, spectrum, formula) = (row.upper, row.panel, row.formula)
    case .large where !isComparing:
      // One picture is seldom as wide as the screen.
      formula = layout.formula ?? layout.main.top(0)
      (maps, spectrum) = layout.main.split(after: (layout.main.columns - 2) / 2, gap: 2)
    case .large:
      formula = layout.formula ?? layout.main.top(0)
      maps = layout.main.top(layout.main.rows * 3 / 5)
      spectrum = layout.main.dropping(layout.main.rows * 3 / 5)
    }
    if isComparing {
      (pinnedMap, map) = maps.split(after: (maps.columns - 2) / 2, gap: 2)
    } else {
      (pinnedMap, map) = (nil, maps)
    }
  }
}

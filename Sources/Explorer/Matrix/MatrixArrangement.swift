internal import Plots
internal import Screen

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
    case .medium:
      let row = LowerRow(layout)
      (maps, spectrum, formula) = (row.upper, row.panel, row.formula)
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

  /// The values that a picture has room for.
  func cells(_ model: Model) -> (rows: Int, columns: Int) {
    HeatMap.cells(
      in: map.dropping(1).size, glyphs: model.glyphs, usesColor: model.usesColor)
  }
}

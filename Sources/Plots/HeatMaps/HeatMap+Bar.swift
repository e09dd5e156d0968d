import Screen

extension HeatMap {
  /// Draws the colour bar with its ticks beside a map that takes so many cells.
  func drawBar(
    _ bar: HeatMapArea.Bar, beside map: Size, _ ramp: HeatMapRamp, _ perCell: Int,
    in frame: inout Frame
  ) {
    let ends = ends
    guard ends.low < ends.high else { return }
    switch bar {
    case .none: return
    case .right: drawBarRight(map, ends, ramp, perCell, in: &frame)
    case .beneath: drawBarBeneath(map, ends, ramp, isColored: perCell == 2, in: &frame)
    }
  }

  /// The values at the ends of the colour bar.
  private var ends: (low: Double, high: Double) {
    switch kind {
    case .diverging: limit.isFinite ? (-limit, limit) : (0, 0)
    case .sequential(let low, let high): low.isFinite && high.isFinite ? (low, high) : (0, 0)
    }
  }

  /// The highest value on top; a label stands in the row that holds its value.
  private func drawBarRight(
    _ map: Size, _ ends: (low: Double, high: Double), _ ramp: HeatMapRamp, _ perCell: Int,
    in frame: inout Frame
  ) {
    let left = map.columns + 1
    let scale = Scale(low: ends.high, high: ends.low, cells: map.rows)
    let fine = scale.refined(by: perCell)
    for row in 0..<map.rows {
      let cell =
        perCell == 2
        ? ramp.halves(fine.center(of: 2 * row), fine.center(of: 2 * row + 1))
        : ramp.texture(scale.center(of: row))
      for column in left..<left + 2 { frame[column, row] = cell }
    }
    var taken: Set<Int> = []
    for value in [ends.high, ends.low] + (ends.low < 0 && ends.high > 0 ? [0] : []) {
      guard let row = scale.cell(of: value), taken.insert(row).inserted else { continue }
      frame.put(label(value, ramp.glyphs), column: left + 3, row: row, Style(.dim))
    }
  }

  /// From the lowest value to the highest, its label at either end and 0 in the middle.
  private func drawBarBeneath(
    _ map: Size, _ ends: (low: Double, high: Double), _ ramp: HeatMapRamp, isColored: Bool,
    in frame: inout Frame
  ) {
    let (low, high) = (label(ends.low, ramp.glyphs), label(ends.high, ramp.glyphs))
    let room = frame.size.columns - TextWidth.columns(of: low + high) - 2
    // Without colours four textures of each sign, and none for 0.
    let isDiverging = kind == .diverging
    let steps = isDiverging ? (isColored ? 11 : 9) : ramp.colors.count
    let width = min(3, room / steps)
    guard width > 0 else { return }
    var column = frame.put(low, column: 0, row: map.rows, Style(.dim)) + 1
    let scale = Scale(
      low: isDiverging ? -1 : ends.low, high: isDiverging ? 1 : ends.high, cells: steps)
    for step in 0..<steps {
      let isZero = isDiverging && step == steps / 2
      // A diverging ramp's steps are centred on whole parts of the limit.
      let value =
        isDiverging ? limit * Double(step - steps / 2) / Double(steps / 2) : scale.center(of: step)
      let cell = isColored ? ramp.full(value) : ramp.texture(value)
      let cells = isZero ? 3 : width
      for offset in 0..<cells { frame[column + offset, map.rows] = cell }
      if isZero { frame[column + 1, map.rows] = Cell("0", Style(.dim)) }
      column += cells
    }
    frame.put(high, column: column + 1, row: map.rows, Style(.dim))
  }

  /// A value in as many digits as its columns take.
  private func label(_ value: Double, _ glyphs: GlyphSet) -> String {
    for digits in [3, 2] {
      let text = NumberText.significant(value, digits: digits, in: glyphs)
      if TextWidth.columns(of: text) <= HeatMapArea.labelColumns { return text }
    }
    return NumberText.significant(value, digits: 1, in: glyphs)
  }
}

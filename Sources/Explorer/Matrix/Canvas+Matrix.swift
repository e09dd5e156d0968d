private import Clamping
internal import Initializers
internal import Plots
internal import Scenes
internal import Screen
internal import Spectra

extension Canvas {
  /// The matrix view: the weights as a picture, the singular values, numbers, formula.
  mutating func drawMatrix(_ model: Model, layout: Layout) {
    let arrangement = MatrixArrangement(layout, isComparing: model.scene.pinned != nil)
    // Another seed of the same tensor may stand until its numbers come.
    guard let matrix = model.matrix, matrix.request.tensor.hasLaw(of: model.scene.tensor) else {
      heading("Weights", "drawing…", in: layout.main)
      return
    }
    let pinned = model.shownPinnedMatrix
    let limit = max(matrix.colorLimit, pinned?.colorLimit ?? 0)
    let isCurrent = matrix.request.tensor == model.scene.tensor
    drawMap(
      matrix, pinned == nil ? "Weights" : "B", limit, model, isCurrent: isCurrent,
      in: arrangement.map)
    if let pinned, let region = arrangement.pinnedMap {
      drawMap(pinned, "A", limit, model, isCurrent: true, in: region)
    }
    drawSpectrum(matrix, pinned, in: arrangement.spectrum)
    drawEquations(
      "Spectrum", matrix.theory.name, matrix.theory.formulas, notes: matrix.notes,
      in: arrangement.formula)
    drawMatrixNumbers(matrix, pinned, model, in: layout.numbers, isWide: layout.stage == .small)
  }

  private mutating func drawMap(
    _ matrix: MatrixMeasurement, _ title: String, _ limit: Double, _ model: Model,
    isCurrent: Bool, in region: Region
  ) {
    let (title, size) = (matrix.title(title), matrix.sides)
    if !isCurrent {
      heading(title, "drawing…", in: region)
    } else if matrix.progress < 1 {
      heading(title, "\(Int(clamping: matrix.progress * 100)) % of \(size)", in: region)
    } else {
      let blocks = matrix.aggregation
      heading(title, "\(size) · \(blocks)", blocks, matrix.blockText, size, in: region)
    }
    let grid = matrix.picture.grid
    var values: [Float] = []
    values.reserveCapacity(grid.cellRows * grid.cellColumns)
    for row in 0..<grid.cellRows {
      for column in 0..<grid.cellColumns {
        let cell = matrix.picture[row, column]
        values.append(
          cell.map {
            Float($0.deviation(from: matrix.scale.centre, as: matrix.scale.reading))
          } ?? 0)
      }
    }
    let map = HeatMap(
      values: values, rows: grid.cellRows, columns: grid.cellColumns, limit: limit)
    let body = region.dropping(1)
    draw(map.frame(size: body.size, glyphs: glyphs, usesColor: model.usesColor), in: body)
  }

  private mutating func drawSpectrum(
    _ matrix: MatrixMeasurement, _ pinned: MatrixMeasurement?, in region: Region
  ) {
    let body = region.dropping(1)
    let columns = HistogramPlot.plotColumns(in: body.size)
    guard let picture = SpectrumPicture(matrix, pinned: pinned, columns: columns) else {
      heading("Singular values", in: region)
      for (index, line) in matrix.absence.wrapped(to: body.columns - 2, at: [" "]).enumerated() {
        put(line, column: body.column + 2, row: body.row + 1 + index, Style(.dim))
      }
      return
    }
    let bins = picture.bins
    let outside = bins.overflow == 0 ? "" : " · \(bins.overflow) beyond"
    let count = "\(bins.total)\(outside)"
    heading("Singular values", "\(count) · \(matrix.theory.name)", count, in: region)
    let plot = HistogramPlot(
      bins: bins, law: picture.law, markers: picture.markers,
      pinned: picture.pinned.map { PinnedSample(bins: $0, name: "A") }, limit: picture.limit)
    draw(plot.frame(size: body.size, glyphs: glyphs), in: body)
  }
}

extension Model {
  /// The pinned tensor's matrix, if it is not that of another.
  var shownPinnedMatrix: MatrixMeasurement? {
    guard let pinned = scene.pinned, pinnedMatrix?.request.tensor == pinned else { return nil }
    return pinnedMatrix
  }
}

private import Mathematics
internal import Plots
internal import Readings
internal import Scenes
internal import Screen
internal import Spectra
internal import Words

/// The weights of a matrix as a picture.
struct WeightMap: Panel {
  let matrix: MatrixMeasurement
  let name: Phrase
  /// The deviation at the ends of the colours.
  let limit: Double
  /// Whether the numbers are the scene's, not those of another seed.
  let isCurrent: Bool

  func draw(on canvas: inout Canvas, in region: Region) {
    let (title, size) = (matrix.title(name), matrix.sides)
    if !isCurrent {
      canvas.heading(title, [Phrase("drawing")], in: region)
    } else if matrix.progress < 1 {
      let percent = "\(Int(clamping: matrix.progress * 100))"
      canvas.heading(
        title, [Phrase("matrix.progress", ["percent": .text(percent), "size": .text(size)])],
        in: region)
    } else {
      let blocks = matrix.aggregation
      let full = Phrase("remark.two", ["first": .text(size), "second": .phrase(blocks)])
      let axes = Phrase("weights.axes")
      func withAxes(_ phrase: Phrase) -> Phrase {
        Phrase("remark.two", ["first": .phrase(axes), "second": .phrase(phrase)])
      }
      // The size stands in the bar, too; which way is out and which in nowhere else.
      canvas.heading(
        title,
        [withAxes(full), withAxes(blocks)] + (matrix.block.isEmpty ? [] : [withAxes(matrix.block)])
          + [axes, matrix.block, .verbatim(size)], in: region)
    }
    if let absence = matrix.emptiness {
      canvas.put(
        absence, column: region.column + 2, row: region.row + 2, Style(.dim),
        limit: region.columns - 2)
      return
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
    let map = HeatMap(values: values, rows: grid.cellRows, columns: grid.cellColumns, limit: limit)
    let body = region.dropping(1)
    canvas.draw(
      map.frame(size: body.size, glyphs: canvas.glyphs, usesColor: canvas.usesColor), in: body)
  }
}

/// The histogram of the singular values over their law.
struct SingularValuesPanel: Panel {
  let matrix: MatrixMeasurement
  let pinned: MatrixMeasurement?
  /// The law of the last picture, while it lingers.
  let ghost: GhostLine?

  func draw(on canvas: inout Canvas, in region: Region) {
    let title = Phrase("singular-values.title")
    let body = region.dropping(1)
    let columns = BinGeometry.plotColumns(in: body.columns)
    guard
      let picture = SpectrumPicture(
        matrix, pinned: pinned, columns: columns, words: canvas.words)
    else {
      canvas.heading(title, in: region)
      canvas.putLines(
        matrix.absence,
        in: Region(
          column: body.column + 2, row: body.row + 1, columns: body.columns - 2,
          rows: body.rows - 1), Style(.dim))
      return
    }
    let bins = picture.bins
    let count: Phrase =
      bins.overflow == 0
      ? .verbatim("\(bins.total)")
      : Phrase("singular-values.beyond", ["count": "\(bins.total)", "beyond": "\(bins.overflow)"])
    let law = matrix.theory.name
    canvas.heading(
      title, [Phrase("remark.two", ["first": .phrase(count), "second": .phrase(law)]), count],
      in: region)
    var plot = HistogramPlot(
      bins: bins, law: picture.law, markers: picture.markers,
      caption: canvas.words(Phrase("axis.density")),
      pinned: picture.pinned.map { PinnedSample(bins: $0, name: "A") }, limit: picture.limit)
    plot.ghost = ghost
    canvas.draw(plot.frame(size: body.size, glyphs: canvas.glyphs), in: body)
  }
}

extension Canvas {
  /// Theory and matrix beside each other, or A and B.
  mutating func drawMatrixNumbers(
    _ matrix: MatrixMeasurement, _ pinned: MatrixMeasurement?, isCompared: Bool, in region: Region,
    isWide: Bool
  ) {
    guard isCompared else {
      drawTheoryTable(
        SpectrumReadings(matrix).all, sample: Phrase("numbers.matrix"), hasScores: true, in: region,
        isWide: isWide)
      return
    }
    drawCompared(ComparedRow.rows(pinned, matrix), in: region, isWide: isWide)
  }
}

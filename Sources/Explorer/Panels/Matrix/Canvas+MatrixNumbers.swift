internal import Initializers
internal import Scenes
internal import Screen
internal import Spectra

extension Canvas {
  /// Theory and matrix beside each other, or A and B.
  mutating func drawMatrixNumbers(
    _ matrix: MatrixMeasurement, _ pinned: MatrixMeasurement?, isCompared: Bool, in region: Region,
    isWide: Bool
  ) {
    let rows = MatrixNumbers(matrix).rows
    guard isCompared else {
      drawTheoryTable(rows, sample: "matrix", hasScores: true, in: region, isWide: isWide)
      return
    }
    // What a row is may depend on the matrix: those of the same name are compared.
    let ofA = pinned.map { MatrixNumbers($0).rows }
    let compared = rows.map { row in
      row.compared(with: ofA?.first { $0.name == row.name })
    }
    drawCompared(ComparedNumbers(rows: compared), in: region, isWide: isWide)
  }
}

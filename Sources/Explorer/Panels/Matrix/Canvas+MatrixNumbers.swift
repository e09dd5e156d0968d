internal import Readings
internal import Scenes
internal import Screen
internal import Spectra
internal import Words

extension Canvas {
  /// Theory and matrix beside each other, or A and B.
  mutating func drawMatrixNumbers(
    _ matrix: MatrixMeasurement, _ pinned: MatrixMeasurement?, isCompared: Bool, in region: Region,
    isWide: Bool
  ) {
    let rows = SpectrumReadings(matrix).all
    guard isCompared else {
      drawTheoryTable(
        rows, sample: Phrase("numbers.matrix"), hasScores: true, in: region, isWide: isWide)
      return
    }
    // What there is to read depends on the matrix: readings of the same name are compared.
    let ofA = pinned.map { SpectrumReadings($0).all }
    let compared = rows.map { row in ComparedRow(ofA?.first { $0.name == row.name }, row) }
    drawCompared(compared, in: region, isWide: isWide)
  }
}

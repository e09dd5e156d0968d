internal import Plots
internal import Scenes
internal import Screen
internal import Spectra

extension Canvas {
  /// Theory and matrix beside each other, or A and B.
  mutating func drawMatrixNumbers(
    _ matrix: MatrixMeasurement, _ pinned: MatrixMeasurement?, _ model: Model, in region: Region,
    isWide: Bool
  ) {
    let numbers = MatrixNumbers(matrix)
    if model.scene.pinned != nil {
      let ofA = pinned.map { MatrixNumbers($0).rows }
      let rows = numbers.rows.map { row in
        ComparedNumbers.Row(
          name: row.name, a: ofA?.first { $0.name == row.name }?.sample ?? .nan, b: row.sample,
          isTheory: false, isScale: row.isScale, importance: row.importance)
      }
      drawCompared(ComparedNumbers(rows: rows), in: region, isWide: isWide)
    } else if isWide {
      heading("Theory · matrix · z", in: region)
      let rows = numbers.rows(upTo: 6)
      let (left, right) = region.split(after: region.columns / 2 - 1, gap: 2)
      draw(Array(rows.prefix(3)), in: left)
      draw(Array(rows.dropFirst(3)), in: right)
    } else {
      heading("Numbers", in: region)
      let ends = MatrixColumns(region)
      put(" theory", endColumn: ends.theory, row: region.row, Style(.dim))
      put(" matrix", endColumn: ends.sample, row: region.row, Style(.dim))
      put(" z", endColumn: ends.score, row: region.row, Style(.dim))
      draw(numbers.rows(upTo: region.rows - 1), in: region)
    }
  }

  private mutating func draw(_ rows: [MatrixNumbers.Row], in region: Region) {
    let ends = MatrixColumns(region)
    for (index, row) in rows.enumerated() {
      let line = region.row + 1 + index
      put(" \(row.name)", column: region.column, row: line, Style(.dim))
      put(
        row.theory.map { number($0, columns: ends.room) } ?? "·", endColumn: ends.theory,
        row: line, Style(.law))
      put(number(row.sample, columns: ends.room), endColumn: ends.sample, row: line, Style(.bright))
      if let z = row.z {
        let text = (z < 0 ? "" : "+") + NumberText.fixed(z, decimals: 1, in: glyphs)
        put(
          text, endColumn: ends.score, row: line,
          abs(z) >= 3 ? Style(.alert, .bold) : Style(.good))
      } else if let holds = row.holds {
        put(
          holds ? "✓" : "!", endColumn: ends.score, row: line,
          holds ? Style(.good) : Style(.alert, .bold))
      }
    }
  }
}

/// Where the columns of the matrix's numbers end.
private struct MatrixColumns {
  let theory: Int
  let sample: Int
  let score: Int
  /// The columns of a number.
  let room: Int

  init(_ region: Region) {
    let shared = (region.columns - 10 - 5) / 2
    score = region.endColumn - 1
    sample = score - 5
    theory = sample - shared
    room = shared - 1
  }
}

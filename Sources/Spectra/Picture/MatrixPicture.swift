package import Initializers

/// A matrix as cells, filled with its weights in storage order as they are drawn.
///
/// Memory does not grow with the matrix: a cell holds its block's sums and ends.
package struct MatrixPicture: Sendable {
  /// The blocks.
  package let grid: MatrixGrid
  /// The weights so far.
  package private(set) var drawnCount = 0

  private var cells: [CellSums]

  /// Makes an empty picture.
  package init(_ grid: MatrixGrid) {
    self.grid = grid
    cells = Array(repeating: CellSums(), count: grid.cellRows * grid.cellColumns)
  }

  /// The cell at a row and column of cells; nil outside the picture and before its first weight.
  package subscript(row: Int, column: Int) -> MatrixCell? {
    guard row >= 0, row < grid.cellRows, column >= 0, column < grid.cellColumns else { return nil }
    let count = grid.count(row: row, column: column, drawnCount: drawnCount)
    guard count > 0 else { return nil }
    return MatrixCell(cells[row * grid.cellColumns + column], count: count)
  }

  /// √Σw² of the weights so far, the Frobenius norm of the matrix once all are there.
  package var frobeniusNorm: Double {
    cells.reduce(0) { $0 + $1.squares }.squareRoot()
  }

  /// Adds the next weights; what is more than the matrix has is left out.
  package mutating func add(_ weights: UnsafeBufferPointer<Float>) {
    guard !cells.isEmpty else { return }
    let grid = grid
    var index = 0
    let end = min(weights.count, grid.rows * grid.columns - drawnCount)
    var row = drawnCount / grid.columns
    var column = drawnCount % grid.columns
    cells.withUnsafeMutableBufferPointer { cells in
      while index < end {
        let stop = min(end, index + grid.columns - column)
        let band = row / grid.blockRows * grid.cellColumns
        var cell = column / grid.blockColumns
        var room = (cell + 1) * grid.blockColumns - column
        column += stop - index
        while index < stop {
          let next = min(stop, index + room)
          if room == 1 {
            cells[band + cell].add(weights[index])
          } else {
            cells[band + cell].add(UnsafeBufferPointer(rebasing: weights[index..<next]))
          }
          index = next
          cell += 1
          room = grid.blockColumns
        }
        if column == grid.columns {
          column = 0
          row += 1
        }
      }
    }
    drawnCount += end
  }
}

/// How a recipe's matrix is best coloured.
package struct PictureScale: Hashable, Sendable {
  /// The value that is neither high nor low.
  package let centre: Double
  /// The deviation that is usual, positive and finite: the standard deviation where there is one.
  ///
  /// Three of it are a fair range of colours.
  package let unit: Double
  /// The reading that shows most.
  package let reading: CellReading

  /// Works out the scale of a recipe.
  package init(_ law: Law) {
    let scale: (centre: Double, unit: Double, reading: CellReading)
    switch law {
    case .uniform, .normal, .truncatedNormal:
      scale = law.std > 0 ? (law.mean, law.std, .scaledMean) : (0, abs(law.mean), .extreme)
    case .sphere, .sparse: scale = (0, law.std, .scaledMean)
    case .constant(let value): scale = (0, abs(value), .extreme)
    case .ones: scale = (0, 1, .extreme)
    }
    centre = scale.centre.isFinite ? scale.centre : 0
    unit = scale.unit > 0 && scale.unit.isFinite ? scale.unit : 1
    reading = scale.reading
  }
}

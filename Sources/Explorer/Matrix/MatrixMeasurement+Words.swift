internal import LinearAlgebra
internal import Plots
internal import Screen
internal import Spectra

extension MatrixMeasurement {
  /// What a cell of the picture stands for.
  var aggregation: String {
    let grid = picture.grid
    guard !grid.isExact else { return "a weight a cell" }
    let block = "\(grid.blockRows)×\(grid.blockColumns)"
    switch scale.reading {
    case .scaledMean: return "a cell: mean of \(block) ×√\(grid.blockRows * grid.blockColumns)"
    case .mean: return "a cell: mean of \(block)"
    case .extreme: return "a cell: largest of \(block)"
    case .rootMeanSquare: return "a cell: rms of \(block)"
    }
  }

  /// Why there are no singular values, or not yet.
  var absence: String {
    switch outcome {
    case .pending: "decomposing…"
    case .found: ""
    case .empty: "no weights"
    case .tooLarge(.order(let most)):
      "Singular values are computed up to \(most) on the smaller side; this matrix is"
        + " \(rows)×\(columns)."
    case .tooLarge(.entries(let most)):
      "Singular values are computed up to \(NumberText.grouped(most, in: .ascii)) weights; this"
        + " matrix is \(rows)×\(columns)."
    case .refused(let error): error.description
    }
  }
}

import Initializers
import Scenes
import Spectra

extension MatrixMeasurement {
  init(_ line: String, cellRows: Int = 40, cellColumns: Int = 80) throws {
    try self.init(
      of: MatrixRequest(
        tensor: Tensor(parsing: line), cellRows: cellRows, cellColumns: cellColumns))
  }
}

func isNear(_ one: Double, _ other: Double, _ tolerance: Double = 1e-6) -> Bool {
  abs(one - other) <= tolerance * max(1e-30, abs(other))
}

/// `sparse_` of PyTorch: normals, of which a random choice in every column becomes 0.
struct SparseDraw {
  let rows: Int
  let columns: Int
  let zeros: Int
  let std: Double

  func weights(generator: inout Generator) -> [Float] {
    var weights = [Float](repeating: 0, count: rows * columns)
    WholeTensor.fill(&weights, .normal(mean: 0, std: std), generator: &generator)
    guard rows > 0 else { return weights }
    var order = [Int32](repeating: 0, count: rows)
    for column in 0..<columns {
      for row in 0..<rows { order[row] = Int32(truncatingIfNeeded: row) }
      // The shuffle is drawn to its end, as PyTorch's randperm draws it.
      for row in 0..<max(0, rows - 1) {
        order.swapAt(row, row + Int(generator.next32() % UInt32(rows - row)))
      }
      for row in order.prefix(zeros) { weights[Int(row) * columns + column] = 0 }
    }
    return weights
  }
}

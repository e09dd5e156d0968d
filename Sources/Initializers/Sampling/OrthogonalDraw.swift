private import LinearAlgebra

/// `orthogonal_` of PyTorch: the Q of a Gaussian matrix's QR factorization, times the gain.
///
/// LAPACK's rounding differs between builds, so the weights agree with PyTorch's to about 2e−6.
struct OrthogonalDraw {
  let rows: Int
  let columns: Int
  let gain: Double

  func weights(generator: inout Generator) -> [Float] {
    var matrix = [Float](repeating: 0, count: rows * columns)
    WholeTensor.fill(&matrix, .normal(mean: 0, std: 1), generator: &generator)
    // A wide row-major matrix is its tall transpose in column-major order, which is what is wanted.
    let isTall = rows >= columns
    var tall = isTall ? Self.transposed(matrix, rows: rows, columns: columns) : matrix
    do {
      try OrthonormalFactor.replace(
        &tall, rows: max(rows, columns), columns: min(rows, columns))
    } catch {
      // A recipe is only made for sizes that LAPACK can index.
      assertionFailure("\(error)")
    }
    var weights = isTall ? Self.transposed(tall, rows: columns, columns: rows) : tall
    let factor = Float(gain)
    for index in weights.indices { weights[index] *= factor }
    return weights
  }

  // Row-major rows × columns to row-major columns × rows, tile by tile for the cache.
  private static func transposed(_ matrix: [Float], rows: Int, columns: Int) -> [Float] {
    let tile = 32
    return [Float](unsafeUninitializedCapacity: rows * columns) { result, count in
      for rowStart in stride(from: 0, to: rows, by: tile) {
        for columnStart in stride(from: 0, to: columns, by: tile) {
          for row in rowStart..<min(rows, rowStart + tile) {
            for column in columnStart..<min(columns, columnStart + tile) {
              result[column * rows + row] = matrix[row * columns + column]
            }
          }
        }
      }
      count = rows * columns
    }
  }
}

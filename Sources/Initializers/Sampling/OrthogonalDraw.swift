private import LinearAlgebra
internal import Words

/// `orthogonal_` of PyTorch, and JAX's and Keras's: the Q of a Gaussian matrix's QR factorization, times
/// the gain.
///
/// LAPACK's rounding differs between builds, so the weights agree with PyTorch's to about 2e−6 and with
/// JAX's to about 1e−5.
struct OrthogonalDraw: KeptDraw {
  private let rows: Int
  private let columns: Int
  private let gain: Double
  private let isDrawnTall: Bool
  private(set) var weights: [Float] = []
  private(set) var isFinished = false

  init(rows: Int, columns: Int, gain: Double, isDrawnTall: Bool = false) {
    (self.rows, self.columns, self.gain) = (rows, columns, gain)
    self.isDrawnTall = isDrawnTall
  }

  // All in one step: LAPACK cannot be interrupted.
  mutating func advance(_ generator: inout any Generator) throws(InitializerError) {
    guard !isFinished else { return }
    let matrix = generator.normals(rows * columns)
    // A wide row-major matrix is its tall transpose in column-major order, which is what is wanted.
    let isTall = rows >= columns
    let (long, short) = (max(rows, columns), min(rows, columns))
    var tall =
      isTall || isDrawnTall ? Self.transposed(matrix, rows: long, columns: short) : matrix
    do throws(LinearAlgebraError) {
      try OrthonormalFactor.replace(
        &tall, rows: long, columns: short)
    } catch {
      throw .cannotFactorize(.orthogonal, reason: error.description)
    }
    weights = isTall ? Self.transposed(tall, rows: columns, columns: rows) : tall
    let factor = Float(gain)
    for index in weights.indices { weights[index] *= factor }
    isFinished = true
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

import LinearAlgebra
import Testing
import Words

@Suite("Singular values agree with numpy.linalg.svd")
struct SingularValuesTests {
  static let hilbert: [Float] = (0..<16).map { 1 / Float($0 / 4 + $0 % 4 + 1) }

  @Test(
    "of a matrix with known ones",
    arguments: [
      (
        matrix: (1...12).map(Float.init), rows: 3, columns: 4,
        values: [25.43683563348, 1.722612247521, 0]
      ),
      (matrix: (1...12).map(Float.init), rows: 1, columns: 12, values: [25.495097567964]),
      (matrix: (1...12).map(Float.init), rows: 12, columns: 1, values: [25.495097567964]),
      (
        matrix: hilbert, rows: 4, columns: 4,
        values: [1.500214280059, 0.1691412202215, 0.006738273605761, 0.00009670230402261]
      ),
      (matrix: [-3], rows: 1, columns: 1, values: [3]),
      (matrix: [0, 0, 0, 0, 0, 0], rows: 2, columns: 3, values: [0, 0]),
      (matrix: [1e38, 0, 0, 1e-38], rows: 2, columns: 2, values: [1e38, 0]),
    ] as [(matrix: [Float], rows: Int, columns: Int, values: [Double])])
  func known(matrix: [Float], rows: Int, columns: Int, values: [Double]) throws {
    let found = try SingularValues.of(matrix, rows: rows, columns: columns)
    try #require(found.count == values.count)
    let tolerance = 4e-7 * (values.first ?? 0)
    for (one, other) in zip(found, values) { #expect(abs(one - other) <= tolerance) }
  }

  @Test("an empty matrix has none", arguments: [(0, 0), (0, 5), (5, 0)])
  func empty(rows: Int, columns: Int) throws {
    #expect(try SingularValues.of([], rows: rows, columns: columns) == [])
  }

  @Test("entries that are not finite are refused", arguments: [Float.nan, .infinity, -.infinity])
  func notFinite(entry: Float) {
    #expect(throws: LinearAlgebraError.notFinite(rows: 2, columns: 2)) {
      try SingularValues.of([1, 2, entry, 4], rows: 2, columns: 2)
    }
  }

  @Test("a count that does not fit is refused", arguments: [(2, 3), (-1, -4), (Int.max, 2)])
  func wrongCount(rows: Int, columns: Int) {
    #expect(throws: LinearAlgebraError.wrongCount(4, rows: rows, columns: columns)) {
      try SingularValues.of([1, 2, 3, 4], rows: rows, columns: columns)
    }
  }

  @Test(
    "an error is a sentence",
    arguments: [
      (
        LinearAlgebraError.notFinite(rows: 2, columns: 3),
        "a matrix of 2×3 with infinite entries or NaN has no singular values"
      ),
      (.wrongCount(4, rows: 2, columns: 3), "4 numbers do not make a matrix of 2×3"),
      (.failed(routine: "sgesdd", status: 1), "LAPACK's sgesdd failed with status 1"),
    ])
  func sentences(error: LinearAlgebraError, sentence: String) {
    #expect(error.description == sentence)
  }
}

private import LinearAlgebra
private import Mathematics
internal import WeightFiles

/// How often the rows of independent weights resemble one another as much, or as little.
///
/// The sum of the squares of the rows' correlations: J. R. Schott (2005), doi:10.1093/biomet/92.4.951.
/// It is skew, three rows at a time, by p/n, which a χ² of as much skewness takes in.
enum RowRelation {
  /// The lesser probability of a tensor's rows and of its columns; nil where it has none to compare.
  ///
  /// - Throws: `TensorFileError`.
  static func pValue(of entry: TensorEntry) throws -> Double? {
    let extents = entry.shape.filter { $0 != 1 }
    guard extents.count > 1, let first = extents.first, let last = extents.last,
      !entry.isCompressed || entry.count <= largestCompressed
    else { return nil }
    let block = try Numbers(entry)
    return [
      try block.rows(first, of: entry.count / first).flatMap(probability),
      try block.columns(last, of: entry.count / last).flatMap(probability),
    ].compactMap(\.self).min()
  }

  // As many rows, and numbers of each, are compared.
  private static let mostRows = 128
  private static let longest = 2048
  // Compressed numbers are read from the start, and all of them.
  private static let largestCompressed = 1 << 22

  private struct Matrix {
    var rows: Int
    var columns: Int
    var elements: [Float]
  }

  private struct Numbers {
    let entry: TensorEntry
    // All there are, where they are compressed.
    var all: [Float]?

    init(_ entry: TensorEntry) throws {
      self.entry = entry
      guard entry.isCompressed else { return }
      var numbers: [Float] = []
      numbers.reserveCapacity(entry.count)
      try entry.forEachChunk { numbers += $0 }
      all = numbers
    }

    func read(from offset: Int, count: Int) throws -> [Float] {
      if let all { return Array(all[offset..<offset + count]) }
      var numbers = [Float](repeating: 0, count: count)
      try numbers.withUnsafeMutableBufferPointer { try entry.read(from: offset, into: $0) }
      return numbers
    }

    // Slices of the first dimension, those that are taken from all over it.
    func rows(_ count: Int, of length: Int) throws -> Matrix? {
      let (rows, columns) = (min(count, mostRows), min(length, longest))
      var matrix = Matrix(rows: rows, columns: columns, elements: [])
      for row in 0..<rows {
        matrix.elements += try read(from: row * count / rows * length, count: columns)
      }
      return matrix
    }

    // Slices of the last dimension.
    func columns(_ count: Int, of length: Int) throws -> Matrix? {
      let (rows, columns) = (min(count, mostRows), min(length, longest))
      var elements = [Float](repeating: 0, count: rows * columns)
      for column in 0..<columns {
        let numbers = try read(from: column * length / columns * count, count: rows)
        for row in 0..<rows { elements[row * columns + column] = numbers[row] }
      }
      return Matrix(rows: rows, columns: columns, elements: elements)
    }
  }

  private static func probability(_ matrix: Matrix) -> Double? {
    let (rows, columns) = (matrix.rows, matrix.columns)
    guard rows > 3, columns > 15 else { return nil }
    var elements = matrix.elements
    for row in 0..<rows {
      let places = row * columns..<(row + 1) * columns
      let mean = elements[places].reduce(0.0) { $0 + Double($1) } / Double(columns)
      let square = elements[places].reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      guard square > 0, square.isFinite else { return nil }
      let length = square.squareRoot()
      for place in places { elements[place] = Float((Double(elements[place]) - mean) / length) }
    }
    var products = [Float](repeating: 0, count: rows * rows)
    do {
      try MatrixProduct.multiply(
        .plain(elements), .transpose(elements), rows: rows, columns: rows, inner: columns,
        into: &products)
    } catch { return nil }
    var sum = 0.0
    for row in 0..<rows {
      for other in 0..<row {
        let correlation = Double(products[row * rows + other])
        sum += correlation * correlation
      }
    }
    return probability(sum, rows: Double(rows), columns: Double(columns - 1))
  }

  // Of a sum of squared correlations of p rows of n free numbers.
  private static func probability(_ sum: Double, rows p: Double, columns n: Double) -> Double {
    let variance = p * (p - 1) * (n - 1) / (n + 2)
    let third = 4 * p * (p - 1) + p * (p - 1) * (p - 2) * 4 * (n - 1) / ((n + 2) * (n + 2))
    let score = (n * sum - p * (p - 1) / 2) / variance.squareRoot()
    let freedom = 8 * variance * variance * variance / (third * third)
    let tail = GammaFunction.upperRegularized(
      freedom / 2, (freedom + score * (2 * freedom).squareRoot()) / 2)
    return min(1, 2 * min(tail, 1 - tail))
  }
}

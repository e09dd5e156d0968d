/// Sums of a tensor's numbers and of their squares over its slices along each dimension.
///
/// Kept are those of the rows and columns of a matrix, of the leading dimensions by the others: the slices
/// along any dimension are sums of either. The cut is where rows and columns together are fewest.
struct SliceSums: Sendable {
  private let extents: [Int]
  private let cut: Int
  private let columns: Int
  private var rowSums: [Double]
  private var rowSquares: [Double]
  private var columnSums: [Double]
  private var columnSquares: [Double]

  // More rows and columns together would take too much memory.
  private static let largestCount = 1 << 20

  /// Nothing summed yet; nil of a tensor that has no two dimensions, or too long ones.
  init?(shape: [Int]) {
    let extents = shape.filter { $0 != 1 }
    guard extents.count > 1, !extents.contains(0) else { return nil }
    let cuts = (1..<extents.count).map { cut in
      (cut, extents[..<cut].reduce(1, *), extents[cut...].reduce(1, *))
    }
    guard let (cut, rows, columns) = cuts.min(by: { $0.1 + $0.2 < $1.1 + $1.2 }),
      rows + columns <= Self.largestCount
    else { return nil }
    (self.extents, self.cut, self.columns) = (extents, cut, columns)
    (rowSums, rowSquares) = (Array(repeating: 0, count: rows), Array(repeating: 0, count: rows))
    columnSums = Array(repeating: 0, count: columns)
    columnSquares = columnSums
  }

  /// Adds numbers that stand from a place on.
  mutating func add(_ block: UnsafeBufferPointer<Float>, at offset: Int) {
    var place = offset
    let end = offset + block.count
    columnSums.withUnsafeMutableBufferPointer { sums in
      columnSquares.withUnsafeMutableBufferPointer { squares in
        while place < end {
          let (row, column) = place.quotientAndRemainder(dividingBy: columns)
          let length = min(end - place, columns - column)
          let part = block.baseAddress.map { $0 + (place - offset) }
          var (sum, square) = (0.0, 0.0)
          if let part {
            for index in 0..<length {
              let number = Double(part[index])
              let power = number * number
              sum += number
              square += power
              sums[column &+ index] += number
              squares[column &+ index] += power
            }
          }
          rowSums[row] += sum
          rowSquares[row] += square
          place += length
        }
      }
    }
  }

  /// Adds what was summed elsewhere in the tensor.
  mutating func merge(_ other: SliceSums) {
    func add(_ other: [Double], to own: inout [Double]) {
      for index in own.indices { own[index] += other[index] }
    }
    add(other.rowSums, to: &rowSums)
    add(other.rowSquares, to: &rowSquares)
    add(other.columnSums, to: &columnSums)
    add(other.columnSquares, to: &columnSquares)
  }

  /// The sums of the slices along each dimension that is longer than 1.
  var all: [Slices] { extents.indices.map(slices) }

  /// The slices along the first of these dimensions that are all zeros.
  var zeroRowCount: Int { slices(along: 0).squares.count { $0 == 0 } }

  private func slices(along axis: Int) -> Slices {
    let isRow = axis < cut
    let inner = extents[(axis + 1)..<(isRow ? cut : extents.count)].reduce(1, *)
    func gather(_ sums: [Double]) -> [Double] {
      var slices = [Double](repeating: 0, count: extents[axis])
      for (index, sum) in sums.enumerated() { slices[index / inner % extents[axis]] += sum }
      return slices
    }
    return Slices(
      length: extents.reduce(1, *) / extents[axis], sums: gather(isRow ? rowSums : columnSums),
      squares: gather(isRow ? rowSquares : columnSquares))
  }

  /// The slices along one dimension.
  struct Slices {
    /// The numbers of each.
    let length: Int
    let sums: [Double]
    let squares: [Double]
  }
}

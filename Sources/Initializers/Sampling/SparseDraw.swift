/// `sparse_` of PyTorch: normals, of which a random choice in every column becomes 0.
struct SparseDraw: WholeDraw {
  private let rows: Int
  private let columns: Int
  private let zeros: Int
  private var normals: BlockStream?
  private let normal: Draw
  private(set) var weights: [Float]
  // The column being shuffled, and how far.
  private var column = 0
  private var row = 0
  private var order: [Int32] = []

  // A step takes about a tenth of a millisecond.
  private static let stepSize = 1 << 16

  init(rows: Int, columns: Int, zeros: Int, std: Double) {
    (self.rows, self.columns, self.zeros) = (rows, columns, zeros)
    normal = .normal(mean: 0, std: std)
    weights = [Float](repeating: 0, count: rows * columns)
  }

  var isFinished: Bool {
    weights.isEmpty || (normals?.remaining == 0 && column == columns)
  }

  mutating func advance(_ generator: inout any Generator) {
    guard !isFinished else { return }
    var stream = normals ?? BlockStream(normal, count: weights.count, generator: generator)
    normals = nil
    if stream.remaining > 0 {
      let start = weights.count - stream.remaining
      weights.withUnsafeMutableBufferPointer { weights in
        let end = min(weights.count, start + Self.stepSize)
        _ = stream.next(into: UnsafeMutableBufferPointer(rebasing: weights[start..<end]))
      }
      if stream.remaining == 0 { generator = stream.generator }
    } else {
      shuffle(&generator)
    }
    normals = stream
  }

  private mutating func shuffle(_ generator: inout any Generator) {
    var left = Self.stepSize
    while left > 0, column < columns {
      if row == 0 { order = (0..<rows).map { Int32(truncatingIfNeeded: $0) } }
      // The shuffle is drawn to its end, as PyTorch's randperm draws it.
      let end = min(rows - 1, row + left)
      if row < end { swap(row..<end, &generator) }
      left -= max(1, rows - 1)
      guard row >= rows - 1 else { return }
      for row in order.prefix(zeros) { weights[Int(row) * columns + column] = 0 }
      row = 0
      column += 1
    }
  }

  private mutating func swap(_ places: Range<Int>, _ generator: inout any Generator) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: places.count) { words in
      generator.fill(words)
      for (place, word) in zip(places, words) {
        order.swapAt(place, place + Int(word % UInt32(rows - place)))
      }
    }
    row = places.upperBound
  }
}

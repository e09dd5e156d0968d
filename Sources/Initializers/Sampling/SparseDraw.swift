/// `sparse_` of PyTorch: normals, of which a random choice in every column becomes 0.
///
/// The choices are drawn after all the normals, so these are passed over first; a bit a weight keeps
/// the choices, and the normals are drawn as they are wanted.
struct SparseDraw: WholeDraw {
  private let rows: Int
  private let columns: Int
  private let zeros: Int
  private let normal: Draw
  private var start: (any Generator)?
  private var passed: NormalsPassedOver?
  private var normals: BlockStream?
  // A bit for each weight, in storage order.
  private var isZero: [UInt64]
  // The column being shuffled, and how far.
  private var column = 0
  private var row = 0
  private var order: [Int32] = []

  // A step takes about a tenth of a millisecond.
  private static let stepSize = 1 << 16

  init(rows: Int, columns: Int, zeros: Int, std: Double) {
    (self.rows, self.columns, self.zeros) = (rows, columns, zeros)
    normal = .normal(mean: 0, std: std)
    isZero = [UInt64](repeating: 0, count: (rows * columns + 63) / 64)
  }

  private var count: Int { rows * columns }

  var isFinished: Bool { count == 0 || (passed?.isFinished == true && column == columns) }

  mutating func advance(_ generator: inout any Generator) {
    guard !isFinished else { return }
    guard let passed, passed.isFinished else {
      if self.passed == nil { start = generator }
      var further = passed ?? NormalsPassedOver(normal, count: count, generator: generator)
      further.advance()
      self.passed = further
      if further.isFinished { generator = further.generator }
      return
    }
    shuffle(&generator)
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
      for row in order.prefix(zeros) {
        let place = Int(row) * columns + column
        isZero[place / 64] |= 1 << UInt64(place % 64)
      }
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

  mutating func next(into block: UnsafeMutableBufferPointer<Float>, at place: Int) -> Int {
    guard let start else { return 0 }
    var stream = place == 0 ? nil : normals
    normals = nil
    stream = stream ?? BlockStream(normal, count: count, generator: start)
    let written = stream?.next(into: block) ?? 0
    normals = stream
    for index in 0..<written where isZero[(place + index) / 64] >> ((place + index) % 64) & 1 != 0 {
      block[index] = 0
    }
    return written
  }
}

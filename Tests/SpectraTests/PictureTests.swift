import Initializers
import Scenes
import Spectra
import TestSupport
import Testing

@Suite("A matrix as cells")
struct PictureTests {
  static func weights(of line: String) throws -> [Float] {
    let tensor = try Tensor(parsing: line)
    let recipe = try tensor.recipe()
    var stream = WeightStream(
      recipe.draw, count: recipe.shape.count, generator: MersenneTwister(seed: tensor.seed))
    return try [Float](unsafeUninitializedCapacity: recipe.shape.count) { buffer, count in
      count = try stream.next(into: buffer)
    }
  }

  // numpy, of PyTorch's tensors of 100×70 and 103×71 in cells of 4×2.
  @Test(
    "a cell's numbers are numpy's",
    arguments: [
      (
        100, 70, 0, 0, 8, -0.12499101459980011, 0.10449264198541641, -0.02369575307238847,
        0.09111051017890343
      ),
      (
        100, 70, 24, 34, 8, -0.19877269864082336, 0.11032429337501526, -0.05317933252081275,
        0.12266057749734043
      ),
      (
        100, 70, 7, 11, 8, -0.10049303621053696, 0.12125308066606522, -0.0060599378775805235,
        0.06591886351076388
      ),
      (
        103, 71, 25, 35, 3, -0.1881687045097351, 0.10406804084777832, -0.03645648621022701,
        0.1250015073001632
      ),
      (
        103, 71, 7, 35, 4, -0.14094771444797516, 0.04419367387890816, -0.041794303804636,
        0.09122953637087351
      ),
      (
        103, 71, 25, 3, 6, -0.1366366744041443, 0.10470487922430038, -0.016170133836567402,
        0.09607641945196314
      ),
    ] as [(Int, Int, Int, Int, Int, Double, Double, Double, Double)])
  func cells(
    rows: Int, columns: Int, row: Int, column: Int, count: Int, minimum: Double, maximum: Double,
    mean: Double, rootMeanSquare: Double
  ) throws {
    let measurement = try MatrixMeasurement(
      "xavier_normal --shape \(rows),\(columns)", cellRows: 30, cellColumns: 40)
    let grid = measurement.picture.grid
    #expect(grid.blockRows == 4 && grid.blockColumns == 2 && !grid.isExact)
    let cell = try #require(measurement.picture[row, column])
    #expect(cell.count == count)
    #expect(isNear(Double(cell.minimum), minimum) && isNear(Double(cell.maximum), maximum))
    #expect(isNear(cell.mean, mean, 1e-5) && isNear(cell.rootMeanSquare, rootMeanSquare))
  }

  @Test("whatever the sizes, every weight is in one cell, and half a picture in a known place")
  func counts() {
    var random = SplitMix(seed: 1)
    for _ in 0..<300 {
      let (rows, columns) = (1 + random.below(90), 1 + random.below(90))
      let grid = MatrixGrid(
        rows: rows, columns: columns, cellRows: random.below(50) - 1,
        cellColumns: random.below(50) - 1)
      #expect(grid.cellRows * grid.blockRows >= rows && (grid.cellRows - 1) * grid.blockRows < rows)
      var picture = MatrixPicture(grid)
      let weights = (0..<rows * columns).map(Float.init)
      let drawn = random.below(weights.count + 1)
      var start = 0
      while start < drawn {
        let end = min(drawn, start + 1 + random.below(40))
        weights[start..<end].withUnsafeBufferPointer { picture.add($0) }
        start = end
      }
      #expect(picture.drawnCount == drawn)
      #expect(Self.isRight(picture, weights[..<drawn]))
    }
  }

  private static func isRight(_ picture: MatrixPicture, _ weights: ArraySlice<Float>) -> Bool {
    let grid = picture.grid
    var blocks = [[Float]](repeating: [], count: grid.cellRows * grid.cellColumns)
    for (index, weight) in weights.enumerated() {
      let (row, column) = (index / grid.columns, index % grid.columns)
      blocks[row / grid.blockRows * grid.cellColumns + column / grid.blockColumns].append(weight)
    }
    return blocks.indices.allSatisfy { index in
      let block = blocks[index]
      let cell = picture[index / grid.cellColumns, index % grid.cellColumns]
      guard let cell else { return block.isEmpty }
      let sum = block.reduce(0) { $0 + Double($1) }
      return cell.count == block.count && cell.minimum == block.min()
        && cell.maximum == block.max() && isNear(cell.mean * Double(block.count), sum, 1e-12)
    }
  }

  @Test(
    "a large tensor streamed is the tensor at once",
    arguments: ["uniform --shape 1500,2011", "normal --shape 70001,13"])
  func streamed(line: String) throws {
    let measurement = try MatrixMeasurement(line, cellRows: 200, cellColumns: 320)
    var whole = MatrixPicture(measurement.picture.grid)
    try Self.weights(of: line).withUnsafeBufferPointer { whole.add($0) }
    let grid = whole.grid
    #expect(grid.cellRows <= 200 && grid.cellColumns <= 320)
    var total = 0
    for row in 0..<grid.cellRows {
      for column in 0..<grid.cellColumns {
        let (one, other) = (measurement.picture[row, column], whole[row, column])
        total += one?.count ?? 0
        #expect(one?.minimum == other?.minimum && one?.maximum == other?.maximum)
        #expect(abs((one?.mean ?? 1) - (other?.mean ?? 2)) < 1e-12)
      }
    }
    #expect(total == measurement.source.shape.count)
  }

  @Test("a small matrix is shown weight by weight, in any reading")
  func exact() throws {
    let picture = try MatrixMeasurement("normal --shape 5,7 --seed 3").picture
    #expect(picture.grid.isExact && picture.grid.cellRows == 5 && picture.grid.cellColumns == 7)
    let weights = try Self.weights(of: "normal --shape 5,7 --seed 3")
    let cell = try #require(picture[3, 4])
    let weight = Double(weights[3 * 7 + 4])
    for reading in CellReading.allCases where reading != .rootMeanSquare {
      #expect(cell.deviation(from: 0.5, as: reading) == weight - 0.5)
    }
    #expect(isNear(cell.deviation(from: 0.5, as: .rootMeanSquare), abs(weight - 0.5), 1e-9))
    #expect(picture[5, 0] == nil && picture[0, 7] == nil && picture[-1, 0] == nil)
  }

  @Test("the scaled mean varies as one weight does, however large the block")
  func scaledMean() throws {
    let measurement = try MatrixMeasurement(
      "uniform --a 1 --b 3 --shape 900,1200", cellRows: 30, cellColumns: 40)
    let scale = measurement.scale
    #expect(scale.reading == .scaledMean && scale.centre == 2)
    var squares = 0.0
    for row in 0..<30 {
      for column in 0..<40 {
        let cell = try #require(measurement.picture[row, column])
        let deviation = cell.deviation(from: scale.centre, as: .scaledMean) / scale.unit
        squares += deviation * deviation
      }
    }
    #expect(abs(squares / 1200 - 1) < 4 * (2.0 / 1200).squareRoot())
  }

  @Test("eye is read by its extremes, so that its diagonal shows")
  func eye() throws {
    let measurement = try MatrixMeasurement("eye --shape 300,300", cellRows: 30, cellColumns: 30)
    for row in 0..<30 {
      for column in 0..<30 {
        let cell = try #require(measurement.picture[row, column])
        let reading = measurement.scale.reading
        #expect(cell.deviation(from: 0, as: reading) == (row == column ? 1 : 0))
      }
    }
  }

  @Test("a block without a number has no ends")
  func notFinite() throws {
    let cell = try #require(try MatrixMeasurement("constant --val nan --shape 9,9").picture[0, 0])
    #expect(cell.minimum.isNaN && cell.maximum.isNaN && cell.mean.isNaN)
  }

  @Test("extreme sizes do not trap")
  func sizes() {
    let grid = MatrixGrid(rows: .max, columns: .max, cellRows: .min, cellColumns: .max)
    #expect(grid.cellRows == 1 && grid.cellColumns == 320)
    let none = MatrixGrid(rows: -3, columns: 5, cellRows: 3, cellColumns: 3)
    #expect(none.cellRows == 0 && none.cellColumns == 0)
  }
}

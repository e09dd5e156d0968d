internal import Background
package import Initializers
internal import LinearAlgebra
private import Memory

/// A matrix measurement in progress: weights block by block, then the singular values in one go.
///
/// Memory does not grow with the matrix beyond `MatrixMeasurement.largestCount` entries.
package struct MatrixRun: ResumableWork, Sendable {
  /// What was asked for.
  package let request: MatrixRequest
  /// Where the weights come from.
  package let source: any WeightSource
  /// Whether all is done.
  package private(set) var isFinished = false

  private(set) var picture: MatrixPicture
  private(set) var outcome: SpectrumOutcome
  let scale: PictureScale
  let theory: SpectrumTheory
  private var stream: any WeightBlocks
  private var matrix: [Float] = []

  // A block of 32 KiB stays in the first-level cache between drawing and adding.
  private static let blockSize = 8192
  // Operations that take some ten milliseconds; a shorter decomposition needs no report before it.
  private static let longWork = 1 << 25

  /// Starts on a request.
  ///
  /// - Throws: the error PyTorch raises for the tensor.
  package init(_ request: MatrixRequest) throws(InitializerError) {
    self.request = request
    let source = try request.tensor.source()
    self.source = source
    let (rows, columns) = source.shape.matrixSides
    let grid = MatrixGrid(
      rows: rows, columns: columns, cellRows: request.cellRows, cellColumns: request.cellColumns)
    picture = MatrixPicture(grid)
    scale = PictureScale(source.law)
    theory = SpectrumTheory(source, rows: rows, columns: columns)
    stream = source.weights()
    if source.shape.count == 0 {
      outcome = .empty
      isFinished = true
    } else if let known = request.known, known != .pending {
      outcome = known
    } else if let limit = SpectrumLimit.broken(rows: rows, columns: columns) {
      outcome = .tooLarge(limit)
    } else {
      do throws(MemoryError) {
        try Memory.require(source.shape.count.saturatingMultiply(4))
        outcome = .pending
        matrix.reserveCapacity(source.shape.count)
      } catch {
        outcome = .refused(.noMemory(error))
      }
    }
  }

  /// Whether LAPACK draws the tensor in the next step, or decomposes a large matrix.
  package var isUninterruptible: Bool {
    if stream.remaining > 0 { return stream.isUninterruptible }
    let order = min(picture.grid.rows, picture.grid.columns)
    return !isFinished && Double(order) * Double(source.shape.count) > Double(Self.longWork)
  }

  /// Draws one more block, or finds the singular values once all are drawn.
  ///
  /// - Throws: `InitializerError.cannotFactorize`.
  package mutating func advance() throws(InitializerError) {
    guard !isFinished else { return }
    if !stream.isPrepared {
      try stream.prepare()
    } else if stream.remaining > 0 {
      try drawBlock()
      isFinished = stream.remaining == 0 && outcome != .pending
    } else {
      outcome = decompose()
      matrix = []
      isFinished = true
    }
  }

  /// What is known so far.
  package func snapshot() -> MatrixMeasurement { MatrixMeasurement(self) }

  private mutating func drawBlock() throws(InitializerError) {
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.blockSize) {
      block throws(InitializerError) in
      let count = try stream.next(into: block)
      let drawn = UnsafeBufferPointer(rebasing: block[..<count])
      picture.add(drawn)
      if outcome == .pending { matrix.append(contentsOf: drawn) }
    }
  }

  private func decompose() -> SpectrumOutcome {
    do throws(LinearAlgebraError) {
      return .found(
        try Spectrum(
          of: matrix, rows: picture.grid.rows, columns: picture.grid.columns,
          law: source.law, theory: theory))
    } catch {
      return .refused(error)
    }
  }
}

extension Shape {
  // The first extent by all others; a vector is one row.
  fileprivate var matrixSides: (rows: Int, columns: Int) {
    guard count > 0 else { return (0, 0) }
    guard extents.count > 1 else { return (1, count) }
    return (extents[0], count / extents[0])
  }
}

/// What the matrix view asks for: a tensor, and the cells there are for its picture.
package struct MatrixRequest: Request {
  /// The tensor.
  package let tensor: Tensor
  /// The rows of cells there is room for.
  package let cellRows: Int
  /// The columns of cells there is room for.
  package let cellColumns: Int
  /// The tensor's singular values where they are known; another picture needs no new ones.
  package let known: SpectrumOutcome?

  /// Asks for a picture of at most so many cells; `MatrixGrid.mostCells` at most.
  package init(tensor: Tensor, cellRows: Int, cellColumns: Int, known: SpectrumOutcome? = nil) {
    (self.tensor, self.cellRows, self.cellColumns) = (tensor, cellRows, cellColumns)
    self.known = known
  }

  /// Starts drawing.
  ///
  /// - Throws: the error PyTorch raises for the tensor.
  package func begin() throws(InitializerError) -> MatrixRun { try MatrixRun(self) }

  /// Whether both ask for the same numbers, whatever is known of them.
  package static func == (left: MatrixRequest, right: MatrixRequest) -> Bool {
    left.tensor == right.tensor && left.cellRows == right.cellRows
      && left.cellColumns == right.cellColumns
  }

  /// Hashes what `==` compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(tensor)
    hasher.combine(cellRows)
    hasher.combine(cellColumns)
  }
}

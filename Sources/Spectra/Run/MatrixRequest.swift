internal import Background
package import Initializers

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
  package init(
    tensor: Tensor, cellRows: Int, cellColumns: Int, known: SpectrumOutcome? = nil
  ) {
    (self.tensor, self.cellRows, self.cellColumns) = (tensor, cellRows, cellColumns)
    self.known = known
  }

  /// Starts drawing.
  ///
  /// - Throws: the error PyTorch raises for the tensor.
  package func begin() throws(InitializerError) -> MatrixRun { try MatrixRun(self) }
}

extension MatrixRequest {
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

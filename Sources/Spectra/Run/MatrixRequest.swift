public import Scenes

/// What the matrix view asks for: a tensor, and the cells there are for its picture.
public struct MatrixRequest: Hashable, Sendable {
  /// The tensor.
  public let tensor: Tensor
  /// The rows of cells there is room for.
  public let cellRows: Int
  /// The columns of cells there is room for.
  public let cellColumns: Int

  /// Asks for a picture of at most so many cells; `MatrixGrid.mostCells` at most.
  public init(tensor: Tensor, cellRows: Int, cellColumns: Int) {
    (self.tensor, self.cellRows, self.cellColumns) = (tensor, cellRows, cellColumns)
  }
}

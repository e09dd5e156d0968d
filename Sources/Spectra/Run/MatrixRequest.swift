public import Scenes

/// What the matrix view asks for: a scene, and the cells there are for its picture.
public struct MatrixRequest: Hashable, Sendable {
  /// The scene.
  public let scene: Scene
  /// The rows of cells there is room for.
  public let cellRows: Int
  /// The columns of cells there is room for.
  public let cellColumns: Int

  /// Asks for a picture of at most so many cells; `MatrixGrid.mostCells` at most.
  public init(scene: Scene, cellRows: Int, cellColumns: Int) {
    (self.scene, self.cellRows, self.cellColumns) = (scene, cellRows, cellColumns)
  }
}

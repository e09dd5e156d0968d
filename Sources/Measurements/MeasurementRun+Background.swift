public import Background
internal import Initializers

extension MeasurementRun: ResumableWork {
  /// Whether the tensor is drawn as a whole: it comes with its first block, and checking what the
  /// method promises may take as long.
  public var isUninterruptible: Bool { recipe.draw.needsWholeTensor }
}

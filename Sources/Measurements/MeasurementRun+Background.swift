internal import Background
internal import Initializers

extension MeasurementRun: ResumableWork {
  /// Whether LAPACK works in the next step: an orthogonal tensor is drawn before its first block,
  /// and what it promises is checked after its last.
  package var isUninterruptible: Bool { source.draw?.isDrawnInOneStep ?? false }
}

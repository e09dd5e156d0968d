package import Initializers
package import Measurements
package import Networks
package import Screen
package import Spectra

/// What can happen to the explorer.
package enum Message: Sendable {
  /// A key was pressed.
  case key(Key)
  /// The screen has another size.
  case resized(Size)
  /// Time for the next seed while playing.
  case tick
  /// Numbers have arrived, whole or in part.
  case measured(Measurement)
  /// A matrix's picture or singular values have arrived.
  case decomposed(MatrixMeasurement)
  /// A signal has come through some layers, or cannot be sent.
  case propagated(PropagationOutcome)
  /// A tensor cannot be measured.
  case notMeasured(MeasurementRequest, InitializerError)
  /// A matrix cannot be shown.
  case notDecomposed(MatrixRequest, InitializerError)
}

internal import Initializers
internal import Measurements
internal import Networks
internal import Spectra

extension Model {
  /// Makes all the numbers the screen needs, there and then, for pictures without a terminal.
  ///
  /// - Throws: the error PyTorch raises for the scene.
  package mutating func finishWork() throws {
    for request in [work.sample, work.pinnedSample].compactMap(\.self) {
      update(.measured(try Measurement(of: request.tensor)))
    }
    for request in [work.matrix, work.pinnedMatrix].compactMap(\.self) {
      update(.decomposed(try MatrixMeasurement(of: request)))
    }
    for request in [work.propagation, work.pinnedPropagation].compactMap(\.self) {
      update(.propagated(PropagationOutcome(of: request)))
    }
  }
}

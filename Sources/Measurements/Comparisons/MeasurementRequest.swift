internal import Background
package import Initializers

/// What a measurement is asked for.
package struct MeasurementRequest: Request {
  /// The tensor to draw.
  package var tensor: Tensor

  /// Asks for a tensor's numbers.
  package init(tensor: Tensor) { self.tensor = tensor }

  /// Starts measuring.
  ///
  /// - Throws: the error PyTorch raises for the tensor.
  package func begin() throws(InitializerError) -> MeasurementRun {
    MeasurementRun(try DrawnWeights(tensor))
  }
}

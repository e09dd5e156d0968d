internal import LinearAlgebra

/// A square layer without structure: z = x·Wᵀ + b, as `nn.Linear(width, width)`, or z = x·W + b.
struct DenseLayer: Layer {
  let width: Int
  /// Whether the weights' rows are inputs.
  let isInputFirst: Bool

  var size: Int { width }
  var fan: Int { width }
  var weightExtents: [Int] { [width, width] }
  var multiplyAdds: Int { width * width }

  func forward(
    _ x: [Float], _ weights: [Float], batch: Int, isAdding: Bool, into z: inout [Float]
  ) throws(LinearAlgebraError) {
    try MatrixProduct.multiply(
      .plain(x), isInputFirst ? .plain(weights) : .transpose(weights), rows: batch, columns: width,
      inner: width,
      share: isAdding ? 1 : 0, into: &z)
  }

  func weightGradient(
    _ gradients: [Float], _ x: [Float], batch: Int, into result: inout [Float]
  ) throws(LinearAlgebraError) {
    try MatrixProduct.multiply(
      .transpose(isInputFirst ? x : gradients), .plain(isInputFirst ? gradients : x), rows: width,
      columns: width, inner: batch, into: &result)
  }

  func inputGradient(
    _ gradients: [Float], _ weights: [Float], batch: Int, into result: inout [Float]
  ) throws(LinearAlgebraError) {
    try MatrixProduct.multiply(
      .plain(gradients), isInputFirst ? .transpose(weights) : .plain(weights), rows: batch,
      columns: width, inner: width,
      into: &result)
  }
}

internal import CKernels

/// A float's slot in a grid, in single precision and one slot low at most.
struct SlotEstimate: Sendable {
  let low: Float
  let scale: Float
  let offset: Float
  let last: Float

  /// Nil where single precision could miss by more than a fraction of a cell.
  init?(low: Double, cellWidth: Double, cellCount: Int) {
    let scale = Float(1 / cellWidth)
    guard cellWidth > 0, scale.isNormal, cellCount < 1 << 20,
      cellWidth * Double(cellCount) < Double(Float.greatestFiniteMagnitude)
    else { return nil }
    // Rounding of low, of the difference, of the scale, of the product and of two sums, in cells.
    let cells = Double(cellCount) + 2
    let error = 0x1p-24 * (abs(low) / cellWidth + 5 * cells)
    guard error < 0.125 else { return nil }
    self.low = Float(low)
    self.scale = scale
    // Half a cell less, because indices are rounded to nearest where truncation is meant.
    offset = Float(0.5 - 1.5 * error)
    last = Float(cellCount)
  }

  /// What the kernels take, valid as long as the thresholds are where they are.
  func grid(_ thresholds: UnsafePointer<Float>) -> measuring_grid {
    // The estimate is that much low on purpose: one and a half times its error.
    measuring_grid(
      thresholds: thresholds, low: low, scale: scale, doubt: 0.5 - offset, last: last + 1)
  }
}

internal import CKernels

extension SlotEstimate {
  /// What the kernels take, valid as long as the thresholds are where they are.
  func grid(_ thresholds: UnsafePointer<Float>) -> measuring_grid {
    // The estimate is that much low on purpose: one and a half times its error.
    measuring_grid(
      thresholds: thresholds, low: low, scale: scale, doubt: 0.5 - offset, last: last + 1)
  }
}

internal import CKernels

/// Sums of the first four powers of x − shift over a chunk, with the chunk's extremes.
struct PowerSums {
  let first: Double
  let second: Double
  let third: Double
  let fourth: Double
  let least: Float
  let greatest: Float

  /// Sums a chunk in eight lanes.
  ///
  /// Powers of floats cannot overflow a double here (4·38 < 308), so `first` is finite exactly
  /// when every value is.
  init(_ values: UnsafePointer<Float>, count: Int, shift: Double) {
    self.init(Kernels.best.power_sums(values, count, shift))
  }

  /// Takes what a kernel summed.
  init(_ sums: measuring_sums) {
    first = sums.first
    second = sums.second
    third = sums.third
    fourth = sums.fourth
    least = sums.least
    greatest = sums.greatest
  }
}

internal import CKernels

/// Walks a block in chunks that stay in the first-level cache, with the non-finite values left out.
enum FiniteChunks {
  /// A run of finite values and its moments.
  struct Chunk {
    var values: UnsafeBufferPointer<Float>
    var moments: Moments
  }

  /// Values a chunk: 8 KiB, a quarter of the usual first-level cache.
  static let size = 2048

  /// Calls `body` on every chunk's finite values and `skipping` with the number left out.
  @inline(__always)
  static func forEach(
    in block: UnsafeBufferPointer<Float>, origin: Double,
    _ body: (Chunk) -> Void, skipping: (Int) -> Void
  ) {
    guard let base = block.baseAddress else { return }
    let shift = origin.isFinite ? origin : 0
    var start = 0
    while start < block.count {
      let count = min(size, block.count - start)
      let values = UnsafeBufferPointer(start: base + start, count: count)
      if let moments = moments(of: values, shift: shift) {
        body(Chunk(values: values, moments: moments))
      } else {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: count) { scratch in
          var kept = 0
          for value in values where value.isFinite {
            scratch.initializeElement(at: kept, to: value)
            kept += 1
          }
          let finite = UnsafeBufferPointer(rebasing: scratch[..<kept])
          if let moments = moments(of: finite, shift: shift) {
            body(Chunk(values: finite, moments: moments))
          }
          skipping(count - kept)
        }
      }
      start += count
    }
  }

  /// The moments of a chunk, or nil if it is empty or holds a value that is not finite.
  static func moments(of values: UnsafeBufferPointer<Float>, shift: Double) -> Moments? {
    guard let base = values.baseAddress, values.count > 0 else { return nil }
    let sums = PowerSums(base, count: values.count, shift: shift)
    guard sums.first.isFinite else { return nil }
    return moments(of: values, from: sums, shift: shift)
  }

  /// The moments of a chunk of finite values, given its sums about a shift.
  static func moments(
    of values: UnsafeBufferPointer<Float>, from sums: PowerSums, shift: Double
  ) -> Moments {
    if sums.least == sums.greatest {
      // A constant has no spread at all, not one of a rounding error.
      var moments = Moments()
      moments.count = values.count
      moments.center = Double(sums.least)
      moments.least = sums.least
      moments.greatest = sums.greatest
      return moments
    }
    let moments = Moments(sums, about: shift, count: values.count)
    let distance = moments.center - shift
    guard let base = values.baseAddress,
      distance * distance * Double(values.count) > 16 * moments.squares
    else { return moments }
    let center = moments.center
    return Moments(
      PowerSums(base, count: values.count, shift: center), about: center, count: values.count)
  }
}

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

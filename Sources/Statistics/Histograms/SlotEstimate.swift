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
    // Half a cell less, because `slots` rounds to nearest where truncation is meant.
    offset = Float(0.5 - 1.5 * error)
    last = Float(cellCount) + Self.shift
  }

  /// Returns for each value its slot or the one below; values outside the grid come out at the
  /// first and the last but one.
  @inline(__always)
  func slots(of values: SIMD4<Float>) -> SIMD4<UInt32> {
    let t = (values - SIMD4(repeating: low)) * SIMD4(repeating: scale) + SIMD4(repeating: offset)
    // Adding 2²³ leaves the nearest integer in the low bits: a conversion that cannot trap.
    let shifted = t + SIMD4(repeating: Self.shift)
    let (first, last) = (Self.shift, last)
    let above = SIMD4<Float>(
      shifted.x > first ? shifted.x : first, shifted.y > first ? shifted.y : first,
      shifted.z > first ? shifted.z : first, shifted.w > first ? shifted.w : first)
    let within = SIMD4<Float>(
      above.x < last ? above.x : last, above.y < last ? above.y : last,
      above.z < last ? above.z : last, above.w < last ? above.w : last)
    return unsafeBitCast(within, to: SIMD4<UInt32>.self) & SIMD4(repeating: 0x7F_FFFF)
  }

  /// Returns the slot of one value or the one below.
  @inline(__always)
  func slot(of value: Float) -> Int {
    let shifted = (value - low) * scale + offset + Self.shift
    let within = shifted > Self.shift ? (shifted < last ? shifted : last) : Self.shift
    return Int(within.bitPattern & 0x7F_FFFF)
  }

  private static var shift: Float { 0x1p23 }
}

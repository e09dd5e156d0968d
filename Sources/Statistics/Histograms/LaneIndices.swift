/// Conversions of small numbers in the lanes of a vector to indices.
enum LaneIndices {
  /// 2²³: a float this size has no fraction, so that adding it rounds to the nearest integer and
  /// leaves that integer in the low bits, a conversion that is quick and cannot trap.
  @inline(__always)
  private static var shift: Float { 0x1p23 }

  /// Rounds lanes to the nearest of 0 through `last`; not-a-number becomes one of these two.
  @inline(__always)
  static func nearest(_ lanes: SIMD4<Float>, last: Float) -> (Int, Int, Int, Int) {
    let shifted = lanes + SIMD4(repeating: shift)
    // Floats that are not negative are in the order of their bits, and signs shifted into masks
    // make neither branches nor lane by lane selections.
    let base = SIMD4(repeating: Int32(bitPattern: shift.bitPattern))
    let last = SIMD4(repeating: Int32(bitPattern: (shift + last).bitPattern &- shift.bitPattern))
    let above = notNegative(notNegative(unsafeBitCast(shifted, to: SIMD4<Int32>.self)) &- base)
    let excess = above &- last
    let indices = last &+ (excess & (excess &>> 31))
    let pairs = unsafeBitCast(indices, to: SIMD2<UInt64>.self)
    return (
      Int(truncatingIfNeeded: pairs.x & 0xFFFF_FFFF), Int(truncatingIfNeeded: pairs.x &>> 32),
      Int(truncatingIfNeeded: pairs.y & 0xFFFF_FFFF), Int(truncatingIfNeeded: pairs.y &>> 32)
    )
  }

  /// Rounds a value as `nearest(_:last:)` rounds a lane.
  @inline(__always)
  static func nearest(_ value: Float, last: Float) -> Int {
    let shifted = value + shift
    let above = shifted > shift ? shifted : shift
    let within = above < shift + last ? above : shift + last
    return Int(within.bitPattern & 0x7F_FFFF)
  }

  @inline(__always)
  private static func notNegative(_ lanes: SIMD4<Int32>) -> SIMD4<Int32> {
    lanes & ~(lanes &>> 31)
  }
}

/// Conversions of small numbers in the lanes of a vector to indices.
enum LaneIndices {
  /// 2²³: a float this size has no fraction, so that adding it rounds to the nearest integer and
  /// leaves that integer in the low bits, a conversion that is quick and cannot trap.
  @inline(__always)
  static var shift: Float { 0x1p23 }

  /// Rounds lanes to the nearest of 0 through `last`; not-a-number becomes 0.
  @inline(__always)
  static func nearest(_ lanes: SIMD4<Float>, last: Float) -> (Int, Int, Int, Int) {
    let shifted = lanes + SIMD4(repeating: shift)
    let (least, most) = (shift, shift + last)
    // Written lane by lane, these become one vector minimum and maximum each.
    let above = SIMD4<Float>(
      shifted.x > least ? shifted.x : least, shifted.y > least ? shifted.y : least,
      shifted.z > least ? shifted.z : least, shifted.w > least ? shifted.w : least)
    let within = SIMD4<Float>(
      above.x < most ? above.x : most, above.y < most ? above.y : most,
      above.z < most ? above.z : most, above.w < most ? above.w : most)
    let bits = unsafeBitCast(within, to: SIMD4<UInt32>.self) & SIMD4(repeating: 0x7F_FFFF)
    let pairs = unsafeBitCast(bits, to: SIMD2<UInt64>.self)
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
}

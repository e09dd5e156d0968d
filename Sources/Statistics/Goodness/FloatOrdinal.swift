extension Float {
  /// The float's place among all floats in order, both zeros at 0; neighbours differ by 1.
  @inline(__always)
  var ordinal: Int32 {
    let magnitude = Int32(truncatingIfNeeded: bitPattern & 0x7FFF_FFFF)
    let sign = Int32(bitPattern: bitPattern) &>> 31
    return (magnitude ^ sign) &- sign
  }

  /// The float at a place in the order.
  init(ordinal: Int32) {
    self.init(
      bitPattern: ordinal < 0 ? 0x8000_0000 | UInt32(ordinal.magnitude) : UInt32(ordinal))
  }

  /// The places of the finite floats.
  static var finiteOrdinals: ClosedRange<Int32> {
    let last = Float.greatestFiniteMagnitude.ordinal
    return -last...last
  }
}

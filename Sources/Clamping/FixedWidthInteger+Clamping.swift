extension FixedWidthInteger {
  /// The whole number that a floating-point one comes to without its fraction, or the nearest that
  /// the type holds; 0 for NaN.
  ///
  /// ```swift
  /// Int(clamping: -2.7)  // -2
  /// Int(clamping: 1e22)  // Int.max
  /// ```
  ///
  /// `Int(_:)` ends the program where the number does not fit, and what is divided by something
  /// small soon does not; so this is the only conversion in use.
  @inlinable
  public init(clamping value: some BinaryFloatingPoint) {
    // An exact conversion is what is left once the fraction is gone and the number fits.
    if let whole = Self(exactly: value.rounded(.towardZero)) {
      self = whole
    } else if value.isNaN {
      self = 0
    } else {
      self = value < 0 ? .min : .max
    }
  }
}

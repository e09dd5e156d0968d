extension Int {
  /// The whole number that a floating-point one comes to without its fraction, or the nearest that
  /// there is; 0 for NaN.
  ///
  /// ```swift
  /// Int(clamping: -2.7)  // -2
  /// Int(clamping: 1e22)  // Int.max
  /// ```
  ///
  /// `Int(_:)` ends the program where the number does not fit, and what is divided by something
  /// small soon does not; so this is the only conversion in use.
  @inlinable
  package init(clamping value: Double) {
    // Not above −2⁶³, and 2⁶³ or above.
    if value <= Double(Int.min) {
      self = .min
    } else if value >= -Double(Int.min) {
      self = .max
    } else {
      self = value.isNaN ? 0 : Int(value)
    }
  }
}

/// Whether two numbers agree to a relative tolerance, or to an absolute one near 0.
func agree(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12, absolute: Double = 0) -> Bool {
  a == b || abs(a - b) <= Swift.max(tolerance * Swift.max(abs(a), abs(b)), absolute)
    || (a.isNaN && b.isNaN)
}

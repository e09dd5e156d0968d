/// Sums of the first four powers of x − shift over a chunk, with the chunk's extremes.
struct PowerSums {
  var first = 0.0
  var second = 0.0
  var third = 0.0
  var fourth = 0.0
  var least = Float.infinity
  var greatest = -Float.infinity

  /// Sums a chunk in eight lanes.
  ///
  /// Powers of floats cannot overflow a double here (4·38 < 308), so `first` is finite exactly
  /// when every value is.
  init(_ values: UnsafePointer<Float>, count: Int, shift: Double) {
    let raw = UnsafeRawPointer(values)
    let shifts = SIMD4<Double>(repeating: shift)
    var (s1, s2) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    var (s3, s4) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    var low = SIMD4<Float>(repeating: .infinity)
    var high = SIMD4<Float>(repeating: -.infinity)
    var index = 0
    while index &+ 4 <= count {
      let x = raw.loadUnaligned(fromByteOffset: index &* 4, as: SIMD4<Float>.self)
      let d = SIMD4<Double>(Double(x.x), Double(x.y), Double(x.z), Double(x.w)) - shifts
      let q = d * d
      s1 += d
      s2 += q
      s3 += q * d
      s4 += q * q
      low = SIMD4(
        x.x < low.x ? x.x : low.x, x.y < low.y ? x.y : low.y,
        x.z < low.z ? x.z : low.z, x.w < low.w ? x.w : low.w)
      high = SIMD4(
        x.x > high.x ? x.x : high.x, x.y > high.y ? x.y : high.y,
        x.z > high.z ? x.z : high.z, x.w > high.w ? x.w : high.w)
      index &+= 4
    }
    first = s1.sum()
    second = s2.sum()
    third = s3.sum()
    fourth = s4.sum()
    least = min(min(low.x, low.y), min(low.z, low.w))
    greatest = max(max(high.x, high.y), max(high.z, high.w))
    while index < count {
      let x = values[index]
      let d = Double(x) - shift
      first += d
      second += d * d
      third += d * d * d
      fourth += d * d * (d * d)
      least = x < least ? x : least
      greatest = x > greatest ? x : greatest
      index &+= 1
    }
  }
}

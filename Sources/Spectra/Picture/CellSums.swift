/// The sums from which a cell's numbers are made.
struct CellSums: Sendable {
  private(set) var sum = 0.0
  private(set) var squares = 0.0
  // NaN is passed over; the sums have it.
  private(set) var low = Float.infinity
  private(set) var high = -Float.infinity

  // Four chains, so that an addition does not wait for the one before.
  private typealias Four = SIMD4<Double>

  mutating func add(_ weights: UnsafeBufferPointer<Float>) {
    var (sums, products) = (Four(), Four())
    var (lows, highs) = (SIMD4<Float>(repeating: low), SIMD4<Float>(repeating: high))
    var index = 0
    while index + 4 <= weights.count {
      let four = SIMD4(
        weights[index], weights[index + 1], weights[index + 2], weights[index + 3])
      let wide = Four(Double(four[0]), Double(four[1]), Double(four[2]), Double(four[3]))
      sums += wide
      products += wide * wide
      lows.replace(with: four, where: four .< lows)
      highs.replace(with: four, where: four .> highs)
      index += 4
    }
    if index > 0 {
      sum += sums.sum()
      squares += products.sum()
      low = lows.min()
      high = highs.max()
    }
    while index < weights.count {
      add(weights[index])
      index += 1
    }
  }

  @inline(__always)
  mutating func add(_ weight: Float) {
    let wide = Double(weight)
    sum += wide
    squares += wide * wide
    if weight < low { low = weight }
    if weight > high { high = weight }
  }
}

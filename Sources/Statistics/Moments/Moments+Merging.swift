extension Moments {
  /// Adds what another sample measured, as if its values had been added here.
  package mutating func merge(_ other: Moments) {
    nonFiniteCount += other.nonFiniteCount
    guard other.count > 0 else { return }
    guard count > 0 else {
      let skipped = nonFiniteCount
      self = other
      nonFiniteCount = skipped
      return
    }
    let (nA, nB) = (Double(count), Double(other.count))
    let n = nA + nB
    let delta = other.center - center
    let (shareA, shareB) = (nA / n, nB / n)
    let cross = delta * delta * nA * shareB
    fourths +=
      other.fourths
      + cross * delta * delta * (shareA * shareA - shareA * shareB + shareB * shareB)
      + 6 * delta * delta * (shareA * shareA * other.squares + shareB * shareB * squares)
      + 4 * delta * (shareA * other.cubes - shareB * cubes)
    cubes +=
      other.cubes + cross * delta * (shareA - shareB)
      + 3 * delta * (shareA * other.squares - shareB * squares)
    squares += other.squares + cross
    center += delta * shareB
    count += other.count
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
  }

  /// Returns the moments of both samples together.
  package func merging(_ other: Moments) -> Moments {
    var result = self
    result.merge(other)
    return result
  }
}

extension Moments {
  /// Creates the moments of one finite value repeated.
  package init(repeating value: Float, count: Int) {
    self.init()
    guard count > 0 else { return }
    var one = Moments()
    withUnsafePointer(to: value) { one.add(UnsafeBufferPointer(start: $0, count: 1)) }
    // Binary powers of the single value.
    var power = one
    var left = count
    while left > 0 {
      if left % 2 == 1 { merge(power) }
      power = power.merging(power)
      left /= 2
    }
  }
}

/// An interval cut into parts of about equal width, by arithmetic that only has to be monotone.
///
/// Parts are numbered by a rounded expression that never falls as its value rises, so that they are
/// in order, and their ends are found exactly by trying the floats around where they should be.
struct IntervalCut {
  let parts: Int
  private let low: Float
  private let scale: Float
  private let last: Float
  private let ends: [Float]

  /// Nil if the interval is empty, endless or too narrow to cut.
  init?(low: Double, high: Double, parts: Int) {
    let scale = Float(Double(parts) / (high - low))
    guard high > low, scale.isNormal, parts > 0, Float(low).isFinite, Float(high).isFinite else {
      return nil
    }
    self.parts = parts
    self.low = Float(low)
    self.scale = scale
    last = Float(parts - 1)
    var ends: [Float] = []
    ends.reserveCapacity(parts)
    for part in 0..<(parts - 1) {
      var end = Float(low + (high - low) * Double(part + 1) / Double(parts))
      var tries = 0
      while tries < 64, Self.part(of: end, self.low, scale, last) > part {
        end = end.nextDown
        tries += 1
      }
      while tries < 64, Self.part(of: end.nextUp, self.low, scale, last) <= part {
        end = end.nextUp
        tries += 1
      }
      guard tries < 64 else { return nil }
      ends.append(end)
    }
    ends.append(Float(high))
    self.ends = ends
  }

  /// Returns the number of the part a finite value is in, the first or last if it is outside.
  @inline(__always)
  func part(of value: Float) -> Int { Self.part(of: value, low, scale, last) }

  /// Returns the greatest float of a part.
  func end(of part: Int) -> Double { Double(ends[part]) }

  /// Counts finite values by part, into the first of four tables of `parts` side by side.
  ///
  /// Neighbouring values go to different tables, so that none waits for the one before.
  func count(
    _ values: UnsafeBufferPointer<Float>, into tables: UnsafeMutableBufferPointer<Int>
  ) {
    tables.initialize(repeating: 0)
    guard let base = values.baseAddress, let first = tables.baseAddress else { return }
    let (second, third, fourth) = (first + parts, first + 2 * parts, first + 3 * parts)
    let raw = UnsafeRawPointer(base)
    var index = 0
    while index &+ 4 <= values.count {
      let x = raw.loadUnaligned(fromByteOffset: index &* 4, as: SIMD4<Float>.self)
      let t = (x - SIMD4(repeating: low)) * SIMD4(repeating: scale) - SIMD4(repeating: 0.5)
      let part = LaneIndices.nearest(t, last: last)
      first[part.0] &+= 1
      second[part.1] &+= 1
      third[part.2] &+= 1
      fourth[part.3] &+= 1
      index &+= 4
    }
    while index < values.count {
      first[part(of: base[index])] &+= 1
      index &+= 1
    }
    for part in 0..<parts { first[part] += second[part] + third[part] + fourth[part] }
  }

  @inline(__always)
  private static func part(
    of value: Float, _ low: Float, _ scale: Float, _ last: Float
  ) -> Int {
    // Rounding to nearest half a part lower truncates.
    LaneIndices.nearest((value - low) * scale - 0.5, last: last)
  }
}

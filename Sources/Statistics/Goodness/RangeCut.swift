private import Mathematics

/// All floats cut into parts in order, most of them of about equal width over a range.
///
/// Parts are numbered by a rounded expression that never falls as its value rises, so that they are
/// in order, and where one ends is found exactly by trying floats. The first part is below the range
/// and the last above it.
struct RangeCut {
  let parts: Int
  private let low: Float
  private let scale: Float
  private let last: Float
  private let width: Double

  /// Rounding to nearest with this keeps both ends of the range clear of the outer parts.
  @inline(__always)
  private static var offset: Float { 0.75 }

  /// Nil if the range is too narrow or too wide to cut.
  init?(_ range: ClosedRange<Int32>, innerParts: Int) {
    let inner = min(max(innerParts, 2), 1 << 20)
    let (low, high) = (Float(ordinal: range.lowerBound), Float(ordinal: range.upperBound))
    let width = (Double(high) - Double(low)) / Double(inner - 1)
    let scale = Float(1 / width)
    guard width > 0, scale.isNormal else { return nil }
    parts = inner + 2
    self.low = low
    self.scale = scale
    self.width = width
    last = Float(inner + 1)
    guard part(of: low) > 0, part(of: high) <= inner else { return nil }
  }

  /// Returns the number of the part a value is in; a value that is not a number is in the first.
  @inline(__always)
  func part(of value: Float) -> Int {
    LaneIndices.nearest((value - low) * scale + Self.offset, last: last)
  }

  /// Returns the parts of four values.
  @inline(__always)
  func parts(of values: SIMD4<Float>) -> (Int, Int, Int, Int) {
    LaneIndices.nearest(
      (values - SIMD4(repeating: low)) * SIMD4(repeating: scale)
        + SIMD4(repeating: Self.offset), last: last)
  }

  /// Returns the place of the greatest float in a part, or below it if the part holds none.
  func end(of part: Int) -> Int32 {
    let finite = Float.finiteOrdinals
    guard part < parts - 1 else { return finite.upperBound }
    func holds(_ place: Int) -> Bool {
      self.part(of: Float(ordinal: Int32(truncatingIfNeeded: place))) <= part
    }
    var (from, to) = (Int(finite.lowerBound), Int(finite.upperBound))
    let guess = Float(Double(low) + width * (Double(part) - 0.25)).ordinal
    let start = min(max(Int(clamping: guess), from), to)
    // Outwards from where the end should be, then between the places that enclose it.
    var step = 1
    if holds(start) {
      from = start
      while from < to, step < 1 << 32 {
        let place = min(from + step, to)
        guard holds(place) else {
          to = place - 1
          break
        }
        from = place
        step *= 4
      }
    } else {
      to = start - 1
      while from < to, step < 1 << 32 {
        let place = max(to - step, from)
        guard !holds(place) else {
          from = place
          break
        }
        to = place - 1
        step *= 4
      }
    }
    let after = (from + 1..<to + 1).partitioningIndex { !holds($0) }
    return Int32(truncatingIfNeeded: after - 1)
  }
}

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

/// A pass that counts all values in equal parts of one range.
struct RangeCount {
  let cut: RangeCut
  var counts: PartCounts

  /// Whether values that are infinite or not a number must be left out.
  private let isFinite: Bool

  init(_ cut: RangeCut, isFinite: Bool) {
    self.cut = cut
    self.isFinite = isFinite
    counts = PartCounts(count: cut.parts)
  }

  /// Counts a block.
  mutating func add(_ block: UnsafeBufferPointer<Float>) {
    guard let base = block.baseAddress else { return }
    let raw = UnsafeRawPointer(base)
    let (cut, isFinite) = (cut, isFinite)
    counts.withCounters(most: block.count) { counters in
      var index = 0
      while isFinite, index &+ 4 <= block.count {
        let x = raw.loadUnaligned(fromByteOffset: index &* 4, as: SIMD4<Float>.self)
        let parts = cut.parts(of: x)
        counters[parts.0] &+= 1
        counters[parts.1] &+= 1
        counters[parts.2] &+= 1
        counters[parts.3] &+= 1
        index &+= 4
      }
      while index < block.count {
        if base[index].isFinite { counters[cut.part(of: base[index])] &+= 1 }
        index &+= 1
      }
    }
  }
}

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

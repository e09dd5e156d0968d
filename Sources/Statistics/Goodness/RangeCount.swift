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

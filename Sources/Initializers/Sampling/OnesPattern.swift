/// The ones of `eye_` and `dirac_`: in each group, a row of them at equal distances.
package struct OnesPattern: Hashable, Sendable {
  /// The position of the first one.
  let first: Int
  /// The distance from one to the next within a group.
  let stride: Int
  /// The ones in a group.
  let perGroup: Int
  /// The groups.
  let groups: Int
  /// The distance from a group to the next.
  let groupStride: Int

  /// The number of ones.
  package var count: Int { perGroup * groups }

  /// `eye_` on rows × columns.
  static func eye(rows: Int, columns: Int) -> OnesPattern {
    OnesPattern(
      first: 0, stride: columns + 1, perGroup: min(rows, columns), groups: 1, groupStride: 0)
  }

  /// `dirac_`: each group's channel d goes to input channel d, at the kernel's centre size/2.
  static func dirac(_ extents: [Int], groups: Int) -> OnesPattern {
    let kernel = extents.dropFirst(2)
    let field = kernel.reduce(1, *)
    let centre = kernel.reduce(0) { $0 * $1 + $1 / 2 }
    let perGroup = extents[0] / max(1, Int(clamping: groups.magnitude))
    // A negative number of groups divides as in Python, and then makes no group at all.
    let count = groups > 0 ? groups : 0
    return OnesPattern(
      first: centre, stride: (extents[1] + 1) * field, perGroup: min(perGroup, extents[1]),
      groups: field > 0 ? count : 0, groupStride: perGroup * extents[1] * field)
  }

  /// Writes the part of the tensor from a position on.
  func write(_ block: UnsafeMutableBufferPointer<Float>, from start: Int) {
    block.update(repeating: 0)
    let end = start + block.count
    guard perGroup > 0 else { return }
    // The groups whose last one lies before the start are passed over at once.
    let before = start - first - (perGroup - 1) * stride
    let passed = groupStride > 0 && before > 0 ? (before - 1) / groupStride + 1 : 0
    for group in min(passed, groups)..<groups {
      let base = group * groupStride + first
      guard base < end else { break }
      // The first of this group's ones at or after the start.
      let skipped = start > base ? (start - base + stride - 1) / stride : 0
      var index = skipped
      while index < perGroup, base + index * stride < end {
        block[base + index * stride - start] = 1
        index += 1
      }
    }
  }
}

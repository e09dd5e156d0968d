import CKernels
import Statistics
import Testing

@Suite("Every instruction set measures alike")
struct KernelTests {
  private static let levels = [ckernels_portable, ckernels_avx2, ckernels_avx512]

  @Test("the sums have the same bits", arguments: [0, 1, 7, 8, 9, 31, 2048, 4999])
  func sums(count: Int) {
    let values = Array(Sequences.bell(5000).prefix(count))
    let all = Self.levels.compactMap { ckernels_for($0)?.pointee.measuring }.map { kernels in
      values.withUnsafeBufferPointer { values -> [UInt64] in
        guard let base = values.baseAddress else { return [] }
        let sums = kernels.power_sums(base, values.count, 0.125)
        return [sums.first, sums.second, sums.third, sums.fourth].map(\.bitPattern)
          + [UInt64(sums.least.bitPattern), UInt64(sums.greatest.bitPattern)]
      }
    }
    for sums in all { #expect(sums == all[0]) }
  }

  @Test("the counts are those of bisection", arguments: [1, 15, 16, 17, 255, 256, 257, 5000])
  func counts(count: Int) {
    let cells = 10
    let edges = (0...cells).map { Float($0) * 0.125 - 0.5 }
    let values = Array(
      (Sequences.bell(4000) + edges + edges.map(\.nextUp) + edges.map(\.nextDown)
        + [1e30, -1e30, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .infinity, -.infinity])
        .suffix(count))
    var expected = [Int](repeating: 0, count: cells + 2)
    for value in values { expected[edges.count { value >= $0 }] += 1 }
    for level in Self.levels {
      guard let kernels = ckernels_for(level)?.pointee.measuring else { continue }
      var counters = [UInt32](repeating: 0, count: 2 * (cells + 2))
      edges.withUnsafeBufferPointer { edges in
        guard let thresholds = edges.baseAddress else { return }
        var grid = measuring_grid(
          thresholds: thresholds, low: -0.5, scale: 8, doubt: 0.01, last: Float(cells + 1))
        kernels.count(values, values.count, &grid, &counters)
      }
      #expect(Self.slots(counters) == expected)
    }
  }

  @Test("measuring is summing and counting", arguments: [0, 1, 15, 16, 23, 40, 255, 300, 2048])
  func measuring(count: Int) {
    let values = Array(Sequences.bell(3000).prefix(count))
    let thresholds: [Float] = [-0.5, 0, 0.5]
    for level in Self.levels {
      guard let kernels = ckernels_for(level)?.pointee.measuring else { continue }
      thresholds.withUnsafeBufferPointer { thresholds in
        guard let edges = thresholds.baseAddress else { return }
        var grid = measuring_grid(thresholds: edges, low: -0.5, scale: 2, doubt: 0.01, last: 3)
        var slots = [UInt32](repeating: 0, count: 8)
        var counted = slots
        var sums = measuring_sums()
        #expect(kernels.measure(values, count, 0.1, &grid, &slots, &sums) == 1)
        kernels.count(values, count, &grid, &counted)
        let summed = kernels.power_sums(values, count, 0.1)
        #expect(Self.slots(slots) == Self.slots(counted))
        #expect(sums.first == summed.first && sums.second == summed.second)
        #expect(sums.third == summed.third && sums.fourth == summed.fourth)
        #expect(sums.least == summed.least && sums.greatest == summed.greatest)
        for (place, wrong) in zip([0, count / 2, count - 1], [Float.nan, .infinity, -.infinity])
        where count > 0 {
          var spoilt = values
          spoilt[place] = wrong
          #expect(kernels.measure(spoilt, count, 0.1, &grid, &slots, &sums) == 0)
          #expect(Self.slots(slots) == Self.slots(counted))
        }
      }
    }
  }

  // A slot's two counters together.
  private static func slots(_ counters: [UInt32]) -> [Int] {
    stride(from: 0, to: counters.count, by: 2).map { Int(counters[$0] + counters[$0 + 1]) }
  }
}

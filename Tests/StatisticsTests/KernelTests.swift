import CStatistics
import Statistics
import Testing

@Suite("Every instruction set measures alike")
struct KernelTests {
  private static let levels = [cstatistics_portable, cstatistics_avx2, cstatistics_avx512]

  @Test("the sums have the same bits", arguments: [0, 1, 7, 8, 9, 31, 2048, 4999])
  func sums(count: Int) {
    let values = Array(Sequences.bell(5000).prefix(count))
    let all = Self.levels.compactMap { cstatistics_kernels_for($0)?.pointee }.map { kernels in
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
      guard let kernels = cstatistics_kernels_for(level)?.pointee else { continue }
      var slots = [Int](repeating: 0, count: cells + 2)
      edges.withUnsafeBufferPointer { edges in
        guard let thresholds = edges.baseAddress else { return }
        var grid = cstatistics_grid(
          thresholds: thresholds, low: -0.5, scale: 8, doubt: 0.01, last: Float(cells + 1))
        kernels.count(values, values.count, &grid, &slots)
      }
      #expect(slots == expected)
    }
  }
}

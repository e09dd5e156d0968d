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
      let parts = 8
      let scales: [Float] = [0, 2]
      for scale in scales {
        var counters = [UInt8](repeating: 0, count: cells + 2 + parts)
        var carries = [UInt64](repeating: 0, count: cells + 2 + parts)
        var ramps = measuring_parts(
          low: (-1, 0, 0), high: (1, 0, 0), scale: (scale, 0, 0), count: 1)
        edges.withUnsafeBufferPointer { edges in
          guard let thresholds = edges.baseAddress else { return }
          var grid = measuring_grid(
            thresholds: thresholds, low: -0.5, scale: 8, doubt: 0.01, last: Float(cells + 1))
          kernels.count(values, values.count, &grid, &ramps, &counters, &carries)
        }
        var all = [Int](repeating: 0, count: counters.count)
        for value in values {
          all[edges.count { value >= $0 } + Int(measuring_part(value, &ramps))] += 1
        }
        #expect(Self.totals(counters, carries) == all)
        if scale == 0 { #expect(Array(all.prefix(cells + 2)) == expected) }
      }
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
        var ramps = measuring_parts(
          low: (-1, -0.5, 0), high: (1, 0.5, 0), scale: (3, 9, 0), count: 2)
        var counters = [UInt8](repeating: 0, count: 24)
        var carries = [UInt64](repeating: 0, count: 24)
        var (counted, carried) = (counters, carries)
        var sums = measuring_sums()
        #expect(
          kernels.measure(values, count, 0.1, &grid, &ramps, &counters, &carries, &sums) == 1)
        kernels.count(values, count, &grid, &ramps, &counted, &carried)
        let summed = kernels.power_sums(values, count, 0.1)
        #expect(Self.totals(counters, carries) == Self.totals(counted, carried))
        #expect(Self.totals(counters, carries).reduce(0, +) == count)
        #expect(sums.first == summed.first && sums.second == summed.second)
        #expect(sums.third == summed.third && sums.fourth == summed.fourth)
        #expect(sums.least == summed.least && sums.greatest == summed.greatest)
        for (place, wrong) in zip([0, count / 2, count - 1], [Float.nan, .infinity, -.infinity])
        where count > 0 {
          var spoilt = values
          spoilt[place] = wrong
          #expect(
            kernels.measure(spoilt, count, 0.1, &grid, &ramps, &counters, &carries, &sums) == 0)
          #expect(counters == counted)
        }
      }
    }
  }

  @Test("what is sifted lies in the parts chosen", arguments: [0, 1, 15, 16, 300, 2048, 5000])
  func sifting(count: Int) {
    let values = Array((Sequences.bell(4990) + [.nan, .infinity, -.infinity]).suffix(count))
    var ramps = measuring_parts(low: (-1, 0, 0), high: (1, 0, 0), scale: (5000, 0, 0), count: 1)
    let chosen = [0, 7, 31, 32, 4000, 4001, 5003, 9999]
    var bits = [UInt32](repeating: 0, count: 10_001 / 32 + 1)
    var choice = measuring_choice()
    choice.shift = 5
    withUnsafeMutableBytes(of: &choice.coarse) { bytes in
      let coarse = bytes.assumingMemoryBound(to: UInt32.self)
      for part in chosen {
        bits[part / 32] |= 1 << (part % 32)
        coarse[(part >> 5) / 32] |= 1 << ((part >> 5) % 32)
      }
    }
    let expected = values.filter { chosen.contains(Int(measuring_part($0, &ramps))) }
    for level in Self.levels {
      guard let kernels = ckernels_for(level)?.pointee.measuring else { continue }
      var kept = [Float](repeating: 0, count: count + 16)
      let number = bits.withUnsafeBufferPointer { bits in
        choice.bits = bits.baseAddress
        return kernels.sift(values, count, &ramps, &choice, &kept)
      }
      #expect(kept.prefix(number).map(\.bitPattern) == expected.map(\.bitPattern))
    }
  }

  private static func totals(_ counters: [UInt8], _ carries: [UInt64]) -> [Int] {
    zip(counters, carries).map { Int($0) + Int($1) << 8 }
  }
}

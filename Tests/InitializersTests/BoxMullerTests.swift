import Initializers
import Testing

// One case after another: others, which have time limits, wait for the same threads.
@Suite(.serialized) struct `TensorFlow's normal numbers` {
  // Recorded from glibc 2.36: sinf and cosf of float32(2π·u), times sqrtf(−2·logf(max(u, 1e−7))), of each
  // u = k·2⁻²³ there is; with it each of the three functions was compared at all of them.
  @Test(arguments: Kernels.Level.allCases.compactMap { Kernels($0) })
  func `have glibc's bits for every word`(kernels: Kernels) async {
    await Task.yield()
    let pairs = 1 << 14
    var hash: UInt64 = 0
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: pairs) { words in
      for start in stride(from: 0, to: 1 << 23, by: pairs) {
        // Bits above the 23 are not read.
        for index in 0..<pairs {
          words[index] = UInt64(start + index) * (1 << 32 | 1) | 0xff00_0000_0080_0000
        }
        words.withMemoryRebound(to: Float.self) { values in
          guard let base = values.baseAddress else { return }
          kernels.transformPairs(base, groups: pairs / 2, mean: 0, std: 1)
        }
        for word in words { hash = hash &* 6_364_136_223_846_793_005 &+ word }
      }
    }
    #expect(hash == 0xa631_88cb_25a8_af75)
  }
}

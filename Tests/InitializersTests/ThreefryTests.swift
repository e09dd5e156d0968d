import Initializers
import TestSupport
import Testing

/// JAX's numbers for a key, to the bit, on every instruction set this processor has.
// One case after another: others, which have time limits, wait for the same threads.
@Suite(.serialized) struct `Threefry and XLA` {
  private static let cases = FrameworkFixtures.all.filter {
    ["bits", "uniform", "normal", "truncated_normal"].contains($0.recipe.kind)
  }

  private static let levels = Kernels.Level.allCases.compactMap { Kernels($0) }

  private func generator(_ words: [FrameworkFixtures.Word]) throws -> Threefry {
    guard case .name(let way)? = words.first, case .number(let seed)? = words.dropFirst().first
    else { throw Unknown() }
    let key = Threefry(seed: Seed(UInt64(seed)))
    switch (way, words.last) {
    case ("seed", _): return key
    case ("split", .number(let child)?): return key.child(UInt64(child))
    case ("fold_in", .number(let data)?): return key.folding(in: UInt32(data))
    default: throw Unknown()
    }
  }

  private struct Unknown: Error {}

  @Test func `there are all cases and levels`() {
    #expect(Self.cases.count == 22 && !Self.levels.isEmpty)
  }

  @Test(arguments: cases)
  func `draw what JAX draws`(recorded: FrameworkFixtures.Case) async throws {
    await Task.yield()
    let recipe = recorded.recipe
    let generator = try generator(try #require(recipe.key))
    let scale = Float(recipe.times ?? 1)
    for kernels in Self.levels {
      let numbers = ThreefryNumbers(generator, kernels: kernels)
      var bytes: [UInt8] = []
      // In two parts, the first of an odd length.
      let first = recorded.count / 3
      for range in [0..<first, first..<recorded.count] {
        var words = [UInt32](repeating: 0, count: range.count)
        var values = [Float](repeating: 0, count: range.count)
        values.withUnsafeMutableBufferPointer { block in
          switch recipe.kind {
          case "uniform":
            numbers.fillUniform(block, from: range.lowerBound, low: 0, high: 1, scale: scale)
          case "normal":
            numbers.fillNormal(
              block, from: range.lowerBound, scale: scale, isCompiled: recipe.compiled ?? false)
          case "truncated_normal":
            numbers.fillTruncatedNormal(block, from: range.lowerBound, scale: scale)
          default:
            words.withUnsafeMutableBufferPointer { numbers.fill($0, from: range.lowerBound) }
          }
        }
        let bits = recipe.kind == "bits" ? words : values.map(\.bitPattern)
        bytes += bits.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
        }
      }
      #expect(SHA256.hexDigest(bytes) == recorded.sha256)
    }
  }
}

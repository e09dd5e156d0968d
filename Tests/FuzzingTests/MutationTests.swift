import Foundation
import Fuzzing
import TestSupport
import Testing

/// Inputs changed at random; `Tests/CoverageFuzzer/run` looks for them by what they reach.
@Suite struct `Whatever is read` {
  // FUZZ_INPUTS=100000 for more.
  static let count =
    ProcessInfo.processInfo.environment["FUZZ_INPUTS"].flatMap { Int($0) } ?? 100

  @Test(arguments: FuzzedParser.allCases)
  func `is understood or refused in a sentence`(parser: FuzzedParser) async throws {
    for example in parser.examples { try parser.check(Array(example.utf8)) }
    // Words of a command line take milliseconds without optimisation.
    let isFast = parser == .expression || parser == .keys
    for seed in 0..<UInt64(Self.count * (isFast ? 20 : 1)) {
      // Other tests, which have time limits, wait for the same threads.
      await Task.yield()
      var random = SplitMix(seed: seed)
      let bytes = random.input(of: parser)
      #expect(throws: Never.self, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))") {
        try parser.check(bytes)
      }
    }
  }
}

extension SplitMix {
  /// An example with a few changes.
  fileprivate mutating func input(of parser: FuzzedParser) -> [UInt8] {
    var bytes = Array(pick(parser.examples).utf8)
    for _ in 0..<1 + below(6) {
      let start = below(bytes.count + 1)
      let end = min(bytes.count, start + below(12))
      switch below(6) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 2: if start < bytes.count { bytes[start] = UInt8(below(256)) }
      case 3: bytes[start...] = Array(pick(parser.examples).utf8)[...]
      default: bytes.insert(contentsOf: pick(parser.words).utf8, at: start)
      }
    }
    return bytes
  }
}

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
    for example in parser.examples { try parser.check(example) }
    // Words of a command line take milliseconds without optimisation.
    let isFast = [.expression, .keys, .tensors, .pickle].contains(parser)
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
    let examples = parser.examples
    var bytes = pick(examples)
    // Where bytes stand at places that others name, most changes leave the places alone.
    if parser == .tensors, below(4) > 0 {
      for _ in 0..<1 + below(4) { change(&bytes) }
      return bytes
    }
    for _ in 0..<1 + below(6) {
      let start = below(bytes.count + 1)
      let end = min(bytes.count, start + below(12))
      switch below(6) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 2: if start < bytes.count { bytes[start] = UInt8(below(256)) }
      case 3: bytes[start...] = pick(examples)[...]
      default: bytes.insert(contentsOf: pick(parser.words).utf8, at: start)
      }
    }
    return bytes
  }

  /// A byte or a number of four is another.
  private mutating func change(_ bytes: inout [UInt8]) {
    let start = below(bytes.count)
    switch below(4) {
    case 0: bytes[start] = UInt8(below(256))
    case 1: bytes[start] &+= below(2) == 0 ? 1 : 255
    case 2: bytes[start] ^= 1 << below(8)
    default:
      let value = UInt8(pick([0, 1, 127, 128, 255]))
      for index in start..<min(bytes.count, start + 4) { bytes[index] = value }
    }
  }
}

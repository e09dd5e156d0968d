internal import Initializers
private import LinearAlgebra
package import Words

extension PropagationError: Worded {
  /// The sentence a user reads.
  package var phrase: Phrase {
    switch self {
    case .tooMuchWork(let method, let work):
      Phrase(
        "error.signal.work",
        [
          "method": .text(method.rawValue), "limit": "\(Network.workLimit / 1_000_000_000)",
          "work": .text(Self.billions(work)),
        ])
    case .tooMuchMemory(let method, let bytes):
      Phrase(
        "error.signal.memory",
        [
          "method": .text(method.rawValue), "limit": "\(Network.memoryLimit >> 20)",
          "bytes": "\(bytes >> 20)",
        ])
    case .refused(let error): error.phrase
    case .failed(let error): Phrase("error.signal.failed", ["reason": .phrase(error.phrase)])
    }
  }

  // One decimal, rounded up, so that it never reads as the limit.
  private static func billions(_ count: Int) -> String {
    let tenths = (count + 99_999_999) / 100_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}

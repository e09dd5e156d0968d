internal import Initializers
private import LinearAlgebra

extension PropagationError: CustomStringConvertible {
  /// The sentence a user reads.
  package var description: String {
    switch self {
    case .tooMuchWork(let method, let work):
      "a network of \(method.rawValue) layers is computed up to "
        + "\(Network.workLimit / 1_000_000_000)·10⁹ multiply-adds, not \(Self.billions(work))·10⁹; "
        + "take a smaller --depth, --width or --batch"
    case .tooMuchMemory(let method, let bytes):
      "a network of \(method.rawValue) layers keeps up to \(Network.memoryLimit >> 20) MiB of signals, "
        + "not \(bytes >> 20) MiB; take a smaller --depth, --width or --batch"
    case .refused(let error): error.description
    case .failed(let error): "the signal cannot be computed: \(error)"
    }
  }

  // One decimal, rounded up, so that it never reads as the limit.
  private static func billions(_ count: Int) -> String {
    let tenths = (count + 99_999_999) / 100_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}

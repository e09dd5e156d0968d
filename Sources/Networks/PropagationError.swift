package import Initializers
package import LinearAlgebra
package import Words

/// Why no signal can be sent.
package enum PropagationError: Error, Hashable, Sendable, Worded {
  /// Too much work for matrices, and the method has no shortcut.
  case tooMuchWork(Method, work: Int)
  /// Too much memory for the signals of all layers, and the method has no shortcut.
  case tooMuchMemory(Method, bytes: Int)
  /// The tensor has no elements.
  case noWeights(Shape)
  /// PyTorch refuses to make the layers.
  case refused(InitializerError)
  /// A product of a layer's matrices cannot be computed.
  case failed(LinearAlgebraError)

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
    case .noWeights(let shape):
      Phrase("error.signal.empty", ["shape": .text(shape.typeset)])
    case .refused(.needsThreeToFiveDimensions):
      Phrase(
        "error.signal.matrix",
        ["reason": .phrase(InitializerError.needsThreeToFiveDimensions.phrase)])
    case .refused(let error): error.phrase
    case .failed(let error): Phrase("error.signal.failed", ["reason": .phrase(error.phrase)])
    }
  }

  // One decimal, rounded up, so that it never reads as the limit.
  private static func billions(_ count: Int) -> String {
    let tenths = (count + 99_999_999) / 100_000_000
    let whole = Numeral.grouped(tenths / 10, minus: "−")
    return tenths.isMultiple(of: 10) ? whole : "\(whole).\(tenths % 10)"
  }
}

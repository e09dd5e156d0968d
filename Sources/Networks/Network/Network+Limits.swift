internal import Initializers

extension Network {
  /// The most multiply-adds that the forward pass may take with matrices: a second or two of work.
  package static let workLimit = 8_000_000_000
  /// The most memory that the signals may take, and the most that the weights are kept in.
  package static let memoryLimit = 256 << 20

  /// The multiply-adds of the forward pass, drawing a weight counted as 16.
  package var work: Int { depth * (batch * layer.multiplyAdds + 16 * layer.weightCount) }

  /// The bytes of all layers' pre-activations, which the backward pass needs.
  package var signalMemory: Int { depth * signalCount * 4 }

  /// The bytes of all layers' weights.
  package var weightMemory: Int { depth * layer.weightCount * 4 }

  /// Whether the network can be computed with its matrices.
  package var isComputable: Bool { work <= Self.workLimit && signalMemory <= Self.memoryLimit }
}

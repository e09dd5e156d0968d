/// The ways in which programs split JAX's keys before they draw with them, by the indices of the keys they take.
package enum KeySplits {
  /// Before a model of modules is initialized: `rng, init_rng = jax.random.split(rng)`.
  static let ofModels: [[UInt32]] = [[0], [1], [2], [0, 0], [0, 1], [1, 0], [1, 1], [0, 0, 1]]

  /// Of single tensors, those that are tried with every seed: one of a few keys, or the second of two after a few
  /// splits: `key, own = jax.random.split(key)`.
  static let common: [[UInt32]] = (0..<4).map { [$0] } + (1..<4).map { chain($0, 1) }

  /// Of single tensors, those that are tried with seeds that people write.
  static let others: [[UInt32]] = distinct(
    (0..<64).map { [$0] } + (1..<32).map { chain($0, 1) }
      + (1..<16).flatMap { [chain($0, 2), chain($0, 0)] } + pairs(8)
  ).filter { !common.contains($0) }

  /// Beside a tensor whose seed is known.
  package static let besideOthers: [[UInt32]] = distinct(
    common + others + (0..<256).map { [$0] }
      + (1..<128).flatMap { [chain($0, 1), chain($0, 2), chain($0, 0)] }
      + pairs(32))

  // The key that is kept is the first of each split.
  private static func chain(_ length: Int, _ last: UInt32) -> [UInt32] {
    [UInt32](repeating: 0, count: length) + [last]
  }

  // One of so many, split anew into as many.
  private static func pairs(_ count: UInt32) -> [[UInt32]] {
    (0..<count).flatMap { first in (0..<count).map { [first, $0] } }
  }

  private static func distinct(_ paths: [[UInt32]]) -> [[UInt32]] {
    var known: Set<[UInt32]> = []
    return paths.filter { known.insert($0).inserted }
  }
}

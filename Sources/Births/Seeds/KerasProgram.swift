internal import Initializers

/// Keras's seeds of a program, which give each initializer one of its own.
enum KerasProgram {
  /// The seeds that are tried; among more an accident would be likely, since an initializer's has 10⁹ values.
  static let seeds: Range<UInt64> = 0..<10_000
  /// The initializers' seeds that are looked at.
  static let mostDraws = 32

  /// The programs' seeds that give an initializer its seed.
  static func origins(of origin: Origin) -> [Origin] {
    guard origin.seed.bits <= 1_000_000_000 else { return [] }
    let wanted = UInt32(truncatingIfNeeded: origin.seed.bits)
    for seed in seeds {
      var own = KerasSeeds(seed: Seed(seed))
      for draws in 0..<mostDraws where own.next() == wanted {
        return [
          Origin(
            hypothesis: origin.hypothesis, seed: Seed(seed), source: .program, draws: draws)
        ]
      }
    }
    return []
  }
}

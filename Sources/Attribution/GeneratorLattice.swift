private import Glibc
internal import Initializers

/// Where the numbers of a law lie that a generator's words were made into: a row for each way that frameworks
/// have.
///
/// A word has 23 or 24 bits, so that numbers lie on a lattice, as far as rounding lets it be seen. Nothing that
/// has been added to a number leaves it there.
struct GeneratorLattice: Sendable {
  /// How many pairs of a fresh tensor are as they were drawn: fewer than all, where numbers outside the ends
  /// are drawn again.
  var share = 1.0
  /// Whether it is that of numbers which a GPU has drawn.
  var isOfGPU = false
  /// What is left between a sample's numbers and the lattice, in parts each of which must be small.
  let residuals: @Sendable (LatticeSample) -> [[LatticeResidual]]

  /// Who makes numbers of words in ways of their own.
  enum Drawer: Hashable, Sendable {
    case pyTorch
    /// On whichever of its backends.
    case keras
    case jax

    init(_ framework: Framework) {
      self = framework == .pyTorch ? .pyTorch : framework.isKeras ? .keras : .jax
    }

    /// Whether some of its numbers lie on no lattice that is known: PyTorch's that a GPU has drawn, and those
    /// of Keras on NumPy, which are rounded from double precision.
    var mayLackLattice: Bool { self != .jax }
  }

  /// The lattices that numbers of a law may lie on; empty where none is known.
  static func all(of law: Law, by drawer: Drawer) -> [GeneratorLattice] {
    switch law {
    case .uniform(let low, let high): uniform(low, high, by: drawer)
    case .normal(let mean, let std): normal(mean, std, by: drawer)
    case .truncatedNormal(let cut): truncated(cut, by: drawer)
    case .sparse where drawer == .pyTorch:
      // The size of these is not known to the last bit.
      [GeneratorLattice { [paired($0.pairs(apart: 8), 0, 1, bits: 24).angles] }]
    case .sphere, .constant, .ones, .sparse: []
    }
  }

  private static func uniform(
    _ low: Double, _ high: Double, by drawer: Drawer
  ) -> [GeneratorLattice] {
    func rounded(
      _ bits: Int, _ rounding: LatticeResidual.UniformRounding = .once, onGPU: Bool = false
    ) -> GeneratorLattice {
      GeneratorLattice(isOfGPU: onGPU) {
        [LatticeResidual.uniform($0.numbers, low: low, high: high, bits: bits, rounding)]
      }
    }
    let coarse = GeneratorLattice {
      [LatticeResidual.uniformRoundedTwice($0.numbers, low: low, high: high)]
    }
    return switch drawer {
    // A GPU's have a bit more below the middle; what has no fused multiply-add rounds twice.
    case .pyTorch: [rounded(24), rounded(25, onGPU: true), coarse]
    // JAX, TensorFlow, and PyTorch, whose products with a power of two are not rounded.
    case .keras:
      [rounded(23), rounded(23, .twice)]
        + ((Float(high) - Float(low)).significand == 1 ? [rounded(24)] : [coarse])
    case .jax: [rounded(23), rounded(23, .scaled)]
    }
  }

  private static func normal(
    _ mean: Double, _ std: Double, by drawer: Drawer
  ) -> [GeneratorLattice] {
    func inverted(low: Double, bits: Int) -> GeneratorLattice {
      GeneratorLattice {
        [
          LatticeResidual.inverted(
            $0.numbers, mean: mean, std: std, low: low, span: 2, bits: bits)
        ]
      }
    }
    // From the number after −1 to 1.
    let jax = inverted(low: -1 + 0x1p-24, bits: 23)
    let pyTorch = boxMuller(mean, std, bits: 24) { $0.pairs(apart: 8) }
    let tensorFlow = boxMuller(mean, std, bits: 23) { $0.pairs(apart: 1, isSineFirst: true) }
    return switch drawer {
    // Ends a hundred standard deviations away are none; before PyTorch 2.12 it drew so between any.
    case .pyTorch: [pyTorch, inverted(low: -1, bits: 24)]
    case .keras: [jax, pyTorch, tensorFlow]
    case .jax: [jax]
    }
  }

  private static func truncated(
    _ cut: TruncatedNormal, by drawer: Drawer
  ) -> [GeneratorLattice] {
    let low = Float(erf(cut.standardLow / 2.0.squareRoot()))
    let high = Float(erf(cut.standardHigh / 2.0.squareRoot()))
    func inverted(_ bits: Int) -> [GeneratorLattice] {
      [.once, .twice].map { rounding in
        GeneratorLattice {
          [
            LatticeResidual.inverted(
              $0.numbers, mean: cut.location, std: cut.scale, low: Double(low),
              span: Double(high - low), bits: bits, rounding)
          ]
        }
      }
    }
    // Both of a pair are inside.
    let share = cut.keptShare * cut.keptShare
    func pairs(
      _ bits: Int, _ pairs: @escaping @Sendable (LatticeSample) -> [NormalPair]
    ) -> GeneratorLattice {
      boxMuller(cut.location, cut.signedScale, bits: bits, share: share, pairs)
    }
    return switch drawer {
    // From normal numbers; before PyTorch 2.12 from uniform ones.
    case .pyTorch:
      inverted(24)
        + (cut.isDrawnFromNormals
          ? [pairs(24) { $0.pairs(apart: 8) }]
          : uniform(cut.low, cut.high, by: .pyTorch))
    // PyTorch draws four for each, so that eight further is two further; TensorFlow passes over those outside.
    case .keras:
      inverted(23) + [
        pairs(24) { $0.pairs(apart: 2) },
        boxMuller(cut.location, cut.scale, bits: 23, share: share * 0.95) {
          $0.pairs(apart: 1, isSineFirst: true)
        },
      ]
    case .jax: inverted(23)
    }
  }

  private static func boxMuller(
    _ mean: Double, _ std: Double, bits: Int, share: Double = 1,
    _ pairs: @escaping @Sendable (LatticeSample) -> [NormalPair]
  ) -> GeneratorLattice {
    GeneratorLattice(share: share) { sample in
      let residuals = paired(pairs(sample), mean, std, bits: bits)
      return [residuals.radii, residuals.angles]
    }
  }

  // PyTorch takes its logarithms of 1 − u, TensorFlow of u.
  private static func paired(
    _ pairs: [NormalPair], _ mean: Double, _ std: Double, bits: Int
  ) -> (radii: [LatticeResidual], angles: [LatticeResidual]) {
    NormalPair.residuals(pairs, mean: mean, std: std, bits: bits, isFromOne: bits == 24)
  }
}

private import Glibc
internal import Initializers

/// What a tensor's bits say of a way to draw it.
enum LatticeStanding: Sendable {
  /// They lie on its lattice, with a logarithm of the likelihood to that of numbers that lie anywhere.
  case held(Double)
  /// They do not.
  case apart
  /// Too few tell, or no lattice is known.
  case unknown

  /// What all lattices say that a law's numbers may lie on.
  init(_ sample: LatticeSample, of law: Law, by drawer: GeneratorLattice.Drawer) {
    let all = GeneratorLattice.all(of: law, by: drawer).compactMap { $0.standing(of: sample) }
    let best = all.compactMap(\.likelihood).max()
    self =
      if let best { .held(best) } else if !all.isEmpty, all.allSatisfy(\.isApart) { .apart } else {
        .unknown
      }
  }

  /// The logarithm of the likelihood of a sample to that of numbers that lie anywhere, by the lattice that it is
  /// nearest to; nil where none is known, or nothing tells.
  static func likelihood(
    _ sample: LatticeSample, of law: Law, by drawer: GeneratorLattice.Drawer
  ) -> Double? {
    GeneratorLattice.all(of: law, by: drawer).compactMap { $0.likelihood(of: sample) }.max()
  }

  var likelihood: Double? { if case .held(let likelihood) = self { likelihood } else { nil } }

  var isApart: Bool { if case .apart = self { true } else { false } }
}

extension GeneratorLattice {
  /// Likelihoods part by e¹², more than all tensors that there are can make up for.
  static let decisive = 12.0
  // What rounding, of whatever processor, may put off the lattice of a fresh tensor.
  private static let stray = 0.02
  // Where so many have moved, a tensor is not fresh, though most of its numbers may be.
  private static let moved = 0.2
  // Where fewer pairs are left together, the others tell nothing.
  private static let leastShare = 0.6

  /// What a sample says; nil where nothing of it can.
  fileprivate func standing(of sample: LatticeSample) -> LatticeStanding? {
    guard share >= Self.leastShare else { return .unknown }
    let parts = residuals(sample).filter { !$0.isEmpty }
    guard !parts.isEmpty else { return nil }
    var (total, isHeld) = (0.0, false)
    for part in parts {
      let (drawn, moved) = likelihoods(part)
      if drawn < -Self.decisive || drawn - moved < -Self.decisive { return .apart }
      isHeld = isHeld || drawn > Self.decisive
      total += drawn
    }
    return isHeld ? .held(total) : .unknown
  }

  /// How much likelier a sample is on the lattice than anywhere; nil where nothing of it can tell.
  fileprivate func likelihood(of sample: LatticeSample) -> Double? {
    let parts = residuals(sample).filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.reduce(0) { $0 + likelihoods($1).drawn }
  }

  // Of a fresh tensor, and of one that has been changed in part.
  private func likelihoods(_ residuals: [LatticeResidual]) -> (drawn: Double, moved: Double) {
    let fresh = share * (1 - Self.stray)
    let old = share * (1 - Self.moved)
    return residuals.reduce((0, 0)) { sum, residual in
      let density = residual.density
      return (sum.0 + log(fresh * density + 1 - fresh), sum.1 + log(old * density + 1 - old))
    }
  }
}

extension [Verdict.Match] {
  // Where likelihoods part.
  private static var margin: Double { 10 }

  /// What is left of them beside a tensor's bits, and what these say: where they lie on lattices, those who
  /// draw on the likeliest; else those who may draw on none.
  func sifted(by sample: LatticeSample?) -> (matches: [Verdict.Match], standing: LatticeStanding) {
    guard let sample, !isEmpty else { return (self, .unknown) }
    let standings = map { match in
      let drawers = Set(match.candidate.origins.map { GeneratorLattice.Drawer($0.framework) })
      return Dictionary(
        uniqueKeysWithValues: drawers.map {
          ($0, LatticeStanding(sample, of: match.candidate.law, by: $0))
        })
    }
    let best = standings.flatMap { $0.values.compactMap(\.likelihood) }.max()
    let left = zip(self, standings).compactMap { match, standings -> Verdict.Match? in
      let origins = match.candidate.origins.filter { origin in
        let drawer = GeneratorLattice.Drawer(origin.framework)
        guard let standing = standings[drawer] else { return false }
        if let best { return standing.likelihood.map { $0 > best - Self.margin } ?? false }
        return !standing.isApart || drawer.mayLackLattice
      }
      return origins.isEmpty ? nil : match.with(origins)
    }
    if let best { return (left, .held(best)) }
    let isApart = standings.allSatisfy { $0.values.allSatisfy(\.isApart) }
    return (left, isApart ? .apart : .unknown)
  }
}

extension Verdict.Match {
  fileprivate func with(_ origins: [LawCandidate.Origin]) -> Verdict.Match {
    Verdict.Match(
      candidate: LawCandidate(law: candidate.law, origins: origins), z: z, pValue: pValue)
  }
}

private import Glibc
internal import Initializers

/// What a tensor's bits say of a way to draw it.
enum LatticeStanding: Sendable {
  /// They lie on its lattice, with a logarithm of the likelihood to that of numbers that lie anywhere.
  case held(Double, onGPU: Bool)
  /// Some do, or in some respect: they have been drawn in this way, but by another law, or others have been
  /// changed since.
  case inPart(Double)
  /// They do not.
  case apart
  /// Too few tell, or no lattice is known.
  case unknown

  /// What all lattices say that a law's numbers may lie on.
  init(_ sample: LatticeSample, of law: Law, by drawer: GeneratorLattice.Drawer) {
    let all = GeneratorLattice.all(of: law, by: drawer).compactMap { $0.standing(of: sample) }
    self = all.best ?? (!all.isEmpty && all.allSatisfy(\.isApart) ? .apart : .unknown)
  }

  /// The logarithm of the likelihood of a sample to that of numbers that lie anywhere, by the lattice that it is
  /// nearest to; nil where none is known, or nothing tells.
  static func likelihood(
    _ sample: LatticeSample, of law: Law, by drawer: GeneratorLattice.Drawer
  ) -> Double? {
    GeneratorLattice.all(of: law, by: drawer).compactMap { $0.likelihood(of: sample) }.max()
  }

  /// Of numbers that lie on the lattice, some or all.
  var likelihood: Double? {
    switch self {
    case .held(let likelihood, _), .inPart(let likelihood): likelihood
    case .apart, .unknown: nil
    }
  }

  var isHeld: Bool { if case .held = self { true } else { false } }

  var isApart: Bool { if case .apart = self { true } else { false } }
}

extension GeneratorLattice {
  /// Likelihoods part by e¹², more than all tensors that there are can make up for.
  static let decisive = 12.0
  // What rounding, of whatever processor, may put off the lattice of a fresh tensor.
  private static let stray = 0.005
  // Where so many have moved, a tensor is not fresh, though most of its numbers may be.
  private static let moved = 0.1
  // What may be left of a tensor whose rows are not all trained.
  private static let left = [0.05, 0.2, 0.5]
  // Where fewer pairs are left together, the others tell nothing.
  private static let leastShare = 0.6

  /// What a sample says; nil where nothing of it can.
  fileprivate func standing(of sample: LatticeSample) -> LatticeStanding? {
    guard share >= Self.leastShare else { return .unknown }
    let parts = residuals(sample).filter { !$0.isEmpty }
    guard !parts.isEmpty else { return nil }
    let all = parts.map { part in
      let densities = part.map(\.density)
      return (
        densities: densities, drawn: likelihood(densities, of: 1 - Self.stray),
        moved: likelihood(densities, of: 1 - Self.moved)
      )
    }
    if all.contains(where: { min($0.drawn, $0.drawn - $0.moved) < -Self.decisive }) {
      let likeliest = all.map { part in
        max(part.moved, Self.left.map { likelihood(part.densities, of: $0) }.max() ?? 0)
      }.max()
      guard let likeliest, likeliest > Self.decisive else { return .apart }
      return .inPart(likeliest)
    }
    guard all.contains(where: { $0.drawn > Self.decisive }) else { return .unknown }
    return .held(all.reduce(0) { $0 + $1.drawn }, onGPU: isOfGPU)
  }

  /// How much likelier a sample is on the lattice than anywhere; nil where nothing of it can tell.
  fileprivate func likelihood(of sample: LatticeSample) -> Double? {
    let parts = residuals(sample).filter { !$0.isEmpty }
    guard !parts.isEmpty else { return nil }
    return parts.reduce(0) { $0 + likelihood($1.map(\.density), of: 1 - Self.stray) }
  }

  // Of numbers of which some part is as it was drawn.
  private func likelihood(_ densities: [Double], of part: Double) -> Double {
    densities.reduce(0) { $0 + log(share * part * $1 + 1 - share * part) }
  }
}

extension [LatticeStanding] {
  /// The likeliest that is held, else the likeliest in part; nil without either.
  fileprivate var best: LatticeStanding? {
    let drawn = contains(where: \.isHeld) ? filter(\.isHeld) : self
    return drawn.filter { $0.likelihood != nil }
      .max { ($0.likelihood ?? 0) < ($1.likelihood ?? 0) }
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
    // Those that are drawn in one way, though not by this law, are not drawn in another.
    let all = standings.flatMap(\.values)
    let best = all.best
    let least = (best?.likelihood).map { $0 - Self.margin }
    let left = zip(self, standings).compactMap { match, standings -> Verdict.Match? in
      let origins = match.candidate.origins.filter { origin in
        let drawer = GeneratorLattice.Drawer(origin.framework)
        guard let standing = standings[drawer] else { return false }
        if let least { return standing.isHeld && (standing.likelihood ?? least) > least }
        return !standing.isApart || drawer.mayLackLattice
      }
      return origins.isEmpty ? nil : match.with(origins)
    }
    if let best { return (left, best) }
    return (left, all.allSatisfy(\.isApart) ? .apart : .unknown)
  }
}

extension Verdict.Match {
  fileprivate func with(_ origins: [LawCandidate.Origin]) -> Verdict.Match {
    Verdict.Match(
      candidate: LawCandidate(law: candidate.law, origins: origins), z: z, pValue: pValue)
  }
}

private import Glibc
package import Words

extension Verdict: Worded {
  /// How much a sentence says, the most first.
  package enum Detail: CaseIterable, Sendable {
    /// Everything.
    case full
    /// Without the layers, and theory once.
    case brief
    /// Without theory, except where chance parts a network from it.
    case short
    /// The same in the fewest words.
    case least
    /// The network's total, whatever chance or flat units make of it.
    case bare
  }

  /// All there is to say in one sentence: "signal vanishes: rms × 0.707 a layer, × 2⁻¹⁵ from layer 1
  /// to 31", "gradients keep their size: …", "signal settles at rms 1.09 before, 0.651 after the
  /// activation".
  package var phrase: Phrase { phrase(.full) }

  /// The sentence, with less detail where there is little room.
  package func phrase(_ detail: Detail) -> Phrase {
    let outcome = outcome(detail)
    return detail == .bare ? outcome : addingFlatness(to: addingChance(to: outcome, detail), detail)
  }

  /// The factor of the root mean square alone, "× 0.518"; nil where there is none.
  package var factorPhrase: Phrase? {
    change.map { Phrase("verdict.factor", ["total": "\(Factor($0.total))"]) }
  }

  private func outcome(_ detail: Detail) -> Phrase {
    if let loss {
      let places: [String: Phrase.Part] = ["what": .phrase(verb), "layer": "\(loss.layer)"]
      return loss.isOverflow
        ? Phrase("verdict.lost.overflow", places) : Phrase("verdict.lost.zero", places)
    }
    if kind == .settles {
      let settled = Phrase(
        "verdict.settles-at", ["what": .phrase(verb), "rms": "\(Numeral.short(lastRoot))"])
      // Theory's is the one before the activation.
      let before = addingTheory(theoryLastRoot, besides: lastRoot, to: settled)
      guard detail == .full, let after = circumstances.rootAfterActivation else { return before }
      return Phrase(
        "verdict.before-after", ["before": .phrase(before), "after": "\(Numeral.short(after))"])
    }
    guard let change else { return verb }
    let total = Phrase.Part.text("\(Factor(change.total))")
    guard kind != .keeps && hasEvenRate && detail != .bare else {
      // The kind is theory's, which the network keeps to as far as chance lets it.
      let isChance = kind == .keeps && abs(log(change.total)) > log(1.5) / 2
      let what =
        !isChance
        ? verb
        : detail == .least || detail == .bare
          ? strayingVerb : Phrase("verdict.but-for-chance", ["what": .phrase(verb)])
      let factor = Phrase("verdict.total", ["what": .phrase(what), "total": total])
      let statement = detail == .full ? addingLayers(to: factor) : factor
      return detail == .full || detail == .brief
        ? addingTheory(theory?.total, besides: change.total, to: statement) : statement
    }
    switch detail {
    case .least, .bare:
      return Phrase("verdict.total", ["what": .phrase(verb), "total": total])
    case .full, .brief, .short:
      let isTheorySaid = detail != .short && differs(theory?.total, from: change.total)
      let rate = Phrase(
        "verdict.rate", ["what": .phrase(verb), "rate": "\(Numeral.short(change.perLayer))"])
      let both = Phrase(
        "verdict.rate-and-total",
        [
          "rate": .phrase(isTheorySaid ? addingTheory(theory?.perLayer, to: rate) : rate),
          "total": total,
        ])
      guard detail == .full else { return both }
      return addingTheory(theory?.total, besides: change.total, to: addingLayers(to: both))
    }
  }

  /// Subject and verb of the kind; a change of the rms within a factor of 100 is no end.
  private var verb: Phrase {
    let isModest = loss == nil && change.map { abs(log($0.total)) < log(100) } ?? false
    switch (subject, kind) {
    case (.signal, .keeps): return Phrase("verdict.signal.keeps")
    case (.signal, .settles): return Phrase("verdict.signal.settles")
    case (.signal, .vanishes):
      return isModest ? Phrase("verdict.signal.shrinks") : Phrase("verdict.signal.vanishes")
    case (.signal, .explodes):
      return isModest ? Phrase("verdict.signal.grows") : Phrase("verdict.signal.explodes")
    case (.gradients, .keeps): return Phrase("verdict.gradients.keep")
    case (.gradients, .settles): return Phrase("verdict.gradients.settle")
    case (.gradients, .vanishes):
      return isModest ? Phrase("verdict.gradients.shrink") : Phrase("verdict.gradients.vanish")
    case (.gradients, .explodes):
      return isModest ? Phrase("verdict.gradients.grow") : Phrase("verdict.gradients.explode")
    }
  }

  // In the fewest words, of what keeps its size but for chance.
  private var strayingVerb: Phrase {
    subject == .signal ? Phrase("verdict.signal.strays") : Phrase("verdict.gradients.stray")
  }

  private func addingLayers(to statement: Phrase) -> Phrase {
    Phrase(
      "verdict.layers-passed",
      ["verdict": .phrase(statement), "first": "\(span.first)", "last": "\(span.last)"])
  }

  // Theory is said unless the network has the same within five per cent or chance needs more words.
  private func differs(_ expected: Double?, from present: Double) -> Bool {
    guard case .fair = chance, let expected else { return false }
    return abs(log(expected / present)) > 0.05
  }

  private func addingTheory(
    _ expected: Double?, besides present: Double, to statement: Phrase
  ) -> Phrase {
    differs(expected, from: present) ? addingTheory(expected, to: statement) : statement
  }

  private func addingTheory(_ expected: Double?, to statement: Phrase) -> Phrase {
    guard let expected else { return statement }
    return Phrase(
      "verdict.in-theory", ["verdict": .phrase(statement), "theory": "\(Factor(expected))"])
  }

  private func addingChance(to statement: Phrase, _ detail: Detail) -> Phrase {
    guard loss == nil, let expected = theory?.total else { return statement }
    let verdict = Phrase.Part.phrase(statement)
    let factor = Phrase.Part.text("\(Factor(expected))")
    switch chance {
    case .fair: return statement
    case .skewed(let typical):
      let isMean = circumstances.isTheoryMean
      let places: [String: Phrase.Part] = [
        "verdict": verdict, "theory": factor, "typical": "\(Factor(typical))",
      ]
      if detail != .full {
        return isMean
          ? Phrase("verdict.mean.short", places) : Phrase("verdict.theory.short", places)
      }
      if abs(log(expected)) < 0.05 {
        return isMean
          ? Phrase("verdict.mean.keeps", places) : Phrase("verdict.theory.keeps", places)
      }
      return isMean ? Phrase("verdict.mean.has", places) : Phrase("verdict.theory.has", places)
    case .straying:
      let places = ["verdict": verdict, "theory": factor]
      return detail == .full
        ? Phrase("verdict.straying", places) : Phrase("verdict.straying.short", places)
    }
  }

  private func addingFlatness(to statement: Phrase, _ detail: Detail) -> Phrase {
    guard loss == nil, let flatness = circumstances.flatness else { return statement }
    let places: [String: Phrase.Part] = [
      "verdict": .phrase(statement), "percent": "\(flatness.percent)",
      "cause": .phrase(flatness.cause.phrase),
    ]
    guard detail == .full else { return Phrase("verdict.flat.short", places) }
    return kind == .keeps || kind == .settles
      ? Phrase("verdict.flat.but", places) : Phrase("verdict.flat", places)
  }
}

extension Verdict.Flatness {
  /// The share in whole per cent.
  package var percent: Int { Int(exactly: (100 * min(max(share, 0), 1)).rounded()) ?? 0 }
}

extension Verdict.Flatness.Cause {
  /// The cause in a word.
  package var phrase: Phrase {
    switch self {
    case .saturated: Phrase("flat.saturated")
    case .off: Phrase("flat.off")
    case .dead: Phrase("flat.dead")
    }
  }
}

private import Clamping
private import Glibc

extension Verdict: CustomStringConvertible {
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
  package var description: String { sentence(.full) }

  /// The sentence, with less detail where there is little room.
  package func sentence(_ detail: Detail) -> String {
    let outcome = "\(name) \(outcome(detail))"
    return detail == .bare ? outcome : outcome + chanceWords(detail) + flatnessWords(detail)
  }

  private var name: String { subject == .signal ? "signal" : "gradients" }

  private func outcome(_ detail: Detail) -> String {
    if let loss {
      return "\(verb): \(loss.isOverflow ? "not finite" : "0") at layer \(loss.layer)"
    }
    if kind == .settles {
      // Theory's is the one before the activation.
      let before =
        "\(verb) at rms \(ShortNumber(lastRoot))" + inTheory(theoryLastRoot, lastRoot)
      let after = circumstances.rootAfterActivation.map {
        " before, \(ShortNumber($0)) after the activation"
      }
      return before + (detail == .full ? after ?? "" : "")
    }
    guard let change else { return verb }
    let theoryTotal = inTheory(theory?.total, change.total)
    let hasRate = kind != .keeps && hasEvenRate && detail != .bare
    let layers = detail == .full ? " from layer \(span.first) to \(span.last)" : ""
    let total = " × \(Factor(change.total))\(layers)"
    guard hasRate else {
      // The kind is theory's, which the network keeps to as far as chance lets it.
      let isChance = kind == .keeps && abs(log(change.total)) > log(1.5) / 2
      return "\(verb)\(isChance && detail == .full ? " but for chance" : ""): rms\(total)"
        + (detail == .full || detail == .brief ? theoryTotal : "")
    }
    let rate = " × \(ShortNumber(change.perLayer)) a layer"
    return switch detail {
    case .full, .brief:
      "\(verb): rms\(rate)\(theoryTotal.isEmpty ? "" : inTheory(theory?.perLayer)),\(total)"
        + (detail == .full ? theoryTotal : "")
    case .short: "\(verb): rms\(rate),\(total)"
    case .least, .bare: "\(verb): rms\(total)"
    }
  }

  /// The verb of the kind; a change of the rms within a factor of 100 is no end.
  private var verb: String {
    let isPlural = subject == .gradients
    let isModest = loss == nil && change.map { abs(log($0.total)) < log(100) } ?? false
    return switch kind {
    case .keeps: isPlural ? "keep their size" : "keeps its size"
    case .settles: isPlural ? "settle" : "settles"
    case .vanishes:
      isModest ? (isPlural ? "shrink" : "shrinks") : isPlural ? "vanish" : "vanishes"
    case .explodes: isModest ? (isPlural ? "grow" : "grows") : isPlural ? "explode" : "explodes"
    }
  }

  // In parentheses, unless the network has the same within five per cent or chance needs more words.
  private func inTheory(_ expected: Double?, _ present: Double) -> String {
    guard case .fair = chance, let expected, abs(log(expected / present)) > 0.05 else { return "" }
    return inTheory(expected)
  }

  private func inTheory(_ expected: Double?) -> String {
    expected.map { " (theory \(Factor($0)))" } ?? ""
  }

  private func chanceWords(_ detail: Detail) -> String {
    guard loss == nil, let expected = theory?.total else { return "" }
    let isKept = abs(log(expected)) < 0.05
    switch chance {
    case .fair: return ""
    case .skewed(let typical):
      if detail != .full {
        let average = circumstances.isTheoryMean ? "mean over networks" : "theory"
        return "; \(average) × \(Factor(expected)), typical × \(Factor(typical))"
      }
      let average = circumstances.isTheoryMean ? "the mean over networks" : "theory"
      let has = isKept ? "keeps its size" : "has × \(Factor(expected))"
      return "; \(average) \(has), a typical network has × \(Factor(typical))"
    case .straying:
      if detail != .full { return "; most networks miss theory's × \(Factor(expected))" }
      return "; theory has × \(Factor(expected)), which most networks of this width miss by"
        + " a factor of 1.4 or more"
    }
  }

  private func flatnessWords(_ detail: Detail) -> String {
    guard loss == nil, let flatness = circumstances.flatness else { return "" }
    let share = "\(flatness.percent) %"
    guard detail == .full else { return "; \(share) \(flatness.cause.rawValue)" }
    let start = kind == .keeps || kind == .settles ? ", but" : ";"
    return "\(start) \(share) of the units are flat (\(flatness.cause.rawValue))"
  }
}

extension Verdict.Flatness {
  /// The share in whole per cent.
  package var percent: Int { Int(exactly: (100 * min(max(share, 0), 1)).rounded()) ?? 0 }
}

private import Glibc
package import Words

/// Why depth does to a signal what it does: what the activation takes from a mean square in a layer,
/// and what the weights give back.
///
/// ```swift
/// let map = LengthMap(.relu, weightVariance: 1)
/// Reason(signalIn: map, lengths: map.lengths(from: 1, layers: 31), kind: .vanishes)?.description
/// // relu passes on 0.5 of the mean square, so Var W must be 2/n to keep it, not 1/n: 2 times that
/// ```
package struct Reason: Hashable, Sendable {
  /// Whose mean squares it is about.
  package let subject: Verdict.Subject
  /// What becomes of them.
  package let kind: Verdict.Kind
  /// What is between the layers.
  package let activation: Activation
  /// What the activation passes on of a mean square: V(q)/q, or D(q) of a gradient's.
  package let share: Double
  /// The mean square of which it passes on that share; nil for gradients.
  package let length: Double?
  /// σw² = n·Var W.
  package let weightVariance: Double
  /// The σw² that would keep the mean square, the bias staying as it is.
  package let neededVariance: Double

  /// Why the signal goes where it goes, judged where it starts, or for one that settles where it ends:
  /// as the map rises, a signal that the second layer shrinks is shrunk by all that follow.
  ///
  /// - Parameters:
  ///   - map: the theory of the layers.
  ///   - lengths: q₁ to q_L.
  ///   - kind: what becomes of the signal.
  package init?(signalIn map: LengthMap, lengths: [Double], kind: Verdict.Kind) {
    guard let q = kind == .settles ? lengths.last : lengths.first, q > 0, q.isFinite else {
      return nil
    }
    let second = map.activation.secondMoment(q)
    guard second > 0, second.isFinite else { return nil }
    (subject, self.kind, activation) = (.signal, kind, map.activation)
    share = second / q
    length = q
    weightVariance = map.weightVariance
    neededVariance = (q - map.biasVariance) / second
  }

  /// Why the gradients go where they go: by the slopes of the layers they pass, in the geometric mean,
  /// or for those that settle by that of the last layer.
  ///
  /// - Parameters:
  ///   - map: the theory of the layers.
  ///   - lengths: q₁ to q_L.
  ///   - kind: what becomes of the gradients.
  package init?(gradientsIn map: LengthMap, lengths: [Double], kind: Verdict.Kind) {
    let passed = (kind == .settles ? lengths.suffix(1) : lengths.dropLast()).filter(\.isFinite)
    let logarithms = passed.map { log(map.activation.derivativeSecondMoment($0)) }
    let mean = logarithms.reduce(0, +) / Double(logarithms.count)
    guard mean.isFinite else { return nil }
    (subject, self.kind, activation) = (.gradients, kind, map.activation)
    (share, length) = (exp(mean), nil)
    weightVariance = map.weightVariance
    neededVariance = 1 / share
  }

  /// What the present weights' variance would have to be multiplied by to keep the mean square.
  package var factor: Double { neededVariance / weightVariance }
}

extension Reason: Worded {
  /// How much a sentence says, the most first.
  package enum Detail: CaseIterable, Sendable {
    /// Everything.
    case full
    /// In a line of a screen.
    case short
    /// What to do about it, in a few words.
    case least
  }

  /// The reason in one sentence.
  package var phrase: Phrase { phrase(.full) }

  /// The sentence, with less detail where there is little room.
  package func phrase(_ detail: Detail) -> Phrase {
    var places: [String: Phrase.Part] = [
      "activation": "\(activation)", "share": "\(Numeral.short(share))", "whole": .phrase(whole),
      "present": "\(Numeral.short(weightVariance))", "needed": "\(Numeral.short(neededVariance))",
      "factor": "\(Numeral.short(factor))", "q": "\(Numeral.short(length ?? .nan))",
    ]
    let (isFull, isLeast) = (detail == .full, detail == .least)
    let passed =
      subject == .signal
      ? isFull ? Phrase("why.passes", places) : Phrase("why.passes.short", places)
      : isFull ? Phrase("why.slope", places) : Phrase("why.slope.short", places)
    places["passed"] = .phrase(passed)
    if subject == .signal && kind == .settles {
      return isFull ? Phrase("why.settles", places) : Phrase("why.settles.short", places)
    }
    let isBalanced = abs(log(factor)) < 0.005
    switch kind {
    case .keeps, .settles:
      return isBalanced ? Phrase("why.balance", places) : Phrase("why.nearly", places)
    case .vanishes where factor > 1 && !isBalanced, .explodes where factor < 1 && !isBalanced:
      // What else an activation passes on depends on the signal's size, which would be another then.
      guard activation.homogeneousFactor != nil else {
        return isFull
          ? Phrase("why.needs.at", places)
          : isLeast ? Phrase("why.needs.at.least", places) : Phrase("why.needs.at.short", places)
      }
      return isFull
        ? Phrase("why.needs", places)
        : isLeast ? Phrase("why.needs.least", places) : Phrase("why.needs.short", places)
    case .vanishes, .explodes: return Phrase("why.chance", places)
    }
  }

  private var whole: Phrase {
    // Of some activations it does not matter.
    guard activation.homogeneousFactor == nil, let length else { return Phrase("why.whole") }
    return Phrase("why.whole.at", ["q": "\(Numeral.short(length))"])
  }
}

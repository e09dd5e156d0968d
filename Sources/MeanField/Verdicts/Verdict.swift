private import Glibc

/// What depth does to a sequence of mean squares, in numbers; `Verdict.description` has the words.
///
/// Every factor is of the root mean square, and is that of two mean squares given: from the first layer
/// passed to the last one, so that L layers have L − 1 steps.
///
/// ```swift
/// let map = LengthMap(.relu, weightVariance: 1)
/// Verdict(meanSquares: map.lengths(from: 1, layers: 31), destination: map.destination(from: 1))
/// // signal vanishes: rms × 0.707 a layer, × 2⁻¹⁵ from layer 1 to 31
/// ```
package struct Verdict: Hashable, Sendable {
  /// The four things that can happen.
  package enum Kind: String, Hashable, Sendable {
    /// The last mean square is about the first.
    case keeps
    /// It falls on and on, or is 0.
    case vanishes
    /// It grows on and on, or is no finite number.
    case explodes
    /// It changes first and then stays.
    case settles
  }

  /// Whose mean squares they are.
  package enum Subject: Hashable, Sendable {
    /// Pre-activations, from the first layer on.
    case signal
    /// ∂L/∂z, from the last layer back.
    case gradients
  }

  /// Where a signal ends that no factor can be told of.
  package struct Loss: Hashable, Sendable {
    /// The first layer passed whose mean square is 0 or no finite number, numbered from the input.
    package let layer: Int
    /// Whether it is no finite number; else it is 0.
    package let isOverflow: Bool
  }

  /// Two layers, in the order they are passed, numbered from the input.
  package struct Span: Hashable, Sendable {
    /// The first one passed.
    package let first: Int
    /// The last one passed.
    package let last: Int
  }

  /// How a sequence goes from the first layer passed to the last.
  package struct Change: Hashable, Sendable {
    /// The last root mean square over the first.
    package let total: Double
    /// The factor a layer: the geometric mean of all steps.
    package let perLayer: Double
  }

  /// What chance does to networks of the width.
  package enum Chance: Hashable, Sendable {
    /// Theory tells what a typical network has.
    case fair
    /// A typical network's root mean square changes by another factor than theory's.
    case skewed(typical: Double)
    /// Most networks miss theory by a factor of 2 of the mean square or more.
    case straying
  }

  /// What happens.
  package let kind: Kind
  /// Whose mean squares they are.
  package let subject: Subject
  /// The layers between which the signal changes.
  package let span: Span
  /// What becomes of the network's root mean square; nil for less than two layers and where it is lost.
  package let change: Change?
  /// Whether the rate is about that of most layers, and so worth saying.
  package let hasEvenRate: Bool
  /// The last root mean square.
  package let lastRoot: Double
  /// Where the signal is lost, if it is.
  package let loss: Loss?
  /// What becomes of the root mean square in theory.
  package let theory: Change?
  /// Theory's last root mean square.
  package let theoryLastRoot: Double?
  /// What chance does to networks of the width.
  package let chance: Chance
  /// The circumstances that the sentence may have to name.
  package let circumstances: Circumstances

  /// Judges mean squares in the order the signal, or the gradient, passes the layers.
  ///
  /// What a network does is told by its own numbers. The kind is theory's where the network differs
  /// from it no more than chance allows and by no factor over 2, else the network's: a change of the
  /// mean square within a factor of 1.5 is none. Where theory says that a sequence vanishes or diverges
  /// it cannot settle, however slowly it goes: tanh with gain 1 falls as 1/2l.
  /// - Parameters:
  ///   - meanSquares: those of the network.
  ///   - theory: those of an infinitely wide one, at least as many.
  ///   - destination: where theory says it goes, if that is known.
  ///   - circumstances: what else is known.
  package init(
    meanSquares: [Double], subject: Subject = .signal, theory: [Double]? = nil,
    destination: Destination? = nil, circumstances: Circumstances = Circumstances()
  ) {
    let count = meanSquares.count
    self.subject = subject
    self.circumstances = circumstances
    span =
      subject == .signal
      ? Span(first: min(1, count), last: count) : Span(first: count, last: min(1, count))
    lastRoot = meanSquares.last.map { $0.squareRoot() } ?? .nan
    loss = meanSquares.firstIndex { !($0 > 0 && $0.isFinite) }.map { place in
      Loss(
        layer: subject == .signal ? place + 1 : count - place,
        isOverflow: meanSquares[place] != 0)
    }
    let expected = theory.map { Array($0.prefix(count)) }
    let own = LogarithmicCourse(meanSquares)
    let ideal = expected.flatMap { LogarithmicCourse($0) }
    change = own?.change
    self.theory = ideal?.change
    theoryLastRoot = ideal.flatMap { _ in expected?.last?.squareRoot() }
    hasEvenRate = (ideal ?? own)?.isEven ?? false
    chance = Self.chance(ideal, circumstances)
    kind =
      loss.map { $0.isOverflow ? .explodes : .vanishes }
      ?? Self.kind(own, ideal, destination, circumstances)
  }

  private static func chance(
    _ theory: LogarithmicCourse?, _ circumstances: Circumstances
  ) -> Chance {
    guard let expected = theory?.change else { return .fair }
    if circumstances.strays { return .straying }
    guard let typical = circumstances.typicalFactor, typical > 0, typical.isFinite,
      abs(log(typical / expected.total)) > log(1.5)
    else { return .fair }
    return .skewed(typical: typical)
  }

  private static func kind(
    _ own: LogarithmicCourse?, _ theory: LogarithmicCourse?, _ destination: Destination?,
    _ circumstances: Circumstances
  ) -> Kind {
    guard let own else { return .keeps }
    guard let theory else { return own.kind(destination) }
    let deviation = circumstances.logarithmicDeviation
    // Chance explains what lies within two standard deviations, but no factor over 2 of the rms.
    let tolerance = max(log(1.5), deviation.isFinite ? min(2 * abs(deviation), log(4)) : 0)
    guard abs(own.total - theory.total) <= tolerance else { return own.kind(destination) }
    let kind = theory.kind(destination)
    switch kind {
    case .keeps, .settles: return kind
    case .vanishes where own.total < 0, .explodes where own.total > 0: return kind
    default: return own.kind(destination)
    }
  }

  /// What is known of a network beside its mean squares.
  package struct Circumstances: Hashable, Sendable {
    /// σ of the last mean square's logarithm over networks, of `Band`.
    package var logarithmicDeviation = 0.0
    /// What a typical network's root mean square is multiplied by, if that is known.
    package var typicalFactor: Double?
    /// Whether theory is the mean over networks of any width, as it is for homogeneous activations.
    package var isTheoryMean = false
    /// Whether most networks of the width miss theory by a factor of 2 of the mean square or more.
    package var strays = false
    /// The root mean square after the activation in the last layer.
    package var rootAfterActivation: Double?
    /// The share of the last layer's units that are flat, if that is worth naming.
    package var flatness: Flatness?

    /// Knows nothing.
    package init() {}
  }

  /// Units whose activation has no slope left.
  package struct Flatness: Hashable, Sendable {
    /// Why an activation has no slope.
    package enum Cause: String, Hashable, Sendable {
      /// It is near the end of its range on either side.
      case saturated
      /// It is off for some inputs.
      case off
      /// It is off for every input.
      case dead
    }

    /// The share, from 0 to 1.
    package let share: Double
    /// Why.
    package let cause: Cause

    /// Says what share of the units is flat, and why.
    package init(share: Double, cause: Cause) {
      self.share = share
      self.cause = cause
    }
  }
}

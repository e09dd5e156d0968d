private import Glibc
private import Mathematics

extension LengthMap {
  /// Whether every q is a fixed point: a homogeneous activation, no bias and c·σw² = 1.
  package var keepsEveryLength: Bool {
    guard let c = activation.homogeneousFactor, biasVariance == 0 else { return false }
    return abs(c * weightVariance - 1) < 1e-12
  }

  /// The fixed points q* above 0 and, where the map has it, 0; ascending.
  ///
  /// Empty if there is none, and if every q is one. Two that touch count as one, half stable. Found
  /// by signs of ln(next/q) on a grid from 10⁻¹⁰ to 10¹² or σw² + σb² and bisection to the last bits.
  package var fixedPoints: [FixedPoint] {
    guard isDefined, !keepsEveryLength else { return [] }
    let floor = next(0)
    var points: [FixedPoint] = []
    if floor == 0 { points.append(point(at: 0, isFlowingInBelow: true)) }
    if let c = activation.homogeneousFactor {
      let excess = 1 - c * weightVariance
      if floor > 0, excess > 0, (floor / excess).isFinite {
        points.append(point(at: floor / excess, isFlowingInBelow: true))
      }
      return points
    }
    return points + positiveFixedPoints(from: floor > 0 ? floor : 1e-10)
  }

  /// Where the mean square goes from a first one; to an unstable point only if it starts there.
  package func destination(from q: Double) -> Destination {
    guard isDefined, q >= 0 else { return .undefined }
    if q == .infinity { return next(q) == .infinity ? .diverges : destination(from: next(q)) }
    if keepsEveryLength { return .keeps }
    let points = fixedPoints
    let tolerance = 1e-9
    if let here = points.first(where: { abs($0.length - q) <= tolerance * q }) {
      return here.length == 0 ? .vanishes : .settles(here)
    }
    let found = next(q) > q ? points.first { $0.length > q } : points.last { $0.length < q }
    if let found { return found.length == 0 ? .vanishes : .settles(found) }
    return next(q) > q ? .diverges : .vanishes
  }

  /// Whether the variances are numbers that a network can have.
  var isDefined: Bool {
    weightVariance >= 0 && biasVariance >= 0 && weightVariance.isFinite && biasVariance.isFinite
  }

  private func positiveFixedPoints(from lowest: Double) -> [FixedPoint] {
    // The drift of ln q a layer.
    func exactDrift(_ logarithm: Double) -> Double {
      let q = exp(logarithm)
      return log(next(q) / q)
    }
    // The same with what is rounding counted as 0.
    func drift(_ logarithm: Double) -> Double {
      let drift = exactDrift(logarithm)
      return abs(drift) < 1e-13 ? 0 : drift
    }
    func slope(_ logarithm: Double) -> Double { elasticity(exp(logarithm)) - 1 }

    let bottom = log(lowest) - 1e-6
    // tanh and sigmoid have theirs below σw² + σb².
    let top = max(log(1e12), log(weightVariance + biasVariance) + 1, bottom + 1)
    let cells = 120
    var points: [FixedPoint] = []
    func addRoot(_ low: Double, _ high: Double) {
      let isFlowingInBelow = drift(low) > 0
      var q = exp(Bisection.root(from: low, to: high, of: exactDrift))
      // Newton's last step gives back what the logarithm rounded, where the map crosses clearly.
      let crossing = 1 - parallelSusceptibility(q)
      if abs(crossing) > 1e-3 { q += (next(q) - q) / crossing }
      points.append(point(at: q, isFlowingInBelow: isFlowingInBelow))
    }
    // The last place where the drift was not 0, and the last where its slope is known.
    var last = (place: bottom, drift: drift(bottom))
    var previous = (place: bottom, slope: slope(bottom))
    for cell in 1...cells {
      let place = bottom + (top - bottom) * Double(cell) / Double(cells)
      let present = (drift: drift(place), slope: slope(place))
      defer { previous = (place, present.slope) }
      guard present.drift != 0 else { continue }
      if last.drift * present.drift < 0 {
        addRoot(last.place, place)
      } else if last.place == previous.place, previous.slope * present.slope < 0,
        previous.slope * present.drift < 0
      {
        // A bend towards 0 between two grid points: none, two, or two that touch.
        let bend = Bisection.root(from: previous.place, to: place, of: slope)
        let depth = drift(bend)
        if abs(depth) < 1e-8 {
          points.append(fixedPoint(exp(bend), .halfStable))
        } else if depth * present.drift < 0 {
          addRoot(previous.place, bend)
          addRoot(bend, place)
        }
      }
      last = (place, present.drift)
    }
    return points
  }

  private func fixedPoint(_ q: Double, _ stability: FixedPoint.Stability) -> FixedPoint {
    FixedPoint(
      length: q, stability: stability, parallelSusceptibility: parallelSusceptibility(q),
      perpendicularSusceptibility: perpendicularSusceptibility(q))
  }

  private func point(at q: Double, isFlowingInBelow: Bool) -> FixedPoint {
    let isStable: Bool
    if q == 0 {
      // At 0 the slope may be 1 exactly: then what happens a little above decides.
      let slope = parallelSusceptibility(0)
      isStable = abs(slope - 1) < 1e-12 ? next(1e-6) < 1e-6 : slope < 1
    } else {
      isStable = isFlowingInBelow
    }
    return fixedPoint(q, isStable ? .stable : .unstable)
  }
}

/// A mean square q* that the length map leaves as it is.
package struct FixedPoint: Hashable, Sendable {
  /// What becomes of a mean square near q*.
  package enum Stability: Hashable, Sendable {
    /// It goes to q*: χ∥ < 1.
    case stable
    /// It leaves q*: χ∥ > 1.
    case unstable
    /// It goes to q* from one side only: χ∥ = 1.
    case halfStable
    /// It stays where it is: every mean square is a fixed point.
    case neutral
  }

  /// q*.
  package let length: Double
  /// What becomes of a mean square near it.
  package let stability: Stability
  /// χ∥(q*) = σw²·V′(q*).
  package let parallelSusceptibility: Double
  /// χ⊥(q*) = σw²·D(q*).
  package let perpendicularSusceptibility: Double

  /// ξ_q = −1/ln χ∥: the layers in which a distance from q* falls to 1/e.
  package var lengthScale: Double { LengthMap.depthScale(parallelSusceptibility) }
}

/// Where the mean square of an endlessly deep network ends.
package enum Destination: Hashable, Sendable {
  /// At the mean square it starts with, whatever that is: relu with σw² = 2.
  case keeps
  /// At 0.
  case vanishes
  /// At a fixed point above 0.
  case settles(FixedPoint)
  /// Nowhere: it grows without bound.
  case diverges
  /// Nowhere that can be said: a variance or the mean square is negative or undefined.
  case undefined
}

import Glibc
private import Mathematics

/// The extended Wilkinson search for tick positions.
///
/// Talbot, Lin, Hanrahan (2010), "An Extension of Wilkinson's Algorithm for Positioning Tick
/// Labels on Axes", IEEE TVCG 16(6), doi:10.1109/TVCG.2010.130. A candidate's score is
/// 0.25·simplicity + 0.2·coverage + 0.5·density + 0.05·legibility; loops end as soon as an upper
/// bound of the score cannot beat the best so far.
struct TickSearch {
  /// The nice steps, nicest first.
  static let steps: [Double] = [1, 5, 2, 2.5, 4, 3]
  private static let weights = (simplicity: 0.25, coverage: 0.2, density: 0.5, legibility: 0.05)
  /// No axis on a screen has more ticks.
  static let mostTicks = 64
  private static let mostSkips = 8

  let low: Double
  let high: Double
  /// The number of ticks wished for.
  let target: Double
  /// Whether ticks must lie within the range.
  let isInside: Bool

  /// The best candidate that `isLegible` accepts.
  func best(isLegible: (TickCandidate) -> Bool = { _ in true }) -> TickCandidate? {
    let range = high - low
    guard range.isFinite, range > max(abs(low), abs(high)) * 1e-12, range > 1e-290 else {
      return nil
    }
    let weights = Self.weights
    var best: TickCandidate?
    var bestScore = -2.0
    for skip in 1...Self.mostSkips {
      for (rank, nice) in Self.steps.enumerated() {
        let mostSimple = simplicity(rank, skip, hasZero: true)
        if score(mostSimple, 1, 1) < bestScore { return best }
        for count in 2...Self.mostTicks {
          let mostDense = densityBound(count)
          if score(mostSimple, 1, mostDense) < bestScore { break }
          let stride = Double(skip) * nice
          let power = ceil(log10(range / Double(count + 1) / stride))
          for exponent in Int(clamping: power)..<Int(clamping: power) + 20 {
            let step = stride * pow(10, Double(exponent))
            let bound = coverageBound(step * Double(count - 1))
            if score(mostSimple, bound, mostDense) < bestScore { break }
            let starts = startRange(step: step, skip: skip, count: count)
            if starts.first > starts.last { continue }
            for start in Int(clamping: starts.first)...Int(clamping: starts.last) {
              let first = Double(start) * (step / Double(skip))
              let last = first + step * Double(count - 1)
              let slack = step * 1e-9
              if isInside && (first < low - slack || last > high + slack) { continue }
              let value = score(
                simplicity(rank, skip, hasZero: hasZero(first, last, step)),
                coverage(first, last), density(count, first, last))
              if value <= bestScore { continue }
              let candidate = TickCandidate(first: first, step: step, count: count)
              if isLegible(candidate) {
                best = candidate
                bestScore = value
              }
            }
          }
        }
      }
    }
    return best

    func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
      weights.simplicity * simplicity + weights.coverage * coverage + weights.density * density
        + weights.legibility
    }
  }

  private func startRange(step: Double, skip: Int, count: Int) -> (first: Double, last: Double) {
    let first = floor(high / step) * Double(skip) - Double((count - 1) * skip)
    let last = ceil(low / step) * Double(skip)
    // Far from zero the multiples are no longer exact integers.
    return abs(first) < 1e15 && abs(last) < 1e15 ? (first, last) : (0, -1)
  }

  private func hasZero(_ first: Double, _ last: Double, _ step: Double) -> Bool {
    let multiple = first / step
    return abs(multiple - multiple.rounded()) < 1e-10 && first <= 0 && last >= 0
  }

  private func simplicity(_ rank: Int, _ skip: Int, hasZero: Bool) -> Double {
    1 - Double(rank) / Double(Self.steps.count - 1) - Double(skip) + (hasZero ? 1 : 0)
  }

  private func coverage(_ first: Double, _ last: Double) -> Double {
    let tenth = 0.1 * (high - low)
    let (above, below) = ((high - last) / tenth, (low - first) / tenth)
    return 1 - 0.5 * (above * above + below * below)
  }

  private func coverageBound(_ span: Double) -> Double {
    let range = high - low
    guard span > range else { return 1 }
    let half = (span - range) / 2 / (0.1 * range)
    return 1 - half * half
  }

  private func density(_ count: Int, _ first: Double, _ last: Double) -> Double {
    let actual = Double(count - 1) / (last - first)
    let wished = (target - 1) / (max(last, high) - min(low, first))
    return 2 - max(actual / wished, wished / actual)
  }

  private func densityBound(_ count: Int) -> Double {
    Double(count) >= target ? 2 - Double(count - 1) / (target - 1) : 1
  }
}

/// Equally spaced values in whole multiples of a decimal step.
struct TickCandidate: Hashable, Sendable {
  var first: Double
  var step: Double
  var count: Int

  /// The i-th value; what is zero up to rounding is zero.
  func value(_ index: Int) -> Double {
    let value = first + Double(index) * step
    return abs(value) < step * 1e-9 ? 0 : value
  }

  var values: [Double] { (0..<count).map(value) }
}

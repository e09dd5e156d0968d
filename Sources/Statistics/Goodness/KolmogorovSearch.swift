/// A search for the exact Kolmogorov–Smirnov distance in a second pass over the blocks of a sample.
///
/// Fₙ and F both rise, so over a slot with C values before it and C′ up to its end, at whose ends F
/// is f and f′, |Fₙ − F| is at most max(C′/n − f, f′ − C/n), and at the ends it is known. Slots that
/// cannot exceed the best known end are never looked into.
public struct KolmogorovSearch {
  /// Bounds on D before any value is looked at.
  public let bracket: ClosedRange<Double>

  let distribution: (Double) -> Double
  let grid: UniformGrid
  let total: Int

  /// The slots worth looking into, the most promising first.
  let candidates: [Candidate]

  /// Where each candidate's values start among those collected.
  let starts: [Int]

  /// For each slot, whether it or the next is a candidate: what an estimated slot needs.
  let nearby: [Bool]

  /// The values collected, candidate by candidate, and one place for all others.
  var values: [Float]

  /// For each slot, where its next value goes and by how much that place moves on.
  var cursors: [Int]
  let strides: [Int]

  /// A slot, the number of values before it, and what F is at its ends.
  struct Candidate {
    var before: Int
    var count: Int
    var left: Double
    var right: Double
    var lowEdge: Double
    var highEdge: Double
    var bound: Double
  }

  /// Bounds the deviation in every slot; nil for a histogram without values.
  public init?(histogram: FineHistogram, distribution: @escaping (Double) -> Double) {
    grid = histogram.grid
    self.distribution = { Self.withinUnit(distribution($0)) }
    let total = histogram.total
    guard total > 0 else { return nil }
    self.total = total
    let n = Double(total)
    var (lower, upper) = (0.0, 0.0)
    var all: [(slot: Int, Candidate)] = []
    all.reserveCapacity(histogram.slots.count)
    var (before, left, lowEdge) = (0, 0.0, -Double.infinity)
    for (slot, count) in histogram.slots.enumerated() {
      // A slot ends just below the next one's edge; the last cell includes its own.
      let isCellEnd = slot < grid.cellCount
      let end =
        slot > grid.cellCount ? .infinity : isCellEnd ? grid.edge(slot).nextDown : grid.high
      let right = slot > grid.cellCount ? 1 : self.distribution(end)
      let after = before + count
      lower = max(lower, abs(Double(after) / n - right))
      // A little more than the bound, for distribution functions that rise but for rounding.
      let bound = max(Double(after) / n - left, right - Double(before) / n) + Self.slack
      upper = max(upper, bound)
      if count > 0 {
        all.append(
          (
            slot,
            Candidate(
              before: before, count: count, left: left, right: right, lowEdge: lowEdge,
              highEdge: end, bound: bound)
          ))
      }
      (before, left, lowEdge) = (after, right, end)
    }
    let threshold = lower - Self.slack
    let worth = all.filter { $0.1.bound >= threshold }.sorted { $0.1.bound > $1.1.bound }
    bracket = min(lower, upper)...max(lower, upper)
    candidates = worth.map(\.1)
    let slotCount = histogram.slots.count
    let collected = worth.reduce(0) { $0 + $1.1.count }
    var starts: [Int] = []
    var cursors = [Int](repeating: collected, count: slotCount)
    var strides = [Int](repeating: 0, count: slotCount)
    var start = 0
    for (slot, candidate) in worth {
      starts.append(start)
      cursors[slot] = start
      strides[slot] = 1
      start += candidate.count
    }
    self.starts = starts
    self.cursors = cursors
    self.strides = strides
    nearby = strides.indices.map {
      strides[$0] == 1 || ($0 + 1 < slotCount && strides[$0 + 1] == 1)
    }
    values = [Float](repeating: 0, count: collected + 1)
  }

  private static func withinUnit(_ probability: Double) -> Double {
    probability >= 0 ? min(probability, 1) : 0
  }
}

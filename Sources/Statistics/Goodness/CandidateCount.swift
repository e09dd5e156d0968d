private import CKernels
private import Mathematics

/// A pass that counts the values of candidates in finer parts, by their places among the floats.
package struct CandidateCount: Sendable {
  let candidates: [Candidate]
  let shifts: [Int32]
  /// Where each candidate's parts start among all.
  let starts: [Int]
  var counts: PartCounts
  private let sieve: Sieve

  /// The fewest parts of a candidate and of all, so that floats are told apart after few passes.
  private static let fewest = 16
  private static let fewestInTotal = 1 << 14

  /// Cuts candidates so that a part's mass is a small fraction of the distance known, if it can be
  /// done with so many counters.
  init(_ candidates: [Candidate], total: Int, known: Double, counters: Int) {
    self.candidates = candidates
    sieve = Sieve(candidates, total: total)
    let least = Double(total) * max(known, 1e-12)
    let fewest = max(Self.fewest, min(Self.fewestInTotal, counters) / max(candidates.count, 1))
    var fineness = 64.0
    var shifts: [Int32] = []
    var starts: [Int] = []
    var parts = 0
    repeat {
      shifts = []
      starts = []
      parts = 0
      for candidate in candidates {
        let wanted = min(fineness * Double(candidate.count) / least, Double(counters))
        let shift = candidate.shift(most: max(Int(clamping: wanted), fewest))
        shifts.append(Int32(shift))
        starts.append(parts)
        parts += (candidate.span >> shift) + 1
      }
      fineness /= 2
    } while parts > counters && fineness > 1e-6
    self.shifts = shifts
    self.starts = starts
    counts = PartCounts(count: parts)
  }

  /// Counts a block.
  mutating func add(_ block: UnsafeBufferPointer<Float>) {
    let (sieve, candidates, shifts, starts) = (sieve, candidates, shifts, starts)
    counts.withCounters { counters, carries in
      candidates.withUnsafeBufferPointer { candidates in
        shifts.withUnsafeBufferPointer { shifts in
          starts.withUnsafeBufferPointer { starts in
            sieve.forEach(in: block) { _, place, index in
              let offset = Int(place) &- Int(candidates[index].low)
              measuring_raise(
                counters, carries, Int64(starts[index] &+ offset &>> Int(shifts[index])))
            }
          }
        }
      }
    }
  }
}

/// A run of neighbouring floats that may hold the greatest distance of Fₙ from F.
///
/// With C values before it and C′ up to its end, and F at f just before it and f′ at its end,
/// |Fₙ − F| inside is at most max(C′/n − f, f′ − C/n), because both rise.
struct Candidate: Sendable {
  /// The number of values before it.
  var before: Int
  /// The number of values in it.
  var count: Int
  /// F at the greatest float before it.
  var left: Double
  /// F at its greatest float.
  var right: Double
  /// The places of its least and its greatest float.
  var low: Int32
  var high: Int32
  /// The most that |Fₙ − F| can be in it.
  var bound: Double

  /// The number of floats less one.
  var span: Int { Int(high) - Int(low) }

  /// How many places wide, as a power of two, parts are if no more than `most` are to be made.
  func shift(most: Int) -> Int {
    var shift = 0
    while span >> shift >= max(most, 1) { shift += 1 }
    return shift
  }
}

/// A pass that keeps the values of candidates.
struct KeptValues {
  let candidates: [Candidate]
  /// Where each candidate's values start among all.
  let starts: [Int]
  private(set) var values: [Float]
  private var cursors: [Int]
  private let sieve: Sieve

  /// Makes room for the values of candidates in order.
  init(_ candidates: [Candidate]) {
    self.candidates = candidates
    var starts: [Int] = []
    var sum = 0
    for candidate in candidates {
      starts.append(sum)
      sum += candidate.count
    }
    self.starts = starts
    cursors = starts
    values = [Float](repeating: 0, count: sum)
    sieve = Sieve(candidates)
  }

  /// Keeps a block's values.
  mutating func add(_ block: UnsafeBufferPointer<Float>) {
    let (sieve, count) = (sieve, values.count)
    values.withUnsafeMutableBufferPointer { values in
      cursors.withUnsafeMutableBufferPointer { cursors in
        sieve.forEach(in: block) { value, _, index in
          let place = cursors[index]
          // A sample other than the histogram's may overfill a candidate, but not the buffer.
          if place < count { values[place] = value }
          cursors[index] = place &+ 1
        }
      }
    }
  }
}

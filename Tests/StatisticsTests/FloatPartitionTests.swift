import Testing

@testable import Statistics

@Suite struct FloatPartitionTests {
  @Test("Floats and their places correspond, both zeros being one")
  func ordinals() {
    let floats: [Float] = [
      -.greatestFiniteMagnitude, -1, -.leastNonzeroMagnitude, 0, .leastNonzeroMagnitude, 0.1, 1,
      .greatestFiniteMagnitude,
    ]
    for (value, next) in zip(floats, floats.dropFirst()) { #expect(value.ordinal < next.ordinal) }
    for value in floats {
      #expect(Float(ordinal: value.ordinal) == value)
      #expect(value.nextUp.ordinal == value.ordinal + 1)
    }
    #expect(Float(-0.0).ordinal == 0)
  }

  @Test(
    "A partition's parts are in order, and slots and parts together keep what each tells",
    arguments: KolmogorovSearchTests.ramps)
  func partition(ramps: [FloatPartition.Ramp]) throws {
    var histogram = FineHistogram(low: -1.5, high: 1.5, cellCount: 60, finer: ramps)
    var plain = FineHistogram(low: -1.5, high: 1.5, cellCount: 60)
    let sample = (Sequences.bell(5000) + [-0.0, 1e30, -1e30]).sorted()
    if let partition = histogram.partition {
      for (value, next) in zip(sample, sample.dropFirst()) {
        #expect(partition.part(of: value) <= partition.part(of: next))
      }
      #expect(partition.part(of: .greatestFiniteMagnitude) < partition.count)
      #expect(partition.part(of: .nan) == 0)
    }
    histogram.add(sample.span)
    plain.add(sample.span)
    #expect(FineHistogram.coarse([histogram]) == plain && histogram.slots == plain.slots)
    var twice = plain
    try twice.merge(plain)
    #expect(FineHistogram.coarse([histogram, histogram]) == twice)
    #expect(histogram.total == sample.count)
  }

  @Test("A range too narrow, too wide or too often cut is not cut")
  func noPartition() {
    for range in [0.0...0, 1...1 + 1e-12, -3.4e38...3.4e38, 0...1e-45] {
      #expect(FloatPartition([.init(range, parts: 100)]) == nil)
    }
    #expect(FloatPartition([.init(0...1, parts: 1e9)]) == nil)
    #expect(FloatPartition([]) == nil)
  }

  @Test(
    "Where a part ends is where floats stop being in it", arguments: KolmogorovSearchTests.ramps)
  func ends(ramps: [FloatPartition.Ramp]) throws {
    guard let partition = FloatPartition(ramps) else { return }
    let ends = FloatPartition.Ends(partition)
    let places = (Sequences.bell(300) + [-7, -1e-30, -0.0, 1e-30, 7]).map(\.ordinal).sorted()
    for (first, last) in zip(places, places.dropFirst(9)) {
      let (from, to) = (
        partition.part(of: Float(ordinal: first)), partition.part(of: Float(ordinal: last))
      )
      for part in [from - 1, from, (from + to) / 2, to - 1, to] {
        let place = ends.place(of: part, from: first, to: last)
        #expect(place >= first - 1 && place <= last)
        if place >= first { #expect(partition.part(of: Float(ordinal: place)) <= part) }
        if place < last { #expect(partition.part(of: Float(ordinal: place + 1)) > part) }
      }
    }
  }

  @Test(
    "A sieve tells what lies outside its runs apart at once, however narrow they are",
    arguments: [1, 3, 40, 5000, 1_000_000], [-0.01, 1e-30, 0.0124])
  func sieve(floats: Int32, start: Float) throws {
    let low = start.ordinal
    let runs = [(low, low + floats / 3), (low + floats - floats / 4, low + floats)].map {
      Candidate(before: 0, count: 1, left: 0, right: 1, low: $0, high: $1, bound: 1)
    }
    let sieve = Sieve(runs, total: 1 << 24)
    let cut = try #require(sieve.cut)
    for value in Sequences.uniform(1000) + [start.nextDown - start.magnitude / 8] {
      guard value.ordinal < low || value.ordinal > low + floats else { continue }
      let part = cut.part(of: value) >> sieve.shift
      if abs(value - start) > 0.2 * abs(start) {
        #expect(sieve.coarse[part / 32] >> (part % 32) & 1 == 0, "\(value)")
      }
    }
    for run in runs {
      for place in [run.low, run.high] {
        let part = cut.part(of: Float(ordinal: place)) >> sieve.shift
        #expect(sieve.coarse[part / 32] >> (part % 32) & 1 == 1)
      }
    }
  }
}

private import Glibc
private import Mathematics

/// Stretches of a tensor that seem to be as they were drawn, in a tensor whose other numbers have moved.
///
/// A number that has moved may by accident be one of the law's values, so that a stretch must be so long that no
/// accident makes it, and its ends are not trusted unless they are those of rows.
struct RunCollection: Sendable {
  /// The runs so far, in their order.
  private(set) var runs: [WordRun] = []
  /// The words in them.
  private(set) var wordCount = 0

  private let reading: any WordReading
  private let width: Int
  private let leastLength: Int
  private let trimming: Int
  // The run that reaches to the end of what was read.
  private var open: [KnownWord] = []
  private var place = 0

  // More are not needed.
  private static let mostWords = 4096

  /// Prepares to collect; nil where any number seems to be drawn.
  ///
  /// - Parameter width: the length of a row, whose numbers move together.
  init?(_ reading: any WordReading, count: Int, width: Int) {
    let chance = reading.chance
    guard chance < 0.75 else { return nil }
    (self.reading, self.width) = (reading, width)
    func units(_ probability: Double) -> Int {
      max(1, Int(clamping: (log(probability) / log(chance)).rounded(.up)))
    }
    leastLength = units(1e-6 / Double(max(1, count / reading.unit))) * reading.unit
    trimming = units(1e-6) * reading.unit
  }

  /// Whether more words would tell no more.
  var isFull: Bool { wordCount >= Self.mostWords }

  /// Takes the words of the next numbers.
  mutating func add(_ words: [KnownWord]) {
    let unit = reading.unit
    var start = 0
    for first in stride(from: 0, to: words.count, by: unit) {
      let end = min(words.count, first + unit)
      let isWhole = end - first == unit
      let isIntact =
        unit == 1 ? words[first].mask != 0 : isWhole && reading.isIntact(words[first..<end])
      if isIntact, open.count + end - start < Self.mostWords { continue }
      open += words[start..<(isIntact ? end : first)]
      close(at: place + (isIntact ? end : first))
      start = end
    }
    open += words[min(start, words.count)...]
    place += words.count
  }

  /// Ends the last run.
  mutating func finish() { close(at: place) }

  private mutating func close(at end: Int) {
    defer { open.removeAll(keepingCapacity: true) }
    guard open.count >= leastLength else { return }
    let start = end - open.count
    // Whole rows, if there are any and they are too long to be accidents.
    let unit = reading.unit
    let (first, last) = ((start + width - 1) / width * width, end / width * width)
    let range: Range<Int>
    if width >= leastLength, first < last {
      range = (first + unit - 1) / unit * unit..<last / unit * unit
    } else {
      range = start + trimming..<max(start + trimming, end - trimming)
    }
    guard !range.isEmpty else { return }
    runs.append(
      WordRun(
        place: range.lowerBound,
        words: Array(open[range.lowerBound - start..<range.upperBound - start])))
    wordCount += range.count
  }
}

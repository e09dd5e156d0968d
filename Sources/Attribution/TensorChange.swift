package import WeightFiles

/// How a tensor differs from the one of its name in another file.
package struct TensorChange: Sendable {
  /// The other file's name.
  package let file: String
  /// How many numbers are the same, bit by bit.
  package private(set) var sameCount = 0
  // Of the differences that are finite.
  private var squares = 0.0
  private var finiteCount = 0

  /// The root mean square of the differences that are finite.
  package var distance: Double {
    finiteCount > 0 ? (squares / Double(finiteCount)).squareRoot() : 0
  }

  init(file: String) { self.file = file }

  fileprivate mutating func add(_ own: Float, _ other: Float) {
    if own.bitPattern == other.bitPattern {
      sameCount += 1
      finiteCount += 1
    } else {
      let difference = Double(own) - Double(other)
      guard difference.isFinite else { return }
      squares += difference * difference
      finiteCount += 1
    }
  }
}

/// A tensor being held against the one of its name in another file.
struct TensorChangeRun: Sendable {
  private let entry: TensorEntry
  private let other: TensorEntry
  private(set) var change: TensorChange
  private var place = 0

  // A twentieth of a second's, or less.
  private static let step = 1 << 22

  /// Begins with two tensors of as many numbers.
  init(_ entry: TensorEntry, besides other: TensorEntry, of file: TensorFile) {
    (self.entry, self.other, change) = (entry, other, TensorChange(file: file.name))
  }

  var isFinished: Bool { place >= entry.count }
  var byteCount: Int { entry.byteCount }
  var doneBytes: Double {
    entry.count > 0 ? Double(entry.byteCount) * Double(place) / Double(entry.count) : 0
  }

  /// Compares on.
  ///
  /// - Throws: `TensorFileError`.
  mutating func advance() throws {
    let isWhole = entry.isCompressed || other.isCompressed
    let end = isWhole ? entry.count : min(entry.count, place + Self.step)
    try entry.forEachPair(with: other, in: place..<end) { own, others in
      for (number, other) in zip(own, others) { change.add(number, other) }
      return true
    }
    place = end
  }
}

extension TensorEntry {
  /// Hands over the numbers of two tensors, as many of each at a time, until that is enough.
  ///
  /// - Parameter body: takes them; false where no more are asked for.
  /// - Throws: `TensorFileError`.
  func forEachPair(
    with other: TensorEntry, in range: Range<Int>? = nil,
    _ body: (UnsafeMutableBufferPointer<Float>, UnsafeMutableBufferPointer<Float>) -> Bool
  ) throws {
    var (own, others) = (try values(range), try other.values(range))
    let size = 1 << 14
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * size) { memory in
      let first = UnsafeMutableBufferPointer(rebasing: memory[..<size])
      let second = UnsafeMutableBufferPointer(rebasing: memory[size...])
      while true {
        let count = min(try own.fill(first), try others.fill(second))
        guard count > 0,
          body(
            UnsafeMutableBufferPointer(rebasing: first[..<count]),
            UnsafeMutableBufferPointer(rebasing: second[..<count]))
        else { return }
      }
    }
  }
}

extension TensorFile {
  /// The tensor of this file that has another one's name and shape, and numbers that can be read.
  package func namesake(of entry: TensorEntry) -> TensorEntry? {
    entries.first {
      $0.hasValues && $0.shape == entry.shape && $0.name.utf8.elementsEqual(entry.name.utf8)
    }
  }
}

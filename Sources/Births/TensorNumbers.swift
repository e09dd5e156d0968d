internal import Words

/// A tensor's numbers, read as far as they are wanted.
struct TensorNumbers: Sendable {
  /// How many there are.
  let count: Int
  private let read: @Sendable (Range<Int>) throws -> [Float]

  init(count: Int, _ read: @escaping @Sendable (Range<Int>) throws -> [Float]) {
    (self.count, self.read) = (count, read)
  }

  /// Some of them, of those that there are.
  ///
  /// - Throws: `BirthError.unreadable` or `.tooFewNumbers`.
  subscript(range: Range<Int>) -> [Float] {
    get throws(BirthError) {
      let range = range.clamped(to: 0..<count)
      let numbers: [Float]
      do { numbers = try read(range) } catch { throw .unreadable(Phrase.of(error)) }
      guard numbers.count == range.count else {
        throw .tooFewNumbers(range.lowerBound + numbers.count, of: count)
      }
      return numbers
    }
  }
}

/// Numbers beside those that were drawn in their places, summed up.
package struct PairSums: Sendable {
  /// How many pairs there are.
  package private(set) var count = 0
  private var own = 0.0
  private var drawn = 0.0
  private var ownSquares = 0.0
  private var drawnSquares = 0.0
  private var products = 0.0
  private var squares = 0.0

  // In standard deviations: once in 10¹⁵ trials by chance.
  private static let least = 8.0

  /// Nothing summed yet.
  package init() {}

  /// Adds a number and what was drawn in its place.
  package mutating func add(_ number: Double, _ other: Double) {
    count += 1
    own += number
    drawn += other
    ownSquares += number * number
    drawnSquares += other * other
    products += number * other
    squares += (number - other) * (number - other)
  }

  /// Adds a number that is finite and what was drawn in its place, unless it has been set to 0: a padding row
  /// has not moved there.
  package mutating func add(moved number: Double, from drawn: Double) {
    if number.isFinite, number != 0 || drawn == 0 { add(number, drawn) }
  }

  /// Adds what was summed elsewhere.
  package mutating func merge(_ other: PairSums) {
    count += other.count
    own += other.own
    drawn += other.drawn
    ownSquares += other.ownSquares
    drawnSquares += other.drawnSquares
    products += other.products
    squares += other.squares
  }

  /// The root mean square of what the numbers have moved by.
  package var distance: Double { count > 0 ? (squares / Double(count)).squareRoot() : 0 }

  /// Pearson's correlation; 0 where the numbers do not differ.
  package var correlation: Double {
    let count = Double(count)
    let spread = (ownSquares - own * own / count) * (drawnSquares - drawn * drawn / count)
    guard spread > 0 else { return 0 }
    return (products - own * drawn / count) / spread.squareRoot()
  }

  /// Whether the numbers resemble those drawn more than chance lets them.
  ///
  /// Of unrelated random numbers the correlation with n of them has the standard deviation 1/√n.
  package var isRelated: Bool { correlation.magnitude * Double(count).squareRoot() > Self.least }
}

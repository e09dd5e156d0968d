/// Numbers beside those that were drawn in their places, summed up.
struct PairSums: Sendable {
  /// How many pairs there are.
  private(set) var count = 0
  private var own = 0.0
  private var drawn = 0.0
  private var ownSquares = 0.0
  private var drawnSquares = 0.0
  private var products = 0.0
  private var squares = 0.0

  /// Adds a number and what was drawn in its place.
  mutating func add(_ number: Double, _ other: Double) {
    count += 1
    own += number
    drawn += other
    ownSquares += number * number
    drawnSquares += other * other
    products += number * other
    squares += (number - other) * (number - other)
  }

  /// The root mean square of what the numbers have moved by.
  var distance: Double { count > 0 ? (squares / Double(count)).squareRoot() : 0 }

  /// Pearson's correlation; 0 where the numbers do not differ.
  var correlation: Double {
    let count = Double(count)
    let spread = (ownSquares - own * own / count) * (drawnSquares - drawn * drawn / count)
    guard spread > 0 else { return 0 }
    return (products - own * drawn / count) / spread.squareRoot()
  }

  /// The correlation in standard deviations of what chance gives, 1/√n.
  var score: Double { correlation * Double(count).squareRoot() }
}

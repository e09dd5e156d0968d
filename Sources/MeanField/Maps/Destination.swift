/// Where the mean square of an endlessly deep network ends.
package enum Destination: Hashable, Sendable {
  /// At the mean square it starts with, whatever that is: relu with σw² = 2.
  case keeps
  /// At 0.
  case vanishes
  /// At a fixed point above 0.
  case settles(FixedPoint)
  /// Nowhere: it grows without bound.
  case diverges
  /// Nowhere that can be said: a variance or the mean square is negative or undefined.
  case undefined
}

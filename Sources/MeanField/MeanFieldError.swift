/// What is refused.
package enum MeanFieldError: Error, Equatable, Sendable {
  /// No activation has this name.
  case unknownActivation(String)
  /// A slope is given to an activation that has none.
  case slopeNotTaken(String)
  /// The slope is not a finite number.
  case invalidSlope(String)
}

/// Why a call cannot be made; where PyTorch has words for it, they are PyTorch's.
package enum InitializerError: Error, Hashable, Sendable {
  /// No method has this name: what was given, and what may have been meant, as words of a scene.
  case unknownMethod(String, suggestions: [String])
  /// The method has no such parameter.
  case foreignParameter(Parameter, Method)
  /// No number: the parameter and what was given.
  case invalidNumber(String, String)
  /// An expression without a finite value, such as 1/0: the parameter and the expression.
  case undefinedNumber(String, String)
  /// No whole number: the parameter and what was given.
  case invalidCount(String, String)
  /// No shape.
  case invalidShape(String)
  /// An extent below 0.
  case negativeExtent(Int)
  /// More elements than can be counted.
  case shapeTooLarge(String)
  /// No seed.
  case invalidSeed(String)
  /// A name `calculate_gain` does not know.
  case unsupportedNonlinearity(String)
  /// A mode that is neither fan_in nor fan_out.
  case unsupportedMode(String)
  /// Fans of fewer than two dimensions.
  case tooFewDimensionsForFans
  /// Both fans are 0.
  case divisionByZero
  /// A slope whose square no double holds; `calculate_gain` raises Python's own error.
  case slopeTooLarge
  /// A distance from the mean whose square no double holds; `trunc_normal_` raises Python's error.
  case distanceTooLarge
  /// trunc_normal would draw the tensor more often than `Recipe.passLimit`, or without an end.
  case tooManyPasses(TruncatedNormal, passes: Double)
  /// LAPACK has failed to factorize what a method draws, and why.
  case cannotFactorize(Method, reason: String)
  /// An end of a uniform range that no float32 holds: `from` or `to`.
  case outOfBoundsForFloat(String)
  /// A uniform range upside down.
  case emptyRange(from: Double, to: Double)
  /// A uniform range wider than float32.
  case rangeTooWide(from: Double, to: Double)
  /// eye or sparse on other than two dimensions.
  case needsTwoDimensions
  /// dirac on other than three to five dimensions.
  case needsThreeToFiveDimensions
  /// dirac's first dimension is no multiple of its groups.
  case indivisibleByGroups
  /// dirac with no groups.
  case noGroups
  /// orthogonal under two dimensions.
  case needsTwoOrMoreDimensions
  /// A number that is not finite where Python needs a whole one: sparsity times rows.
  case notFinite(Parameter, Double)
  /// A method that needs the whole tensor, on one that is too large: the bytes it would take.
  case needsMemory(Method, bytes: Int)
  /// constant's value is finite but larger than any float32.
  case valueOverflow
  /// A standard deviation below 0.
  case negativeStd(Double)
}

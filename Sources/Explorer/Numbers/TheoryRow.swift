internal import Measurements

/// One quantity beside what theory says of it.
struct TheoryRow: NumberRow {
  let name: String
  var theory: Double?
  let sample: Double
  var z: Double?
  /// Whether `theory` is the median of what chance gives.
  var isMedian = false
  /// Whether an exact promise is kept; nil where none was made.
  var verdict: StructureFact.Verdict?
  /// Whether its ratio to another one says something: a size, not a share.
  var isScale = true
  let importance: Int

  /// The row of a comparison; NaN stands for what A has not.
  func compared(with a: TheoryRow?) -> ComparedNumbers.Row {
    ComparedNumbers.Row(
      name: name, a: a?.sample ?? .nan, b: sample, isTheory: false, isScale: isScale,
      importance: importance)
  }
}

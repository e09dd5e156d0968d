/// A run of neighbouring floats that may hold the greatest distance of Fₙ from F.
///
/// With C values before it and C′ up to its end, and F at f just before it and f′ at its end,
/// |Fₙ − F| inside is at most max(C′/n − f, f′ − C/n), because both rise.
struct Candidate {
  /// The number of values before it.
  var before: Int
  /// The number of values in it.
  var count: Int
  /// F at the greatest float before it.
  var left: Double
  /// F at its greatest float.
  var right: Double
  /// The places of its least and its greatest float.
  var low: Int32
  var high: Int32
  /// The most that |Fₙ − F| can be in it.
  var bound: Double

  /// The number of floats less one.
  var span: Int { Int(high) - Int(low) }

  /// How many places wide, as a power of two, parts are if no more than `most` are to be made.
  func shift(most: Int) -> Int {
    var shift = 0
    while span >> shift >= max(most, 1) { shift += 1 }
    return shift
  }
}

/// Near misses: the known name that the user meant.
enum Spelling {
  /// The name nearest to a text, if it is near enough to suggest.
  static func nearest<Name: RawRepresentable<String>>(
    to text: String, among names: [Name]
  ) -> String? {
    let ranked = names.map { ($0.rawValue, distance(text, $0.rawValue)) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(2, text.count / 3) ? best.0 : nil
  }

  // Levenshtein's distance, row by row.
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let substituted = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}

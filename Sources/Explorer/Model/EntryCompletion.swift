/// What the word before the cursor may become, while Tab goes through it.
struct EntryCompletion: Equatable, Sendable {
  /// What it may become.
  let candidates: [String]
  /// Where the word begins, in characters.
  let start: Int
  /// The one that stands in the text; nil while it is only as far as all agree.
  private(set) var chosen: Int?

  /// Finds nothing to go through where there are no candidates.
  init?(_ candidates: [String], from start: Int, chosen: Int? = nil) {
    guard !candidates.isEmpty else { return nil }
    (self.candidates, self.start, self.chosen) = (candidates, start, chosen)
  }

  /// What all candidates begin with.
  var commonPrefix: String {
    let first = candidates.first ?? ""
    return candidates.dropFirst().reduce(first) { prefix, candidate in
      String(zip(prefix, candidate).prefix { $0 == $1 }.map(\.0))
    }
  }

  /// Goes to the next candidate or the one before, round and round.
  mutating func advance(by distance: Int) -> String {
    let next = chosen.map { $0 + distance } ?? (distance > 0 ? 0 : candidates.count - 1)
    let index = (next + candidates.count) % candidates.count
    chosen = index
    return candidates[index]
  }
}

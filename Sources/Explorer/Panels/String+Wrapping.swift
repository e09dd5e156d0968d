internal import Screen

extension String {
  /// The text in lines of at most `columns`, broken before one of the given characters where it
  /// can be, else before one of the second best, and anywhere where neither is to be had.
  package func wrapped(
    to columns: Int, at breaks: Set<Character>, or secondBest: Set<Character> = []
  ) -> [String] {
    guard columns > 0 else { return [] }
    var lines: [String] = []
    var line: [Character] = []
    var width = 0
    var (lastBreak, lastSecondBest) = (0, 0)
    for character in self {
      let characterWidth = TextWidth.columns(of: String(character))
      if width + characterWidth > columns {
        let cut = lastBreak > 0 ? lastBreak : lastSecondBest > 0 ? lastSecondBest : line.count
        lines.append(String(line[..<cut]))
        line = Array(line[cut...].drop { $0 == " " })
        width = TextWidth.columns(of: String(line))
        // What is left may have breaks of its own.
        lastSecondBest = line.lastIndex { secondBest.contains($0) } ?? 0
        lastBreak = line.lastIndex { breaks.contains($0) } ?? 0
      }
      if secondBest.contains(character) && !line.isEmpty { lastSecondBest = line.count }
      if breaks.contains(character) && !line.isEmpty { lastBreak = line.count }
      line.append(character)
      width += characterWidth
    }
    return lines + (line.isEmpty ? [] : [String(line)])
  }
  /// The same with all lines but the first indented; where hardly a word would fit beside it, an
  /// indent does more harm than good.
  func wrapped(
    to columns: Int, at breaks: Set<Character>, or secondBest: Set<Character> = [], indent: Int
  ) -> [String] {
    let whole = wrapped(to: columns, at: breaks, or: secondBest)
    guard indent > 0, columns >= 2 * indent, let first = whole.first, whole.count > 1 else {
      return whole
    }
    let rest = String(dropFirst(first.count).drop { $0 == " " })
    return [first]
      + rest.wrapped(to: columns - indent, at: breaks, or: secondBest).map {
        String(repeating: " ", count: indent) + $0
      }
  }
}

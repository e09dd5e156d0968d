internal import Screen

extension String {
  /// The text in lines of at most `columns`, broken before one of the given characters where it
  /// can be and anywhere where it cannot.
  func wrapped(to columns: Int, at breaks: Set<Character>) -> [String] {
    guard columns > 0 else { return [] }
    var lines: [String] = []
    var line: [Character] = []
    var width = 0
    var lastBreak = 0
    for character in self {
      let characterWidth = TextWidth.columns(of: String(character))
      if width + characterWidth > columns {
        let cut = lastBreak > 0 ? lastBreak : line.count
        lines.append(String(line[..<cut]))
        line = Array(line[cut...].drop { $0 == " " })
        width = TextWidth.columns(of: String(line))
        lastBreak = 0
      }
      if breaks.contains(character) && !line.isEmpty { lastBreak = line.count }
      line.append(character)
      width += characterWidth
    }
    return lines + (line.isEmpty ? [] : [String(line)])
  }
}

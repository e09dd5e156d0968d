extension String {
  /// The most bytes of a line that is read as one, at a prompt or in a file; no scene needs more.
  package static let longestCommandLine = 4096

  /// The words of a command line: blanks separate them, quotes of either kind keep them together.
  package var commandLineWords: [String] { placedCommandLineWords.map(\.word) }

  /// The same with the columns they begin in, in characters from 1.
  package var placedCommandLineWords: [(word: String, column: Int)] {
    var words: [(word: String, column: Int)] = []
    var word: String?
    var start = 1
    var quote: Character?
    for (column, character) in zip(1..., self) {
      if word == nil && quote == nil { start = column }
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let finished = word { words.append((finished, start)) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [($0, start)] } ?? [])
  }

  /// The word as a shell takes it: in quotes if it holds parentheses, stars or the like.
  package var quotedForShell: String {
    let isPlain =
      !isEmpty
      && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || "_.,:+-/".contains($0) }
    return isPlain ? self : quoted
  }

  /// The word as `commandLineWords` takes it: in quotes only where it is empty or holds blanks or
  /// quotes, and then also as a shell takes it.
  package var quotedForLine: String {
    let isPlain = !isEmpty && !contains { $0.isWhitespace || $0 == "'" || $0 == "\"" }
    return isPlain ? self : quoted
  }

  // Quotes are put in quotes of the other kind.
  private var quoted: String {
    split(separator: "'", omittingEmptySubsequences: false)
      .map { "'\($0)'" }.joined(separator: "\"'\"")
  }

  /// What follows the last dot of a file's name, which may begin with a dot; nil where nothing does.
  package var fileEnding: Substring? {
    let name = split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...]
    return ending.isEmpty ? nil : ending
  }
}

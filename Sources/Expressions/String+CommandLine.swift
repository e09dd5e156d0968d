extension String {
  /// The most bytes of a line that is read as one, at a prompt or in a file; no scene needs more.
  package static let longestCommandLine = 4096

  /// The words of a command line: blanks separate them, quotes of either kind keep them together.
  package var commandLineWords: [String] { placedCommandLineWords.map(\.word) }

  /// The same with the columns they begin in, in characters from 1.
  package var placedCommandLineWords: [(word: String, column: Int)] {
    let scan = CommandLineScan(self)
    let last = scan.isInside ? [(scan.word, scan.start + 1)] : []
    return scan.finished.map { ($0.word, $0.start + 1) } + last
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
    let isPlain =
      !isEmpty
      && !unicodeScalars.contains { $0.properties.isWhitespace || $0 == "'" || $0 == "\"" }
    return isPlain ? self : quoted
  }

  // Quotes are put in quotes of the other kind.
  private var quoted: String {
    unicodeScalars.split(separator: "'", omittingEmptySubsequences: false)
      .map { "'\(String($0))'" }.joined(separator: "\"'\"")
  }
}

/// A command line read to its end, whose last word may still be being typed.
///
/// Blanks and quotes are scalars, as for a shell: an accent that follows a quote belongs to the word.
package struct CommandLineScan {
  /// The words that a blank follows, with where they begin, in characters from 0.
  package private(set) var finished: [(word: String, start: Int)] = []
  /// The last word, empty after a blank.
  package private(set) var word = ""
  /// Where it begins, in characters from 0.
  package private(set) var start = 0
  /// Whether the line ends inside a word.
  package private(set) var isInside = false
  /// Where the text in a quote that is still open begins, in characters from 0.
  package private(set) var openQuote: Int?

  /// Reads a line.
  package init(_ line: String) {
    var quote: Unicode.Scalar?
    for (position, character) in line.enumerated() {
      for scalar in character.unicodeScalars {
        if quote == nil && scalar.properties.isWhitespace {
          if isInside { finished.append((word, start)) }
          (word, start, isInside) = ("", position + 1, false)
          continue
        }
        if !isInside { (start, isInside) = (position, true) }
        if scalar == quote {
          (quote, openQuote) = (nil, nil)
        } else if quote == nil && (scalar == "'" || scalar == "\"") {
          (quote, openQuote) = (scalar, position + 1)
        } else {
          word.unicodeScalars.append(scalar)
        }
      }
    }
  }
}

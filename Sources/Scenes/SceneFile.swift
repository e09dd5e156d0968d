private import Expressions
private import WeightFiles
package import Words

/// A file of scenes to step through, a scene a line.
///
/// `#` begins a comment, blank lines say nothing, and a line without a method changes the scene before it,
/// as at the `:` prompt:
///
///     xavier_normal --view propagation      # the signal vanishes
///     --pin "xavier_normal"
///     kaiming_normal --nonlinearity relu --view propagation
package struct SceneFile: Hashable, Sendable {
  /// The scenes, at least one.
  package let scenes: [Scene]

  /// Parses a file's text, UTF-8 with any of the usual line ends.
  ///
  /// - Throws: `SceneFileError`, with the line and the column of what is wrong.
  package init(parsing bytes: [UInt8]) throws(SceneFileError) {
    var scenes: [Scene] = []
    for (number, row) in zip(1..., bytes.textLines) {
      do throws(SceneLineError) {
        guard let scene = try Self.scene(row, after: scenes.last ?? .first) else { continue }
        scenes.append(scene)
      } catch {
        throw .line(number, column: error.column, error.problem)
      }
    }
    guard !scenes.isEmpty else { throw .noScenes }
    self.scenes = scenes
  }

  /// A line's scene; nil for a line that says nothing.
  private static func scene(
    _ row: ArraySlice<UInt8>, after last: Scene
  ) throws(SceneLineError) -> Scene? {
    guard row.count <= Scene.longestLine else {
      throw SceneLineError(column: 1, problem: SceneError.tooLong(row.count).phrase)
    }
    guard let line = String(validating: row, as: UTF8.self) else {
      let shown = String(decoding: row, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
      throw SceneLineError(column: shown.count + 1, problem: Phrase("error.recipe.not-text"))
    }
    if let control = line.unicodeScalars.firstIndex(where: \.steersTerminals) {
      throw SceneLineError(
        column: line.unicodeScalars[..<control].count + 1,
        problem: ModelRecipeError.Problem.controlCharacter(line.unicodeScalars[control].value)
          .phrase)
    }
    return try Scene.scene(of: line, after: last)
  }
}

extension Scene {
  // Each try parses the line's beginning anew; no scene has so many words.
  private static let mostTries = 100

  /// The scene of a line, which changes the one before it unless it names a method; nil for a line that
  /// says nothing, or has only a comment.
  ///
  /// - Throws: `SceneLineError`, with the column of the word that is wrong.
  package static func scene(
    of line: String, after last: Scene
  ) throws(SceneLineError) -> Scene? {
    let words = line.placedCommandLineWords.prefix { !$0.word.hasPrefix("#") }
    guard !words.isEmpty else { return nil }
    func parse(_ count: Int) throws(SceneError) -> Scene {
      try Scene(words: words.prefix(count).map(\.word), changing: last)
    }
    do {
      return try parse(words.count)
    } catch {
      // The first word with which the line is as wrong as it is in the end.
      let culprit = (1..<min(words.count, Self.mostTries)).first { count in
        do throws(SceneError) {
          _ = try parse(count)
          return false
        } catch let other {
          return other == error
        }
      }
      throw SceneLineError(
        column: words[(culprit ?? words.count) - 1].column, problem: error.phrase)
    }
  }

}

/// Why a line is no scene.
package struct SceneLineError: Error, Hashable, Sendable {
  /// Where, in characters from 1.
  package let column: Int
  /// The sentence.
  package let problem: Phrase
}

/// Why a text is no file of scenes.
package enum SceneFileError: Error, Hashable, Sendable, Worded {
  /// No line holds a scene.
  case noScenes
  /// A line is wrong at a column, both counted from 1.
  case line(Int, column: Int, Phrase)

  /// The sentence a user reads.
  package var phrase: Phrase {
    switch self {
    case .noScenes: Phrase("error.scenes.none")
    case .line(let line, let column, let problem):
      Phrase(
        "error.scenes.line",
        ["line": "\(line)", "column": "\(column)", "problem": .phrase(problem)])
    }
  }
}

extension [UInt8] {
  /// The lines of a text without their ends; a byte order mark at the start is passed over.
  package var textLines: [ArraySlice<UInt8>] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = starts(with: mark) ? dropFirst(mark.count) : self[...]
    return text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { row in
      row.last == UInt8(ascii: "\r") ? row.dropLast() : row
    }
  }
}

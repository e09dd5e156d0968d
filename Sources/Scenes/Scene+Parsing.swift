private import ArgumentParser
private import Expressions
package import Initializers
package import Statistics
package import Words

extension Scene {
  /// Parses a scene's line.
  ///
  /// - Parameters:
  ///   - line: words separated by blanks, quoted as in a shell where they hold blanks; a leading
  ///     `initscope` is passed over.
  ///   - present: the scene that a line without a method changes.
  ///   - keepsView: whether a line with a method, too, keeps the view, the panel, the bins and the
  ///     pinned tensor that it does not name, as someone who types at a prompt expects.
  ///   - use: who reads the line.
  package init(
    parsing line: String, changing present: Scene = .first, keepsView: Bool = false,
    for use: SceneUse = .explorer
  ) throws(SceneError) {
    guard line.utf8.count <= Self.longestLine else { throw .tooLong(line.utf8.count) }
    try self.init(words: line.commandLineWords, changing: present, keepsView: keepsView, for: use)
  }

  /// Parses a line's words.
  init(
    words: [String], changing present: Scene, keepsView: Bool = false, for use: SceneUse = .explorer
  ) throws(SceneError) {
    do {
      self = try SceneArguments.parse(words.first == "initscope" ? Array(words.dropFirst()) : words)
        .scene(for: use, changing: present, keepsView: keepsView)
    } catch {
      throw SceneError(error)
    }
  }

  /// Whether a line says the seed itself.
  package static func saysSeed(_ line: String) -> Bool {
    guard line.utf8.count <= longestLine else { return false }
    let words = line.commandLineWords
    let own = words.first == "initscope" ? Array(words.dropFirst()) : words
    guard let typed = try? SceneArguments.parse(own) else { return false }
    let arguments = (try? typed.quotedWords()) ?? typed
    return arguments.tensor.seed != nil
  }

  /// The most bytes of a line; no scene needs more.
  package static var longestLine: Int { String.longestCommandLine }

  /// What should be known of the names that a line uses, a sentence each.
  package static func notes(on line: String) -> [Phrase] {
    guard line.utf8.count <= longestLine else { return [] }
    return line.commandLineWords.compactMap(Method.note)
  }
}

extension Tensor {
  /// Parses the words of a tensor, as a scene's line has them.
  package init(parsing line: String) throws(SceneError) {
    self = try Scene(parsing: line).tensor
  }
}

extension BinChoice {
  /// Parses a word of the command line.
  package init(parsing text: String) throws(SceneError) {
    if let rule = BinRule(rawValue: text) {
      self = .rule(rule)
    } else if text == "columns" {
      self = .columns
    } else if let count = Int(evaluating: text), (1...Self.mostBins).contains(count) {
      self = .count(count)
    } else {
      throw .unknownBins(text)
    }
  }
}

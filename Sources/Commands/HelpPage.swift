private import ArgumentParser
private import Explorer
private import Screen
private import Terminal
internal import Words

/// The parser's help for a command in the language that is spoken.
///
/// The parser has headings of its own, in English, and breaks lines at blanks, which Chinese has none
/// of. Another language takes its page with every line whole and says and breaks it anew.
enum HelpPage {
  /// The page that a request for help asks for; other answers, such as a version, stay what they are.
  static func text(answering request: any Error) -> String {
    let text = Initscope.fullMessage(for: request)
    guard Language.spoken != .english,
      Catalogue.english.parts(of: text, saidBy: "parser.help.overview") != nil
    else { return text }
    let whole = Initscope.fullMessage(for: request, columns: 100_000)
    return said(whole, columns: TerminalSession.window?.columns ?? 80, in: .spoken)
  }

  /// Says an English page whose lines are whole in another language.
  static func said(_ page: String, columns: Int, in words: Catalogue) -> String {
    page.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      lines(String(line), columns: columns, in: words)
    }.joined(separator: "\n")
  }

  // Where the parser's explanations begin, under each other.
  private static let labelColumns = 26

  private static func lines(_ line: String, columns: Int, in words: Catalogue) -> [String] {
    func said(_ text: String) -> String { Self.said(text, in: words) }
    if Catalogue.english.parts(of: line, saidBy: "parser.help.usage") != nil { return [said(line)] }
    guard line.hasPrefix(" ") else { return broken(said(line), columns) }
    let blanks = String(repeating: " ", count: labelColumns)
    let label = line.prefix(labelColumns)
    guard line.count > labelColumns, label.hasSuffix(" ") else {
      // A label alone, a line of a usage, or a hint at more help.
      return ["  " + said(String(line.drop { $0 == " " }))]
    }
    let name = label.split(separator: " ").joined(separator: " ")
    let head = name.isEmpty ? blanks : "  " + said(name)
    let text = broken(
      said(String(line.dropFirst(labelColumns))), max(20, columns - labelColumns))
    return text.enumerated().map { index, part in
      (index == 0 ? head.padding(to: labelColumns) : blanks) + part
    }
  }

  private static func broken(_ text: String, _ columns: Int) -> [String] {
    text.isEmpty ? [""] : text.wrapped(to: columns, at: [" "])
  }

  private static func said(_ text: String, in words: Catalogue) -> String {
    for name in parserPhrases {
      guard let parts = Catalogue.english.parts(of: text, saidBy: "parser.help.\(name)") else {
        continue
      }
      return words(Phrase("parser.help.\(name)", parts.mapValues { .text($0) }))
    }
    return text
  }

  // The last is that of any title.
  private static let parserPhrases = [
    "overview", "usage", "arguments", "options", "subcommands", "see", "version", "help",
    "of-command", "default", "values", "is-default", "title",
  ]
}

internal import ArgumentParser
private import FoundationEssentials
internal import Scenes
internal import Terminal
internal import Words

/// The option for the language of what is said, which every command takes.
struct LanguageArguments: ParsableArguments {
  @Option(
    help: .said(
      Phrase("help.lang", ["names": .alternatives(Language.allCases.map(\.rawValue))])),
    transform: Choice.spoken { text in
      guard let language = Language(named: text) else {
        throw OptionError.unknownName(text, accepted: Language.allCases.map(\.rawValue))
      }
      return language
    })
  var lang: Language?
}

extension Language {
  /// The language of a process: the one asked for, else its locale's.
  ///
  /// It is known before the arguments are parsed, for a wrong one is answered in it.
  static func decided(by arguments: [String]) -> Language {
    if let asked = asked(of: arguments) { return asked }
    let language = Language(environment: ProcessInfo.processInfo.environment)
    // A locale that shows nothing but ASCII shows nothing but English.
    return language == .english || Terminal.Locale.adopt().isUTF8 ? language : .english
  }

  // The last one counts, as the parser has it; what it refuses does not.
  private static func asked(of arguments: [String]) -> Language? {
    let options = arguments.prefix { $0 != "--" }
    let values = options.indices.compactMap { index -> Substring? in
      let argument = options[index]
      if argument.hasPrefix("--lang=") { return argument.dropFirst("--lang=".count) }
      guard index > options.startIndex, options[index - 1] == "--lang" else { return nil }
      return argument[...]
    }
    return values.lazy.compactMap { Language(named: String($0)) }.last
  }
}

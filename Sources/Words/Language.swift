/// A language that the program speaks, by its tag (BCP 47).
package enum Language: String, CaseIterable, Sendable {
  /// English, which the other catalogues are translations of.
  case english = "en"
  /// Chinese in simplified characters.
  case simplifiedChinese = "zh-Hans"

  /// The language that the command line is answered in, which the process decides before anything is
  /// said.
  ///
  /// It reaches help texts, too, which are made before there is anyone to hand them a catalogue;
  /// what is shown or computed gets its catalogue handed in.
  @TaskLocal package static var spoken = Language.english

  /// What is said in it, read when it is first needed: a start waits for every line.
  package var catalogue: Catalogue {
    switch self {
    case .english: .english
    case .simplifiedChinese: .simplifiedChinese
    }
  }

  /// The language of a tag or of a locale's name: `zh-Hans`, `zh`, `zh_CN.UTF-8`; nil for one that is
  /// not spoken.
  ///
  /// Chinese that is said to be of Taiwan, Hong Kong or Macau is written in traditional characters,
  /// which there is no catalogue of; to many who read them English is no further away than
  /// simplified ones.
  package init?(named name: String) {
    let tag = name.prefix { $0 != "." && $0 != "@" }.lowercased()
    let parts = tag.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    let traditional: Set<Substring> = ["hant", "tw", "hk", "mo"]
    switch parts.first {
    case "en": self = .english
    case "zh" where parts.contains("hans"): self = .simplifiedChinese
    case "zh" where traditional.isDisjoint(with: parts): self = .simplifiedChinese
    default: return nil
    }
  }

  /// The language of an environment's locale, as its first variable that is set and not empty names it
  /// (POSIX, 8.2); English where it is not spoken.
  package init(environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
    self = names.first { !$0.isEmpty }.flatMap(Language.init(named:)) ?? .english
  }
}

extension Catalogue {
  /// What is said in the language that the command line is answered in.
  package static var spoken: Catalogue { Language.spoken.catalogue }
}

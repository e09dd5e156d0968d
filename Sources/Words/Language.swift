/// A language that the program speaks, by its tag (BCP 47).
package enum Language: String, CaseIterable, Sendable {
  /// English, which other catalogues are translations of.
  case english = "en"

  /// The language that the command line is answered in, which the process decides before anything is
  /// said. It reaches help texts, too, which are made before there is anyone to hand them a catalogue;
  /// what is shown or computed gets its catalogue handed in.
  @TaskLocal package static var spoken = Language.english

  /// What is said in it, read when it is first needed: a start waits for every line.
  package var catalogue: Catalogue {
    switch self {
    case .english: .english
    }
  }
}

extension Catalogue {
  /// What is said in the language that the command line is answered in.
  package static var spoken: Catalogue { Language.spoken.catalogue }
}

internal import Screen
internal import Words

/// A row of the table of keys that a lecture has besides the explorer's: those a presenter's clicker sends
/// among them.
///
/// The words are in the catalogue under the row's name: `lecture.key.on.footer` and `lecture.key.on.help`.
struct LectureKey: Sendable {
  /// The row's name in the catalogue.
  let name: String
  /// The keys as the user reads them.
  let signs: [String]
  /// The keys.
  let keys: [Key]
  /// What they do.
  let perform: @Sendable (inout Model) -> Void

  private init(
    _ name: String, _ signs: [String], _ keys: Key...,
    perform: @escaping @Sendable (inout Model) -> Void
  ) {
    (self.name, self.signs, self.keys, self.perform) = (name, signs, keys, perform)
  }

  /// The keys as the help has them.
  var keyText: String { signs.joined(separator: " ") }

  /// What the footer says of them.
  var footer: Phrase { Phrase("lecture.key.\(name).footer") }

  /// What the help says of them.
  var help: Phrase { Phrase("lecture.key.\(name).help") }

  /// All rows.
  static let table: [LectureKey] = [
    LectureKey(
      "on", ["PgDn", "space", "n"], .pageDown, .character(" "), .character("n"),
      perform: { $0.goOnLecturing() }),
    LectureKey(
      "back", ["PgUp", "p"], .pageUp, .character("p"), perform: { $0.goBackLecturing() }),
    LectureKey("index", ["i"], .character("i"), perform: { $0.openIndex() }),
    LectureKey(
      "blank", [".", "b"], .character("."), .character("b"),
      perform: { $0.lecturing?.isBlank = true }),
    LectureKey(
      "played", ["'"], .character("'"), perform: { $0.takeUpPlayed() }),
    LectureKey(
      "start", ["F5"], .function(5), perform: { $0.goToLectureStep(0) }),
  ]

  /// What the help says while a lecture is given: its own keys, those of the explorer that leave it as it
  /// is, and what all others do.
  static var help: [(keyText: String, help: Phrase)] {
    table.map { ($0.keyText, $0.help) } + [("…", Phrase("lecture.key.others.help"))]
      + Binding.table.filter { ["glyphs", "theme", "keys", "quit"].contains($0.name) }
      .map { ($0.keyText, $0.help) }
  }

  /// The keys that bring the lecture back from the live program.
  static let bringingBack: Set<Key> = [.pageDown, .pageUp, .function(5)]

  /// What a key does in a lecture.
  static func of(_ key: Key) -> LectureKey? { table.first { $0.keys.contains(key) } }
}

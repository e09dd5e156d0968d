internal import ArgumentParser
internal import Explorer
private import Glibc
internal import Lectures
internal import Resources
internal import Scenes
internal import Words

/// `lecture`: gives a lecture, lists those there are, checks one.
struct LectureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lecture",
    abstract: Catalogue.spoken(Phrase("help.lecture.abstract")),
    discussion: Catalogue.spoken(Phrase("help.lecture.discussion")),
    subcommands: [Give.self, List.self, Check.self, Export.self],
    defaultSubcommand: Give.self)

  /// Gives a lecture in the explorer.
  struct Give: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "give", abstract: Catalogue.spoken(Phrase("help.lecture.give")))

    @Argument(help: .said(Phrase("help.lecture.name"))) var name: String?

    @OptionGroup(title: .said(Phrase("help.group.look"))) var look: LookArguments

    @OptionGroup var language: LanguageArguments

    @Flag(help: .said(Phrase("help.lecture.auto"))) var auto = false

    @Option(help: .said(Phrase("help.lecture.record"))) var record: String?

    @Flag(help: .said(Phrase("help.lecture.notes"))) var notes = false

    mutating func run() throws {
      if notes {
        if auto { throw LectureWordsError.besideNotes("--auto") }
        if record != nil { throw LectureWordsError.besideNotes("--record") }
        return try LectureNotes.run(
          name, id: try name.map { try LectureFile.read($0).id }, look: look)
      }
      guard let name else { throw LectureWordsError.noName }
      let opened = try OpenedLecture(name)
      let lecture = opened.lecture
      // Before the hall sees anything.
      let recording = try record.map { try Recording($0, title: lecture.title) }
      let given = LectureGiven(
        opened: opened, isAutomatic: auto,
        watch: try LectureFile.isEmbedded(name) || name == "-" ? nil : LectureWatch(name),
        recording: recording)
      let outcome = Result { try Explore.run(.first, look: look, lecture: given) }
      try recording?.end()
      try outcome.get()
    }
  }

  /// Lists the lectures that the program has.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: Catalogue.spoken(Phrase("help.lecture.list")))

    @OptionGroup var language: LanguageArguments

    mutating func run() throws {
      let heads = try LectureFile.embedded().map(\.head)
      let width = heads.map { $0.id?.count ?? 0 }.max() ?? 0
      let lines = heads.map { head in
        let id = head.id ?? ""
        let minutes = head.minutes.map {
          "  " + Catalogue.spoken(Phrase("lecture.clock", ["minutes": "\($0)"]))
        }
        return id + String(repeating: " ", count: width - id.count)
          + "  \(head.language ?? "")  \(head.title ?? "")\(minutes ?? "")\n"
      }
      try OutputFile.write(lines.joined(), to: "-")
    }
  }

  /// Writes a lecture to hand out.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: Catalogue.spoken(Phrase("help.lecture.export")))

    @Argument(help: .said(Phrase("help.lecture.name"))) var name: String

    @Option(name: .shortAndLong, help: .said(Phrase("help.lecture.folder"))) var output: String?

    @OptionGroup var language: LanguageArguments

    mutating func run() throws {
      let opened = try OpenedLecture(name)
      try LectureExport(opened, words: .spoken).write(into: output ?? opened.lecture.id)
    }
  }

  /// Goes through lectures and tells what is wrong.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: Catalogue.spoken(Phrase("help.lecture.check")))

    @Argument(help: .said(Phrase("help.lecture.names"))) var names: [String] = []

    @OptionGroup var language: LanguageArguments

    mutating func run() throws {
      var hasFaults = false
      let all = try names.isEmpty ? OpenedLecture.embedded() : names.map { try OpenedLecture($0) }
      for opened in all {
        let lecture = opened.lecture
        // It is given in its own language.
        let faults = lecture.faults(
          in: Language(rawValue: lecture.language)?.catalogue ?? .spoken, files: opened.files)
        hasFaults = hasFaults || !faults.isEmpty
        let places: [String: Phrase.Part] = [
          "name": .text("\(lecture.id) (\(lecture.language))"),
          "steps": "\(lecture.steps.count)",
          "claims": "\(lecture.steps.reduce(0) { $0 + $1.claims.count })",
          "faults": "\(faults.count)",
        ]
        let summary =
          faults.isEmpty ? Phrase("lecture.checked", places) : Phrase("lecture.faulty", places)
        let lines =
          [summary] + faults.map { Phrase("lecture.fault", ["fault": .phrase($0.phrase)]) }
        try OutputFile.write(
          lines.map { Catalogue.spoken($0) + "\n" }.joined(), to: "-")
      }
      if hasFaults { throw ExitCode.failure }
    }
  }
}

/// Words that do not say which lecture is given, or say too much.
enum LectureWordsError: Error, Hashable, Worded {
  /// No lecture is named.
  case noName
  /// No lecture has the name, nor has a file.
  case unknownName(String)
  /// An option that notes have no use for.
  case besideNotes(String)

  var phrase: Phrase {
    switch self {
    case .noName: Phrase("error.lecture.no-name-given")
    case .unknownName(let name): Phrase("error.lecture.no-such-name", ["name": .text(name)])
    case .besideNotes(let option):
      Phrase("error.lecture.beside-notes", ["option": .text(option)])
    }
  }
}

/// A lecture and how it is given.
struct LectureGiven {
  let opened: OpenedLecture
  let isAutomatic: Bool
  let watch: LectureWatch?
  let recording: Recording?
}

/// Where lectures come from: the program itself, by name, or a file.
enum LectureFile {
  /// The lectures that the program has, in the language that is spoken where they are in it; no more of
  /// each is read than its head.
  static func embedded() throws -> [(head: LectureHead, text: [UInt8])] {
    let all = try Texts.lectures.map { (head: try LectureHead(parsing: $0), text: $0) }
    var ids: [String?] = []
    for lecture in all where !ids.contains(lecture.head.id) { ids.append(lecture.head.id) }
    let spoken = Language.spoken.rawValue
    return ids.compactMap { id in
      all.first { $0.head.id == id && $0.head.language == spoken }
        ?? all.first { $0.head.id == id }
    }
  }

  /// The lecture of a name, or in a file.
  ///
  /// - Throws: `InputFileError`, with line, column and place of what is wrong; `LectureWordsError` for
  ///   a word that is neither.
  static func read(_ name: String) throws -> Lecture {
    if let known = try embedded().first(where: { $0.head.id == name }) {
      return try parse(known.text, of: name)
    }
    let isWord = !name.contains { $0 == "/" || $0 == "." } && name != "-"
    guard !isWord || access(name, F_OK) == 0 else { throw LectureWordsError.unknownName(name) }
    return try parse(try InputFile.bytes(of: name), of: name)
  }

  /// Whether the program has a lecture of that name.
  static func isEmbedded(_ name: String) throws -> Bool {
    try embedded().contains { $0.head.id == name }
  }

  /// Parses what a name stands for.
  ///
  /// - Throws: `InputFileError`.
  static func parse(_ bytes: [UInt8], of name: String) throws -> Lecture {
    do {
      return try Lecture(parsing: bytes)
    } catch {
      throw InputFileError.invalid(name, error.phrase)
    }
  }
}

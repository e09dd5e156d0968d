internal import ArgumentParser
internal import Explorer
internal import Lectures
internal import Resources
internal import Scenes
internal import Words

/// `lecture`: gives a lecture, lists those there are, checks one.
struct LectureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lecture",
    abstract: Catalogue.english(Phrase("help.lecture.abstract")),
    discussion: Catalogue.english(Phrase("help.lecture.discussion")),
    subcommands: [Give.self, List.self, Check.self, Export.self],
    defaultSubcommand: Give.self)

  /// Gives a lecture in the explorer.
  struct Give: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "give", abstract: Catalogue.english(Phrase("help.lecture.give")))

    @Argument(help: .said(Phrase("help.lecture.name"))) var name: String

    @OptionGroup(title: "Look") var look: LookArguments

    @Flag(help: .said(Phrase("help.lecture.auto"))) var auto = false

    @Option(help: .said(Phrase("help.lecture.record"))) var record: String?

    mutating func run() throws {
      let lecture = try LectureFile.read(name)
      // Before the hall sees anything.
      if let record { _ = try OutputPlace(record) }
      let recording = record.map { _ in Recording(title: lecture.title) }
      let given = LectureGiven(
        lecture: lecture, isAutomatic: auto,
        watch: LectureFile.isEmbedded(name) || name == "-" ? nil : LectureWatch(name),
        recording: recording)
      do {
        try Explore.run(.first, look: look, lecture: given)
      } catch {
        if let record, let recording { try OutputFile.write(recording.text, to: record) }
        throw error
      }
      if let record, let recording { try OutputFile.write(recording.text, to: record) }
    }
  }

  /// Lists the lectures that the program has.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: Catalogue.english(Phrase("help.lecture.list")))

    mutating func run() throws {
      let lectures = try Texts.lectures.map { try LectureFile.parse(Array($0.utf8), of: "-") }
      let width = lectures.map(\.id.count).max() ?? 0
      let lines = lectures.map { lecture in
        let id = lecture.id + String(repeating: " ", count: width - lecture.id.count)
        let minutes = lecture.minutes.map {
          "  " + Catalogue.english(Phrase("lecture.clock", ["minutes": "\($0)"]))
        }
        return "\(id)  \(lecture.language)  \(lecture.title)\(minutes ?? "")\n"
      }
      try OutputFile.write(lines.joined(), to: "-")
    }
  }

  /// Writes a lecture to hand out.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: Catalogue.english(Phrase("help.lecture.export")))

    @Argument(help: .said(Phrase("help.lecture.name"))) var name: String

    @Option(name: .shortAndLong, help: .said(Phrase("help.lecture.folder"))) var output: String?

    mutating func run() throws {
      let lecture = try LectureFile.read(name)
      try LectureExport(lecture, words: .english).write(into: output ?? lecture.id)
    }
  }

  /// Goes through lectures and tells what is wrong.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: Catalogue.english(Phrase("help.lecture.check")))

    @Argument(help: .said(Phrase("help.lecture.names"))) var names: [String] = []

    mutating func run() throws {
      var hasFaults = false
      for name in names.isEmpty ? LectureFile.names : names {
        let lecture = try LectureFile.read(name)
        let faults = lecture.faults(in: look)
        hasFaults = hasFaults || !faults.isEmpty
        let claims = lecture.steps.reduce(0) { $0 + $1.claims.count }
        let summary = Phrase(
          faults.isEmpty ? "lecture.checked" : "lecture.faulty",
          [
            "name": .text(name), "steps": "\(lecture.steps.count)", "claims": "\(claims)",
            "faults": "\(faults.count)",
          ])
        let lines =
          [Catalogue.english(summary)] + faults.map { "  " + Catalogue.english($0.phrase) }
        try OutputFile.write(lines.joined(separator: "\n") + "\n", to: "-")
      }
      if hasFaults { throw ExitCode.failure }
    }

    private var look: Catalogue { .english }
  }
}

/// A lecture and how it is given.
struct LectureGiven {
  let lecture: Lecture
  let isAutomatic: Bool
  let watch: LectureWatch?
  let recording: Recording?
}

/// Where lectures come from: the program itself, by name, or a file.
enum LectureFile {
  /// The names of those that the program has.
  static var names: [String] {
    Texts.lectures.compactMap { text in
      let line = text.split(separator: "\n").first { $0.hasPrefix("id: ") }
      return line.map { String($0.dropFirst(4)) }
    }
  }

  /// Whether the program has a lecture of that name.
  static func isEmbedded(_ name: String) -> Bool { names.contains(name) }

  /// The lecture of a name, or in a file.
  ///
  /// - Throws: `InputFileError`, with line, column and place of what is wrong.
  static func read(_ name: String) throws -> Lecture {
    if let index = names.firstIndex(of: name) {
      return try parse(Array(Texts.lectures[index].utf8), of: name)
    }
    return try parse(try InputFile.bytes(of: name), of: name)
  }

  static func parse(_ bytes: [UInt8], of name: String) throws -> Lecture {
    do {
      return try Lecture(parsing: bytes)
    } catch {
      throw InputFileError.invalid(name, error.phrase)
    }
  }
}

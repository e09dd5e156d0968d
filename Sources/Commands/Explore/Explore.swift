internal import ArgumentParser
internal import Attribution
internal import Explorer
private import FoundationEssentials
internal import Scenes
internal import Screen
internal import Terminal
internal import Words

struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Catalogue.spoken(Phrase("help.explore.abstract")),
    discussion: Catalogue.spoken(Phrase("help.explore.discussion")))

  @OptionGroup var scene: SceneArguments

  @Option(help: .said(Phrase("help.explore.scenes"))) var scenes: String?

  @OptionGroup(title: .said(Phrase("help.group.look"))) var look: LookArguments

  @OptionGroup var language: LanguageArguments

  mutating func run() throws {
    let named = try scenes.map(steps) ?? [scene.scene(for: .explorer)]
    let (opened, files) = try FileShelf.opened(named, and: scene.tensor.files)
    try Self.run(
      opened.first ?? .first, steps: scenes == nil ? [] : opened, files: files,
      note: scene.notes.first, look: look)
  }

  /// Opens the explorer, or prints its first frame where there is no terminal.
  ///
  /// - Parameters:
  ///   - steps: the scenes of a file to step through.
  ///   - files: the files of tensors that are open.
  ///   - note: a sentence shown until the first key.
  ///   - given: the lecture to give.
  static func run(
    _ scene: Scene, steps: [Scene] = [], files: FileShelf = FileShelf(), note: Phrase? = nil,
    look: LookArguments, lecture given: LectureGiven? = nil
  ) throws {
    let locale = Terminal.Locale.adopt()
    let session: TerminalSession
    do throws(TerminalError) {
      try TerminalSession.checkForTerminal()
    } catch {
      return try printFrame(of: scene, files, look, locale, because: error)
    }
    // Before the terminal is opened: without threads there is nothing to show on it.
    let wakeUp = WakeUp()
    let workers = try ExplorerWorkers { wakeUp.signal() }
    let saver = Saver { wakeUp.signal() }
    do throws(TerminalError) {
      session = try TerminalSession()
    } catch {
      workers.stop()
      return try printFrame(of: scene, files, look, locale, because: error)
    }
    let capabilities = look.capabilities(terminalColors: session.colors.rawValue, locale: locale)
    // First of all: the answer comes while the first numbers are made.
    session.ask(capabilities.questions(isUTF8: locale.isUTF8))
    let (announcer, obstacle) = given == nil ? (nil, nil) : LectureAnnouncer.begin()
    let loop = ExplorerLoop(
      session: session, workers: workers, saver: saver, watch: given?.watch,
      recording: given?.recording, announcer: announcer)
    var model = Model(
      scene: scene, steps: steps, files: files, size: session.size, capabilities: capabilities,
      clipboard: Clipboard(environment: ProcessInfo.processInfo.environment),
      // What the terminal cannot show is not said, whoever asked for it.
      words: locale.isUTF8 ? .spoken : .english, note: note)
    if let given {
      model.begin(
        given.opened.lecture, files: given.opened.files, isAutomatic: given.isAutomatic,
        note: obstacle)
    }
    let signal = loop.run(model)
    announcer?.stop()
    workers.stop()
    saver.stop()
    session.end()
    if let signal { throw ExitCode(128 + signal) }
  }

  private func steps(_ path: String) throws -> [Scene] {
    if let word = scene.given.first { throw SceneBesideFileError(word: word) }
    let bytes = try InputFile.bytes(of: path)
    do {
      return try SceneFile(parsing: bytes).scenes
    } catch {
      throw InputFileError.invalid(path, error.phrase)
    }
  }

  // On a terminal as large as that, and the reason last, where it is seen; a pipe gets the frame as a
  // matter of course.
  private static func printFrame(
    of scene: Scene, _ files: FileShelf, _ look: LookArguments, _ locale: Terminal.Locale,
    because reason: TerminalError
  ) throws {
    let window = TerminalSession.window
    let least = Model.leastSize
    let lines = "initscope: \(Catalogue.spoken(reason.phrase))".wrapped(
      to: window?.columns ?? .max, at: [" "])
    // With a row for the prompt that follows.
    let size = window.map { window in
      Size(
        columns: max(window.columns, least.columns),
        rows: max(window.rows - lines.count - 1, least.rows))
    }
    let screen = Model(
      scene: scene, files: files, size: size ?? Size(columns: 100, rows: 30),
      capabilities: look.capabilities(terminalColors: 0, locale: locale), words: .spoken)
    try OutputFile.write(FrameFormat.text.bytes(of: screen), to: "-")
    if window != nil { for line in lines { StandardError.print(line) } }
  }
}

extension Capabilities {
  /// What the terminal alone knows.
  func questions(isUTF8: Bool) -> [TerminalQuestion] {
    let samples = isUTF8 ? GlyphSet.allCases.map(\.sample).filter { !$0.isEmpty } : []
    return samples.map { .columns(of: $0) } + (isThemeGuessed ? [.background] : [])
  }
}

/// A scene in words beside a file of scenes.
struct SceneBesideFileError: Error, Hashable, Worded {
  /// The first word of it.
  let word: String

  var phrase: Phrase { Phrase("error.scenes.beside", ["word": .text(word)]) }
}

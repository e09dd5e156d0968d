internal import ArgumentParser
private import Glibc
private import Memory
internal import Scenes
internal import Screen
internal import Words

/// The program as its command line: `initscope [SCENE]`, `show`, `describe`, `sample`, `propagate`, `gains`,
/// `methods`.
package enum CommandLineTool {
  /// Parses the arguments, carries them out and ends the process.
  ///
  /// Wrong input ends with a non-zero status and one line on standard error.
  package static func main(arguments: [String]) -> Never {
    Memory.prepare()
    // A reader that has gone and a file grown too large are errors, so that what is half-written can
    // be removed.
    let pipeAction = signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let arguments = withLanguageLast(Array(arguments.dropFirst()))
    Language.$spoken.withValue(.decided(by: arguments)) {
      answer(arguments, pipeAction)
    }
  }

  // A language that stands before the command is the command's.
  private static func withLanguageLast(_ arguments: [String]) -> [String] {
    guard let first = arguments.first else { return arguments }
    let count = first == "--lang" ? 2 : first.hasPrefix("--lang=") ? 1 : 0
    guard count > 0, arguments.count > count, !arguments.contains("--") else { return arguments }
    return Array(arguments[count...] + arguments[..<count])
  }

  private static func answer(_ arguments: [String], _ pipeAction: SignalAction?) -> Never {
    do {
      if let count = arguments.lazy.map(\.utf8.count).first(where: { $0 > longestArgument }) {
        throw OptionError.tooLong(count)
      }
      // Repaired, the name of a file would be another file's.
      guard areText(CommandLine.unsafeArgv) else { throw OptionError.notUTF8 }
      var command = try Initscope.parseAsRoot(arguments)
      try command.run()
      leave(EXIT_SUCCESS)
    } catch {
      let status = Initscope.exitCode(for: error)
      // Help and version are answers, not errors; they keep their layout.
      if status == .success { print(HelpPage.text(answering: error), pipeAction) }
      if case OutputError.closedPipe = error { leaveClosedPipe(pipeAction) }
      if let code = error as? ExitCode { leave(code.rawValue) }
      complain(error)
      leave(status.rawValue)
    }
  }

  /// The most bytes of an argument: a path is not longer, and no scene needs to be.
  static let longestArgument = Scene.longestLine

  private static func areText(
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  ) -> Bool {
    var next = arguments
    while let argument = next.pointee {
      guard String(validatingCString: argument) != nil else { return false }
      next += 1
    }
    return true
  }

  private static func print(_ text: String, _ pipeAction: SignalAction?) -> Never {
    do {
      try OutputFile.write(text + "\n", to: "-")
      leave(EXIT_SUCCESS)
    } catch {
      if case OutputError.closedPipe = error { leaveClosedPipe(pipeAction) }
      complain(error)
      leave(EXIT_FAILURE)
    }
  }

  // A reader that has seen enough, such as head, is nobody's fault: the shell learns of it as it does
  // from other programs. Where the parent has the signal ignored, this returns and a sentence says it.
  private static func leaveClosedPipe(_ action: SignalAction?) {
    signal(SIGPIPE, action)
    raise(SIGPIPE)
  }

  private typealias SignalAction = @convention(c) (Int32) -> Void

  private static func complain(_ error: any Error) {
    let phrase =
      (error as? any Worded)?.phrase ?? .ofParser(Initscope.message(for: error).onOneLine)
    StandardError.print("initscope: \(Catalogue.spoken(phrase).onOneLine)")
  }

  // Without the libraries' farewells: BLAS would wait for ever for a factorization that the
  // explorer has left to itself.
  private static func leave(_ status: Int32) -> Never {
    fflush(nil)
    _exit(status)
  }
}

struct Initscope: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "initscope",
    abstract: Catalogue.spoken(Phrase("help.initscope.abstract")),
    discussion: Catalogue.spoken(Phrase("help.initscope.discussion")),
    version: "0.1.0",
    subcommands: [
      Explore.self, Show.self, Describe.self, Sample.self, Propagate.self, GainsCommand.self,
      Methods.self, LayerCommand.self, CheckCommand.self, LectureCommand.self,
    ],
    defaultSubcommand: Explore.self)
}

extension String {
  /// The text with its line breaks made blanks.
  fileprivate var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}

/// What is said beside the output.
enum StandardError {
  /// Prints one line; what came from outside cannot steer the terminal.
  static func print(_ line: String) { write(line.withoutControlCharacters + "\n") }

  /// Writes text as it is.
  static func write(_ text: String) {
    var text = text
    // There is nowhere to say that this failed.
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

extension SceneWords {
  /// The scene the words describe; what should be known of their names is said beside the output.
  ///
  /// - Throws: what `scene(for:)` throws.
  func checkedScene(for use: SceneUse) throws -> Scene {
    let scene = try scene(for: use)
    for note in notes {
      StandardError.print(Catalogue.spoken(Phrase("said.note", ["sentence": .phrase(note)])))
    }
    return scene
  }
}

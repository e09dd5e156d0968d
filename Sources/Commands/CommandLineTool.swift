internal import ArgumentParser
private import Glibc
internal import Initializers
internal import Networks
private import Scenes
internal import Words

/// The program as its command line: `initscope [SCENE]`, `show`, `describe`, `sample`, `propagate`, `gains`,
/// `methods`.
package enum CommandLineTool {
  /// Parses the arguments, carries them out and ends the process.
  ///
  /// Wrong input ends with a non-zero status and one line on standard error.
  package static func main(arguments: [String]) -> Never {
    // A reader that has gone and a file grown too large are errors to report, not signals to die of.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      let arguments = Array(arguments.dropFirst())
      if let count = arguments.lazy.map(\.utf8.count).first(where: { $0 > longestArgument }) {
        throw OptionError.tooLong(count)
      }
      var command = try Initscope.parseAsRoot(arguments)
      try command.run()
      leave(EXIT_SUCCESS)
    } catch {
      let status = Initscope.exitCode(for: error)
      // Help and version are answers, not errors; they keep their layout.
      if status == .success { Initscope.exit(withError: error) }
      if let code = error as? ExitCode { leave(code.rawValue) }
      StandardError.print("initscope: \(Initscope.message(for: error).onOneLine)")
      leave(status.rawValue)
    }
  }

  /// The most bytes of an argument: a path is not longer, and no scene needs to be.
  static let longestArgument = Scene.longestLine

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
    abstract: Catalogue.english(Phrase("help.initscope.abstract")),
    discussion: Catalogue.english(Phrase("help.initscope.discussion")),
    version: "0.1.0",
    subcommands: [
      Explore.self, Show.self, Describe.self, Sample.self, Propagate.self, GainsCommand.self,
      Methods.self,
    ],
    defaultSubcommand: Explore.self)
}

extension String {
  /// The text with its line breaks made blanks.
  fileprivate var onOneLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

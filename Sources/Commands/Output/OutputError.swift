private import Glibc
internal import Words

/// Why output could not be written.
enum OutputError: Error, Hashable, Worded {
  /// The file cannot be made or written; `code` is errno.
  case cannotWrite(path: String, code: Int32)
  /// The reader of a pipe has gone.
  case closedPipe(path: String)
  /// Binary numbers would go to a terminal.
  case binaryToTerminal
  /// The ending of a file's name stands for no format.
  case unknownEnding(path: String, known: [String], formats: [String])

  var phrase: Phrase {
    switch self {
    case .cannotWrite(let path, let code):
      Phrase(
        "error.output.write",
        ["path": .phrase(Self.name(path)), "reason": .text(String(cString: strerror(code)))])
    case .closedPipe(let path):
      Phrase("error.output.closed", ["path": .phrase(Self.name(path))])
    case .binaryToTerminal: Phrase("error.output.binary")
    case .unknownEnding(let path, let known, let formats):
      Phrase(
        "error.output.ending",
        [
          "path": .phrase(Self.name(path)), "known": .text(known.joined(separator: ", ")),
          "formats": .text(formats.joined(separator: "|")),
        ])
    }
  }

  private static func name(_ path: String) -> Phrase {
    path == "-" ? Phrase("standard-output") : .verbatim("'\(path)'")
  }
}

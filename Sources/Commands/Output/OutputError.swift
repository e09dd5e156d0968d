private import Glibc

/// Why output could not be written.
enum OutputError: Error, Hashable, CustomStringConvertible {
  /// The file cannot be made or written; `code` is errno.
  case cannotWrite(path: String, code: Int32)
  /// The reader of a pipe has gone.
  case closedPipe(path: String)
  /// Binary numbers would go to a terminal.
  case binaryToTerminal
  /// The ending of a file's name stands for no format.
  case unknownEnding(path: String, known: [String], formats: [String])

  var description: String {
    switch self {
    case .cannotWrite(let path, let code):
      "cannot write \(Self.name(path)): \(String(cString: strerror(code)))"
    case .closedPipe(let path): "\(Self.name(path)) was closed before all was written"
    case .binaryToTerminal:
      "the weights are binary numbers, not for a terminal; give -o FILE, or -o - if you mean it"
    case .unknownEnding(let path, let known, let formats):
      "the ending of \(Self.name(path)) stands for no format; known are "
        + known.joined(separator: ", ") + ", and for any other name --format "
        + formats.joined(separator: "|")
    }
  }

  private static func name(_ path: String) -> String {
    path == "-" ? "standard output" : "'\(path)'"
  }
}

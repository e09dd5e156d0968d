private import Glibc

/// Why output could not be written.
enum OutputError: Error, Hashable, CustomStringConvertible {
  /// The file cannot be made or written; `code` is errno.
  case cannotWrite(path: String, code: Int32)
  /// The reader of a pipe has gone.
  case closedPipe
  /// Binary numbers would go to a terminal.
  case binaryToTerminal

  var description: String {
    switch self {
    case .cannotWrite(let path, let code):
      "cannot write \(path == "-" ? "standard output" : "'\(path)'"): "
        + String(cString: strerror(code))
    case .closedPipe: "standard output was closed before all was written"
    case .binaryToTerminal:
      "the weights are binary numbers, not for a terminal; give -o FILE, or -o - if you mean it"
    }
  }
}

private import Glibc
internal import Words

/// A small text file that a command reads whole.
enum InputFile {
  /// The most bytes that are read.
  static let largest = 1 << 24

  /// The file's bytes; `-` is standard input.
  ///
  /// - Throws: `InputFileError`.
  static func bytes(of path: String) throws(InputFileError) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(path, code: errno) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .cannotRead(path, code: errno)
      }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= largest else { throw .tooLarge(path) }
    }
  }

  /// The file as a sentence names it.
  static func name(_ path: String) -> Phrase {
    path == "-" ? Phrase("standard-input") : .verbatim("'\(path)'")
  }
}

/// Why a file cannot be read.
enum InputFileError: Error, Hashable, Worded {
  /// The system refuses; `code` is errno.
  case cannotRead(String, code: Int32)
  /// More than 16 MiB.
  case tooLarge(String)
  /// The text is wrong, for the reason given.
  case invalid(String, Phrase)

  var phrase: Phrase {
    switch self {
    case .cannotRead(let path, let code):
      Phrase(
        "error.input.read",
        [
          "path": .phrase(InputFile.name(path)), "reason": .text(String(cString: strerror(code))),
        ])
    case .tooLarge(let path):
      Phrase("error.input.large", ["path": .phrase(InputFile.name(path))])
    case .invalid(let path, let problem):
      Phrase(
        "error.input.problem",
        ["path": .phrase(InputFile.name(path)), "problem": .phrase(problem)])
    }
  }
}

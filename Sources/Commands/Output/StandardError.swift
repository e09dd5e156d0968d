private import Glibc
internal import Screen

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

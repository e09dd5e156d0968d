private import Glibc
private import Screen

/// What is said beside the output.
enum StandardError {
  /// Prints one line; what came from outside cannot steer the terminal.
  static func print(_ line: String) {
    var bytes = Array((line.withoutControlCharacters + "\n").utf8)
    bytes.withUnsafeMutableBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

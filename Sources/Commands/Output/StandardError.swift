private import Glibc

/// What is said beside the output.
enum StandardError {
  static func print(_ line: String) { write(line + "\n") }

  static func write(_ text: String) {
    var text = text
    // There is nowhere to say that this failed.
    text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

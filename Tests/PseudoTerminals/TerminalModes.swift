import Glibc

/// A terminal's modes, to be compared before and after a program.
package struct TerminalModes: Hashable, Sendable {
  /// The flags: input, output, control, local.
  package let flags: [UInt32]
  /// The control characters.
  package let characters: [UInt8]

  /// Whether lines are edited before the program reads them.
  package var isCanonical: Bool { flags[3] & UInt32(ICANON) != 0 }
  /// Whether what is typed is shown.
  package var echoes: Bool { flags[3] & UInt32(ECHO) != 0 }

  /// Reads the modes of a terminal.
  init?(file: Int32) {
    var modes = termios()
    guard tcgetattr(file, &modes) == 0 else { return nil }
    flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
  }

  /// Sets the modes of a terminal.
  func apply(to file: Int32) {
    var modes = termios()
    guard tcgetattr(file, &modes) == 0 else { return }
    (modes.c_iflag, modes.c_oflag) = (flags[0], flags[1])
    (modes.c_cflag, modes.c_lflag) = (flags[2], flags[3])
    withUnsafeMutableBytes(of: &modes.c_cc) { $0.copyBytes(from: characters) }
    tcsetattr(file, TCSANOW, &modes)
  }
}

import CTerminal

/// The process's character set.
package struct Locale: Hashable, Sendable {
  /// Whether text can be UTF-8; otherwise only ASCII reaches the screen.
  package let isUTF8: Bool

  /// Takes the character set from the environment, and only that: numbers keep their points.
  ///
  /// Where the environment names a UTF-8 locale which is not installed, C.UTF-8 serves.
  package static func adopt() -> Locale { Locale(isUTF8: terminal_adopt_locale() != 0) }
}

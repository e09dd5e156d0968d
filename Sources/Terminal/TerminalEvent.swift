package import Screen

/// What a terminal session waits for.
package enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The terminal has a new size, and its contents are gone.
  case resize(Size)
  /// `WakeUp.signal()` was called, once or more often.
  case wakeUp
  /// The terminal's contents are gone, as after a suspension.
  case redraw
  /// The process was asked to end; a terminal that went away counts as SIGHUP.
  case quit(signal: Int32)
}

/// Why the terminal could not be opened.
package enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// The terminal database does not know the name in `TERM`.
  case unknownTerminal(name: String)
  /// The terminal cannot move its cursor.
  case cannotMoveCursor(name: String)
  /// A session is open already; a process has one terminal.
  case alreadyOpen
  /// The system refused a resource.
  case outOfResources
}

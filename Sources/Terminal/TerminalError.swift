package import Words

/// Why the terminal could not be opened.
package enum TerminalError: Error, Hashable, Sendable, Worded {
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

  /// The error in a sentence.
  package var phrase: Phrase {
    switch self {
    case .notATerminal: Phrase("error.terminal.none")
    case .unknownTerminal(name: ""): Phrase("error.terminal.unset")
    case .unknownTerminal(let name): Phrase("error.terminal.unknown", ["name": .text(name)])
    case .cannotMoveCursor(let name): Phrase("error.terminal.cursor", ["name": .text(name)])
    case .alreadyOpen: Phrase("error.terminal.open")
    case .outOfResources: Phrase("error.terminal.resources")
    }
  }
}

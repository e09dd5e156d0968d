extension TerminalError: CustomStringConvertible {
  /// The error in a sentence.
  package var description: String {
    switch self {
    case .notATerminal:
      "The explorer needs a terminal, but standard input or output is not one."
    case .unknownTerminal(name: ""):
      "The variable TERM is not set, so the kind of terminal is unknown."
    case .unknownTerminal(let name):
      "The terminal database does not know '\(name)' (the variable TERM)."
    case .cannotMoveCursor(let name):
      "The terminal '\(name)' (the variable TERM) cannot move its cursor."
    case .alreadyOpen: "The terminal is open already."
    case .outOfResources: "The system has no files left for the terminal."
    }
  }
}

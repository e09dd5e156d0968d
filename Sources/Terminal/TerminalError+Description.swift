package import Words

extension TerminalError: Worded {
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

import Terminal
import Testing

@Suite struct `Terminal errors` {
  @Test(arguments: [
    (
      TerminalError.notATerminal,
      "The explorer needs a terminal, but standard input or output is not one: "
        + "start it without < and |."
    ),
    (
      .unknownTerminal(name: ""),
      "The variable TERM is not set, so the kind of terminal is unknown: "
        + "try TERM=xterm-256color initscope."
    ),
    (
      .unknownTerminal(name: "foo"),
      "The terminal database does not know 'foo' (the variable TERM): "
        + "try TERM=xterm-256color initscope."
    ),
    (
      .cannotMoveCursor(name: "dumb"),
      "The terminal 'dumb' (the variable TERM) cannot move its cursor: "
        + "try TERM=xterm-256color initscope."
    ),
    (.alreadyOpen, "The terminal is open already."),
    (.outOfResources, "The system has no files left for the terminal."),
  ])
  func `say what is wrong`(error: TerminalError, text: String) {
    #expect("\(error)" == text)
  }
}

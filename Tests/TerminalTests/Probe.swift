import PseudoTerminals
import Testing

/// Starts the program that shows what a session receives.
func probe(
  changing changes: [String: String?] = [:], columns: Int = 60, rows: Int = 18
) throws -> PseudoTerminal {
  try PseudoTerminal(
    BuiltProgram.path("TerminalProbe"), changing: changes, columns: columns, rows: rows)
}

/// Expects the screen as it was before the program.
func expectRestored(_ terminal: PseudoTerminal) {
  #expect(!terminal.screen.isAlternate, "the alternate screen is left")
  #expect(!terminal.screen.isApplicationMode, "cursor keys are in normal mode")
  #expect(terminal.screen.scrollsAsWhole, "all rows scroll")
  #expect(terminal.screen.showsCursor, "the cursor is shown")
  #expect(!terminal.screen.reportsMouse, "the mouse is the terminal's")
  #expect(!terminal.screen.marksPastes, "pastes are not marked")
  #expect(terminal.screen.isPlain, "the colours are the default ones")
}

import CTerminal

/// What a worker uses to wake the session that waits in `TerminalSession.events(timeout:)`.
package struct WakeUp: Sendable {
  /// Makes one, also before there is a session.
  package init() {}

  /// Wakes the session; safe on every thread and in signal handlers, also after its end.
  package func signal() { terminal_wake() }
}

import CTerminal

/// What a worker uses to wake the session that waits in `TerminalSession.events(timeout:)`.
public struct WakeUp: Sendable {
  /// Makes one, also before there is a session.
  public init() {}

  /// Wakes the session; safe on every thread and in signal handlers, also after its end.
  public func signal() { terminal_wake() }
}

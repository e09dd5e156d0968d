/// How a process ended.
package enum ExitStatus: Hashable, Sendable {
  /// It returned a status.
  case exited(Int32)
  /// A signal killed it.
  case killed(signal: Int32)

  /// Reads the status that waitpid gives.
  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .exited((waitStatus >> 8) & 0xFF) : .killed(signal: signal)
  }
}

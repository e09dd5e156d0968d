/// A system call that failed, with its error number.
package struct PseudoTerminalError: Error, CustomStringConvertible {
  /// The call.
  package let call: String
  /// Its error number.
  package let number: Int32

  /// The error in a line.
  package var description: String { "\(call) failed with error \(number)" }
}

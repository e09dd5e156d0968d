/// A system call that failed, with its error number.
public struct PseudoTerminalError: Error, CustomStringConvertible {
  /// The call.
  public let call: String
  /// Its error number.
  public let number: Int32

  /// The error in a line.
  public var description: String { "\(call) failed with error \(number)" }
}

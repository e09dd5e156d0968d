/// Work done step by step, so that it can be watched and given up between two steps.
package protocol ResumableWork<Report, Failure> {
  /// What it can tell of itself at any time.
  associatedtype Report: Sendable
  /// Why it can fail; `Never` if it cannot.
  associatedtype Failure: Error = Never

  /// Whether nothing is left to do.
  var isFinished: Bool { get }

  /// Whether the next step takes long and cannot be given up halfway.
  var isUninterruptible: Bool { get }

  /// Does the next step.
  ///
  /// - Throws: `Failure`; nothing can be done then but to leave the work.
  mutating func advance() throws(Failure)

  /// What is known so far.
  func snapshot() -> Report
}

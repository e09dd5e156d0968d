/// Work done step by step, so that it can be watched and given up between two steps.
public protocol ResumableWork<Report> {
  /// What it can tell of itself at any time.
  associatedtype Report: Sendable

  /// Whether nothing is left to do.
  var isFinished: Bool { get }

  /// Whether the next step takes long and cannot be given up halfway.
  var isUninterruptible: Bool { get }

  /// Does the next step.
  mutating func advance()

  /// What is known so far.
  func snapshot() -> Report
}

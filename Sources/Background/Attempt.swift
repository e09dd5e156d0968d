/// What comes of a request: a report, whole or in part, or the reason why there is none.
package enum Outcome<Request: Sendable, Report: Sendable, Failure: Error>: Sendable {
  /// What is known so far.
  case report(Report)
  /// The request cannot be served.
  case failed(Request, Failure)
}

/// A request being served by work that may fail; the failure is its last report.
package struct Attempt<Request: Sendable, Run: ResumableWork>: ResumableWork {
  private let request: Request
  // One of the two.
  private var run: Run?
  private var failure: Run.Failure?

  /// Begins on a request.
  package init(_ request: Request, _ begin: (Request) throws(Run.Failure) -> Run) {
    self.request = request
    do throws(Run.Failure) { run = try begin(request) } catch { failure = error }
  }

  /// Whether nothing is left to do.
  package var isFinished: Bool { run?.isFinished ?? true }

  /// Whether the next step takes long and cannot be given up halfway.
  package var isUninterruptible: Bool { run?.isUninterruptible ?? false }

  /// Does the next step, which may be the last for a failure.
  package mutating func advance() {
    do throws(Run.Failure) {
      try run?.advance()
    } catch {
      failure = error
      run = nil
    }
  }

  /// What is known so far; nil only before anything is.
  package func snapshot() -> Outcome<Request, Run.Report, Run.Failure>? {
    if let failure { return .failed(request, failure) }
    return (run?.snapshot()).map { .report($0) }
  }
}

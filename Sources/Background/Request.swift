/// What is asked for: a question whose answer takes work.
package protocol Request: Hashable, Sendable {
  /// The work that answers it.
  associatedtype Run: ResumableWork where Run.Report: Report
  /// Begins the work.
  ///
  /// - Throws: why there is none to be done.
  func begin() throws(Run.Failure) -> Run
}

extension Request {
  /// Does the work to the end, there and then.
  ///
  /// - Throws: why it cannot be done.
  package func answer() throws(Run.Failure) -> Run.Report {
    var run = try begin()
    while !run.isFinished { try run.advance() }
    return run.snapshot()
  }
}

/// What is known of an answer so far.
package protocol Report: Sendable {
  /// Whether nothing is still to come.
  var isComplete: Bool { get }
}

/// A request of any kind, for those who have it served and need not know what it asks.
package struct Job: Hashable, Sendable {
  /// What is asked for.
  package let request: any Request

  /// Makes a job of a request.
  package init(_ request: some Request) { self.request = request }

  /// Whether both ask the same.
  package static func == (left: Job, right: Job) -> Bool {
    func isEqual<Left: Request>(_ left: Left) -> Bool { left == right.request as? Left }
    return isEqual(left.request)
  }

  /// Hashes what `==` compares.
  package func hash(into hasher: inout Hasher) { request.hash(into: &hasher) }

  /// The work that serves it, whose failure is its last report.
  package func begin() -> any ResumableWork<Finding?, Never> {
    func attempt(_ request: some Request) -> any ResumableWork<Finding?, Never> {
      Attempt(self, request)
    }
    return attempt(request)
  }

  /// Does the work to the end, there and then.
  package func answer() -> Finding {
    do {
      return Finding(job: self, result: .success(try request.answer()))
    } catch {
      return Finding(job: self, result: .failure(error))
    }
  }
}

/// What comes of a job: a report, whole or in part, or the reason why there is none.
package struct Finding: Sendable {
  /// What was asked for.
  package let job: Job
  /// What is known so far, or why nothing ever will be.
  package let result: Result<any Report, any Error>

  /// Makes a finding.
  package init(job: Job, result: Result<any Report, any Error>) {
    (self.job, self.result) = (job, result)
  }

  /// What is known so far; nil where that is a failure, or another kind of report.
  package func report<Wanted: Report>() -> Wanted? {
    if case .success(let report) = result { report as? Wanted } else { nil }
  }

  /// Whether nothing is still to come.
  package var isComplete: Bool {
    switch result {
    case .success(let report): report.isComplete
    case .failure: true
    }
  }
}

extension Worker where Request == Job, Report == Finding? {
  /// Starts a thread that serves requests of any kind.
  ///
  /// - Parameter wakeUp: called on that thread whenever there is something to take.
  /// - Throws: `BackgroundThreadError` where the system has no thread left.
  package convenience init(wakeUp: @escaping @Sendable () -> Void) throws(BackgroundThreadError) {
    try self.init(wakeUp: wakeUp) { $0.begin() }
  }
}

/// A request being served by work that may fail.
private struct Attempt<Asked: Request>: ResumableWork {
  private let job: Job
  // One of the two.
  private var run: Asked.Run?
  private var failure: Asked.Run.Failure?

  init(_ job: Job, _ request: Asked) {
    self.job = job
    do throws(Asked.Run.Failure) { run = try request.begin() } catch { failure = error }
  }

  var isFinished: Bool { run?.isFinished ?? true }

  var isUninterruptible: Bool { run?.isUninterruptible ?? false }

  mutating func advance() {
    do throws(Asked.Run.Failure) {
      try run?.advance()
    } catch {
      failure = error
      run = nil
    }
  }

  func snapshot() -> Finding? {
    if let failure { return Finding(job: job, result: .failure(failure)) }
    return (run?.snapshot()).map { Finding(job: job, result: .success($0)) }
  }
}

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

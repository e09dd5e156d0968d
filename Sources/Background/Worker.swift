private import Synchronization

/// Serves requests on a thread of its own; a newer request makes an older one void.
///
/// A step that cannot be given up halfway, such as LAPACK's, is left to itself together with its
/// thread when a newer request comes, and another thread takes over. That happens to two threads at
/// most, since each may hold a whole tensor; a request that comes then waits until the step under
/// way ends, and is served after it. Every other step is short.
package final class Worker<Request: Sendable, Report: Sendable>: Sendable {
  private struct State {
    var request: Request?
    var isCancelled = false
    var report: Report?
    var isStopped = false
    // The thread that takes requests, by number, and whether it can be interrupted.
    var thread = 0
    var isUninterruptible = false
    var abandoned = 0
  }

  private let state = Mutex(State())
  private let change = Signal()
  private let wakeUp: @Sendable () -> Void
  private let begin: @Sendable (Request) -> (any ResumableWork<Report, Never>)?

  // Often enough to look alive, seldom enough to cost nothing.
  private static var reportInterval: Duration { .milliseconds(40) }
  // The first one soon enough to follow the key.
  private static var firstReportInterval: Duration { .milliseconds(12) }
  // Each may hold a whole tensor.
  private static var mostAbandoned: Int { 2 }

  /// Starts the thread.
  ///
  /// - Parameters:
  ///   - wakeUp: called on that thread whenever there is something to take.
  ///   - begin: makes the work that serves a request; nil if there is none to do.
  /// - Throws: `BackgroundThreadError` where the system has no thread left.
  package init(
    wakeUp: @escaping @Sendable () -> Void,
    begin: @escaping @Sendable (Request) -> (any ResumableWork<Report, Never>)?
  ) throws(BackgroundThreadError) {
    self.wakeUp = wakeUp
    self.begin = begin
    try BackgroundThread.start { [self] in work(as: 0) }
  }

  /// Asks for a report, giving up whatever was under way.
  package func request(_ request: Request) {
    state.withLock { state in
      state.request = request
      state.isCancelled = false
      state.report = nil
      guard state.isUninterruptible, state.abandoned < Self.mostAbandoned else { return }
      let replacement = state.thread + 1
      // Where no thread is left, the present one has to come to the end of its step first.
      guard (try? BackgroundThread.start { [self] in work(as: replacement) }) != nil else { return }
      state.abandoned += 1
      state.thread = replacement
      state.isUninterruptible = false
    }
    change.raise()
  }

  /// Gives up whatever is under way: nobody wants its report.
  package func cancel() {
    state.withLock { state in
      state.request = nil
      state.report = nil
      state.isCancelled = true
    }
  }

  /// Takes the newest report, if there is one that was not taken yet.
  package func take() -> Report? {
    state.withLock { state in
      defer { state.report = nil }
      return state.report
    }
  }

  /// Ends the thread once it has given up its work.
  package func stop() {
    state.withLock { $0.isStopped = true }
    change.raise()
  }

  private func work(as thread: Int) {
    while true {
      change.wait()
      let (request, isStopped) = state.withLock { state in
        defer { state.request = nil }
        return (state.request, state.isStopped)
      }
      if isStopped { return }
      guard let request, let work = begin(request) else { continue }
      guard carryOut(work, as: thread) else {
        state.withLock { $0.abandoned -= 1 }
        return
      }
    }
  }

  // Returns whether the thread is still the one that takes requests.
  private func carryOut(_ work: any ResumableWork<Report, Never>, as thread: Int) -> Bool {
    var work = work
    var lastReport = ContinuousClock.now - Self.reportInterval + Self.firstReportInterval
    var hasNews = false
    while !work.isFinished {
      let isUninterruptible = work.isUninterruptible
      // What is known is shown before a step that may take long.
      if isUninterruptible, hasNews { hand(over: work.snapshot()) }
      let isWanted = state.withLock { state in
        guard state.request == nil, !state.isCancelled, !state.isStopped else { return false }
        state.isUninterruptible = isUninterruptible
        return true
      }
      guard isWanted else { return true }
      work.advance()
      let isAbandoned = state.withLock { state in
        guard state.thread == thread else { return true }
        state.isUninterruptible = false
        return false
      }
      if isAbandoned { return false }
      hasNews = !isUninterruptible
      if !work.isFinished, lastReport.duration(to: .now) > Self.reportInterval {
        hand(over: work.snapshot())
        lastReport = .now
        hasNews = false
      }
    }
    hand(over: work.snapshot())
    return true
  }

  private func hand(over report: Report) {
    let isWanted = state.withLock { state in
      guard state.request == nil, !state.isCancelled else { return false }
      state.report = report
      return true
    }
    if isWanted { wakeUp() }
  }
}

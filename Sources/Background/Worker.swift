private import Synchronization

/// Serves requests on a thread of its own; a newer request makes an older one void.
///
/// A step that cannot be given up halfway, such as drawing an orthogonal tensor, is left to itself
/// together with its thread when a newer request comes, and another thread takes over.
public final class Worker<Request: Sendable, Report: Sendable>: Sendable {
  private struct State {
    var request: Request?
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
  private let begin: @Sendable (Request) -> (any ResumableWork<Report>)?

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
  public init(
    wakeUp: @escaping @Sendable () -> Void,
    begin: @escaping @Sendable (Request) -> (any ResumableWork<Report>)?
  ) {
    self.wakeUp = wakeUp
    self.begin = begin
    BackgroundThread.start { [self] in work(as: 0) }
  }

  /// Asks for a report, giving up whatever was under way.
  public func request(_ request: Request) {
    let replacement = state.withLock { state -> Int? in
      state.request = request
      state.report = nil
      guard state.isUninterruptible, state.abandoned < Self.mostAbandoned else { return nil }
      state.abandoned += 1
      state.thread += 1
      state.isUninterruptible = false
      return state.thread
    }
    if let replacement { BackgroundThread.start { [self] in work(as: replacement) } }
    change.raise()
  }

  /// Takes the newest report, if there is one that was not taken yet.
  public func take() -> Report? {
    state.withLock { state in
      defer { state.report = nil }
      return state.report
    }
  }

  /// Ends the thread once it has given up its work.
  public func stop() {
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
  private func carryOut(_ work: any ResumableWork<Report>, as thread: Int) -> Bool {
    var work = work
    var lastReport = ContinuousClock.now - Self.reportInterval + Self.firstReportInterval
    var hasNews = false
    while !work.isFinished {
      let isUninterruptible = work.isUninterruptible
      // What is known is shown before a step that may take long.
      if isUninterruptible, hasNews { hand(over: work.snapshot()) }
      let isWanted = state.withLock { state in
        guard state.request == nil, !state.isStopped else { return false }
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
      guard state.request == nil else { return false }
      state.report = report
      return true
    }
    if isWanted { wakeUp() }
  }
}

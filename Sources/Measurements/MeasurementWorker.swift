public import Scenes
private import Synchronization

#if canImport(Glibc)
  private import Glibc
#endif

/// Measures scenes on a thread of its own; a newer scene makes an older one void.
public final class MeasurementWorker: Sendable {
  private struct State {
    var request: Scene?
    var result: Measurement?
    var isStopped = false
  }

  private let state = Mutex(State())
  private let request = Signal()
  private let wakeUp: @Sendable () -> Void

  // Often enough to look alive, seldom enough to cost nothing.
  private static let reportInterval = Duration.milliseconds(40)

  /// Starts the thread.
  ///
  /// - Parameter wakeUp: called on that thread whenever there is something to take.
  public init(wakeUp: @escaping @Sendable () -> Void) {
    self.wakeUp = wakeUp
    BackgroundThread.start { [self] in work() }
  }

  /// Asks for a scene's numbers, giving up whatever was under way.
  public func measure(_ scene: Scene) {
    state.withLock { state in
      state.request = scene
      state.result = nil
    }
    request.raise()
  }

  /// Takes the newest numbers, if there are any that were not taken yet.
  public func take() -> Measurement? {
    state.withLock { state in
      defer { state.result = nil }
      return state.result
    }
  }

  /// Ends the thread once it has given up its work.
  public func stop() {
    state.withLock { $0.isStopped = true }
    request.raise()
  }

  private func work() {
    while true {
      request.wait()
      let (scene, isStopped) = state.withLock { state in
        defer { state.request = nil }
        return (state.request, state.isStopped)
      }
      if isStopped { return }
      guard let scene, var run = try? MeasurementRun(scene) else { continue }
      var lastReport = ContinuousClock.now
      while !run.isFinished && !isOutOfDate {
        run.advance()
        if !run.isFinished, lastReport.duration(to: .now) > Self.reportInterval {
          hand(over: run.snapshot())
          lastReport = .now
        }
      }
      if run.isFinished { hand(over: run.snapshot()) }
    }
  }

  private var isOutOfDate: Bool { state.withLock { $0.request != nil || $0.isStopped } }

  private func hand(over measurement: Measurement) {
    let isWanted = state.withLock { state in
      guard state.request == nil else { return false }
      state.result = measurement
      return true
    }
    if isWanted { wakeUp() }
  }
}

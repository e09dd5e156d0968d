internal import Initializers
public import Scenes
private import Synchronization

#if canImport(Glibc)
  private import Glibc
#endif

/// Measures scenes on a thread of its own; a newer scene makes an older one void.
///
/// A tensor that is drawn as a whole, such as an orthogonal one, cannot be given up halfway. The
/// thread that draws it is then left to itself, and another takes the newer scene.
public final class MeasurementWorker: Sendable {
  private struct State {
    var request: Scene?
    var result: Measurement?
    var isStopped = false
    // The thread that takes requests, by number, and whether it can be interrupted.
    var thread = 0
    var isInOneGo = false
    var abandoned = 0
  }

  private let state = Mutex(State())
  private let request = Signal()
  private let wakeUp: @Sendable () -> Void

  // Often enough to look alive, seldom enough to cost nothing.
  private static let reportInterval = Duration.milliseconds(40)
  // Each may hold a whole tensor.
  private static let mostAbandoned = 2

  /// Starts the thread.
  ///
  /// - Parameter wakeUp: called on that thread whenever there is something to take.
  public init(wakeUp: @escaping @Sendable () -> Void) {
    self.wakeUp = wakeUp
    BackgroundThread.start { [self] in work(as: 0) }
  }

  /// Asks for a scene's numbers, giving up whatever was under way.
  public func measure(_ scene: Scene) {
    let replacement = state.withLock { state -> Int? in
      state.request = scene
      state.result = nil
      guard state.isInOneGo, state.abandoned < Self.mostAbandoned else { return nil }
      state.abandoned += 1
      state.thread += 1
      state.isInOneGo = false
      return state.thread
    }
    if let replacement { BackgroundThread.start { [self] in work(as: replacement) } }
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

  private func work(as thread: Int) {
    while true {
      request.wait()
      let (scene, isStopped) = state.withLock { state in
        defer { state.request = nil }
        return (state.request, state.isStopped)
      }
      if isStopped { return }
      guard let scene, let run = try? MeasurementRun(scene) else { continue }
      guard carryOut(run, as: thread) else {
        state.withLock { $0.abandoned -= 1 }
        return
      }
    }
  }

  // Returns whether the thread is still the one that takes requests.
  private func carryOut(_ measurement: MeasurementRun, as thread: Int) -> Bool {
    var run = measurement
    let isInOneGo = run.recipe.draw.needsWholeTensor
    var lastReport = ContinuousClock.now
    while !run.isFinished {
      let isWanted = state.withLock { state in
        guard state.request == nil, !state.isStopped else { return false }
        state.isInOneGo = isInOneGo
        return true
      }
      guard isWanted else { return true }
      run.advance()
      let isAbandoned = state.withLock { state in
        guard state.thread == thread else { return true }
        state.isInOneGo = false
        return false
      }
      if isAbandoned { return false }
      if !run.isFinished, lastReport.duration(to: .now) > Self.reportInterval {
        hand(over: run.snapshot())
        lastReport = .now
      }
    }
    hand(over: run.snapshot())
    return true
  }

  private func hand(over measurement: Measurement) {
    let isWanted = state.withLock { state in
      guard state.request == nil else { return false }
      state.result = measurement
      return true
    }
    if isWanted { wakeUp() }
  }
}

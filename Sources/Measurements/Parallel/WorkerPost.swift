private import Background
private import Synchronization

/// Where one thread of a team takes its work from.
final class WorkerPost: Sendable {
  private enum State {
    case idle
    case offered(@Sendable () -> Void)
    case closed
  }

  private let state = Mutex(State.idle)
  private let change = Signal()
  private let end = Signal()

  /// Does what is offered until the post is closed.
  func serve() {
    while serveOnce() {}
  }

  // The work is let go of before its end is told: it must not outlive the call that offered it.
  @inline(never)
  private func serveOnce() -> Bool {
    change.wait()
    switch take() {
    case .closed: return false
    // Taken back before this thread awoke.
    case .idle: return true
    case .offered(let work): work()
    }
    end.raise()
    return true
  }

  private func take() -> State {
    state.withLock { state in
      defer { if case .offered = state { state = .idle } }
      return state
    }
  }

  /// Offers work to the thread.
  func offer(_ work: @escaping @Sendable () -> Void) {
    state.withLock { $0 = .offered(work) }
    change.raise()
  }

  /// Withdraws the offer; false if the thread has begun.
  func takeBack() -> Bool {
    if case .offered = take() { true } else { false }
  }

  /// Waits for the end of work begun.
  func awaitEnd() { end.wait() }

  /// Lets the thread end.
  func close() {
    state.withLock { $0 = .closed }
    change.raise()
  }
}

internal import Background
internal import Explorer
private import Synchronization

/// The threads that make the explorer's numbers, one for each kind and scene.
final class ExplorerWorkers: Sendable {
  private let workers: [Slot: Worker<Job, Finding?>]
  private let requested = Mutex(Work())

  /// Starts the threads.
  ///
  /// - Parameter wakeUp: called on one of them whenever there is something to take.
  /// - Throws: `BackgroundThreadError` where the system has no thread left.
  init(wakeUp: @escaping @Sendable () -> Void) throws(BackgroundThreadError) {
    var workers: [Slot: Worker<Job, Finding?>] = [:]
    for slot in Slot.allCases {
      workers[slot] = try Worker(wakeUp: wakeUp)
    }
    self.workers = workers
  }

  /// Has the numbers made that were not asked for before, giving up those that nobody wants now.
  func carryOut(_ work: Work) {
    let before = requested.withLock { requested in
      defer { requested = work }
      return requested
    }
    for (slot, worker) in workers where work[slot] != before[slot] {
      if let job = work[slot] { worker.request(job) } else { worker.cancel() }
    }
  }

  /// What has been finished, or has come so far, since the last time.
  func take() -> [Message] {
    Slot.allCases.compactMap { slot in
      (workers[slot]?.take() ?? nil).map { .found(slot, $0) }
    }
  }

  /// Stops the threads.
  func stop() {
    for worker in workers.values { worker.stop() }
  }
}

private import Glibc

/// A flag that one thread raises and another waits for.
package final class Signal: Sendable {
  nonisolated(unsafe) private let semaphore: UnsafeMutablePointer<sem_t>

  /// Makes a lowered flag.
  package init() {
    semaphore = .allocate(capacity: 1)
    sem_init(semaphore, 0, 0)
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  /// Wakes the waiting thread, now or when it next waits.
  package func raise() { sem_post(semaphore) }

  /// Waits until the flag is raised and lowers it.
  package func wait() { while sem_wait(semaphore) != 0 {} }
}

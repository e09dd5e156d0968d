private import Glibc
private import Memory
package import Words

/// A thread without Foundation.
package enum BackgroundThread {
  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  // The signals that do not end the program, which are the main thread's. Where one of the others is
  // blocked on the thread that raises it, the system ends the process without calling the handler that
  // puts the terminal back.
  private static let harmless = [SIGTSTP, SIGCONT, SIGWINCH, SIGCHLD]

  // As much as the handlers of fatal signals have on the main thread.
  private static let alternateStackSize = 65_536

  /// Runs a closure on a new, detached thread that takes no signals but those that end the program,
  /// and these on a stack of their own, since the thread's may be what has run out.
  ///
  /// - Throws: `BackgroundThreadError` where the system has no thread left.
  package static func start(_ body: @escaping @Sendable () -> Void) throws(BackgroundThreadError) {
    // A stack must not be the last that there is room for.
    guard (try? Memory.require(Memory.threadStack)) != nil else { throw .noThread(code: EAGAIN) }
    var blocked = sigset_t()
    var previous = sigset_t()
    sigemptyset(&blocked)
    for signal in harmless { sigaddset(&blocked, signal) }
    // The new thread takes this mask over.
    pthread_sigmask(SIG_SETMASK, &blocked, &previous)
    defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(body))
    let status = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        BackgroundThread.withAlternateStack {
          Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        }
        return nil
      }, work.toOpaque())
    guard status == 0 else {
      work.release()
      throw .noThread(code: status)
    }
    pthread_detach(thread)
  }

  private static func withAlternateStack(_ body: () -> Void) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: alternateStackSize, alignment: 16)
    defer { memory.deallocate() }
    var previous = stack_t()
    var alternate = stack_t(ss_sp: memory.baseAddress, ss_flags: 0, ss_size: memory.count)
    sigaltstack(&alternate, &previous)
    defer { sigaltstack(&previous, nil) }
    body()
  }
}

/// Why there is no thread.
package enum BackgroundThreadError: Error, Hashable, Sendable, Worded {
  /// The system refuses one; `code` is errno.
  case noThread(code: Int32)

  /// The sentence a user reads.
  package var phrase: Phrase {
    switch self {
    case .noThread(let code):
      Phrase("error.thread", ["reason": .text(String(cString: strerror(code)))])
    }
  }
}

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

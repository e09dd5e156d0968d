private import Glibc

/// Threads that wait to do the same work together, the caller being one of them.
public final class WorkerTeam: Sendable {
  /// The number of threads, the caller's included.
  public let size: Int

  private let posts: [WorkerPost]

  // Below this, waking a thread takes longer than it saves.
  static let leastWeights = 1 << 17

  /// The processors that the system has for its programs.
  public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Starts the threads of a team, as many as there are processors unless told otherwise.
  public init(size: Int = processorCount) {
    self.size = max(1, size)
    posts = (0..<self.size - 1).map { _ in WorkerPost() }
    for post in posts { BackgroundThread.start { post.serve() } }
  }

  deinit {
    for post in posts { post.close() }
  }

  /// Calls `body` with 0 ..< size, each on a thread of its own, and waits for all of them.
  ///
  /// What a thread has not begun when the caller is done with its own, on a busy machine, the
  /// caller does too. One caller at a time.
  public func run(_ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      for (number, post) in zip(1..., posts) { post.offer { body(number) } }
      body(0)
      for (number, post) in zip(1..., posts) {
        if post.takeBack() { body(number) } else { post.awaitEnd() }
      }
    }
  }
}

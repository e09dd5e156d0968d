private import Glibc

/// Threads that wait to do the same work together, the caller being one of them.
public final class WorkerTeam: Sendable {
  // What the threads share; it outlives the team until the last of them has ended.
  private final class Post: Sendable {
    let start = Signal()
    // Written before `start` is raised and read after it.
    nonisolated(unsafe) var work: ((Int) -> Void)?

    // Waits for work and does it; false if there is no more. The work is let go before this
    // returns, because it must not outlive the call of `run` that brought it.
    @inline(never)
    func perform(as number: Int) -> Bool {
      start.wait()
      guard let work else { return false }
      self.work = nil
      work(number)
      return true
    }
  }

  /// The number of threads, the caller's included.
  public let size: Int

  // Below this, waking a thread takes longer than it saves.
  static let leastWeights = 1 << 17

  private let posts: [Post]
  private let done = Signal()

  /// The processors that the system lets this program run on.
  public static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Starts the threads of a team, as many as there are processors unless told otherwise.
  public init(size: Int = processorCount) {
    self.size = max(1, size)
    posts = (0..<self.size - 1).map { _ in Post() }
    for (number, post) in zip(1..., posts) {
      BackgroundThread.start { [done] in
        while post.perform(as: number) { done.raise() }
      }
    }
  }

  deinit {
    for post in posts { post.start.raise() }
  }

  /// Calls `body` with 0 ..< size, each on a thread of its own, and waits for all of them.
  ///
  /// One caller at a time.
  public func run(_ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      for post in posts {
        post.work = body
        post.start.raise()
      }
      body(0)
      for _ in posts { done.wait() }
    }
  }
}

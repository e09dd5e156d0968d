package import Background
private import CKernels
private import Synchronization

/// Threads that wait to do the same work together, the caller being one of them.
package final class WorkerTeam: Sendable {
  /// The number of threads, the caller's included.
  package let size: Int

  // One for each processor in use. A thread that has slept is often woken on the processor of the
  // one who wakes it, where it waits for milliseconds while another is idle; so every thread stays
  // on its own processor, and the caller leaves out the thread on whose processor it is.
  private let posts: [(processor: Int, post: WorkerPost)]

  // Below this, waking a thread takes longer than it saves.
  static let leastWeights = 1 << 18

  /// The processors that the system lets this program run on.
  package static var processorCount: Int { Processors.allowed.count }

  /// Starts the threads of a team, as many as there are processors unless told otherwise.
  ///
  /// - Throws: `BackgroundThreadError` where the system has no thread left.
  package init(size: Int = processorCount) throws(BackgroundThreadError) {
    self.size = max(1, size)
    let processors = Processors.allowed
    let threads = self.size == 1 ? 0 : self.size
    posts = (0..<threads).map { (processors[$0 % processors.count], WorkerPost()) }
    do {
      for (processor, post) in posts {
        try BackgroundThread.start {
          Processors.stay(on: processor)
          post.serve()
        }
      }
    } catch {
      // Those that have started must not wait for ever.
      for (_, post) in posts { post.close() }
      throw error
    }
  }

  private static let idle = Mutex<[WorkerTeam]>([])

  /// A team of all processors, on loan for work on so many weights; nil where one thread does as well,
  /// or no other is to be had.
  package static func loan(for count: Int) -> Loan? {
    guard count >= 2 * leastWeights, processorCount > 1 else { return nil }
    return (idle.withLock { $0.popLast() } ?? (try? WorkerTeam())).map(Loan.init)
  }

  /// A team that others may have once nobody holds the loan.
  package final class Loan: Sendable {
    /// The team.
    package let team: WorkerTeam

    fileprivate init(_ team: WorkerTeam) { self.team = team }

    deinit {
      let team = team
      WorkerTeam.idle.withLock { $0.append(team) }
    }
  }

  deinit {
    for (_, post) in posts { post.close() }
  }

  /// Calls `body` with 0 ..< size, each on a thread of its own, and waits for all of them.
  ///
  /// What a thread has not begun when the caller is done with its own, on a busy machine, the
  /// caller does too. One caller at a time.
  package func run(_ body: @Sendable (Int) -> Void) {
    let current = Processors.current
    let own = posts.firstIndex { $0.processor == current } ?? 0
    let others = posts.indices.filter { $0 != own }
    withoutActuallyEscaping(body) { body in
      for (number, index) in zip(1..., others) { posts[index].post.offer { body(number) } }
      body(0)
      for (number, index) in zip(1..., others) {
        let post = posts[index].post
        if post.takeBack() { body(number) } else { post.awaitEnd() }
      }
    }
  }
}

/// The processors that the system lets this program run on.
enum Processors {
  /// Their numbers, in order; at least one.
  static var allowed: [Int] {
    let numbers = [Int32](unsafeUninitializedCapacity: 1024) { numbers, count in
      count = Int(processors_allowed(numbers.baseAddress, Int32(numbers.count)))
    }
    return numbers.isEmpty ? [0] : numbers.map(Int.init)
  }

  /// The one that this thread is on at the moment.
  static var current: Int { Int(processors_current()) }

  /// Keeps this thread on one processor from now on, if the system agrees.
  static func stay(on number: Int) { processors_stay_on(Int32(truncatingIfNeeded: number)) }
}

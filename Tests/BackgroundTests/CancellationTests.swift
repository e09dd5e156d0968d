import Background
import Synchronization
import Testing
import Words

@Suite("A worker leaves what nobody wants", .timeLimit(.minutes(1)))
struct CancellationTests {
  @Test("work that is given up stops at its next step, and new requests are served")
  func cancelling() async throws {
    let steps = Mutex(0)
    let worker = try Worker<Int?, Int>(wakeUp: {}) { request in
      Endless(end: request) { steps.withLock { $0 += 1 } }
    }
    defer { worker.stop() }
    for _ in 0..<5 {
      worker.request(nil)
      let before = steps.withLock { $0 }
      while steps.withLock({ $0 }) < before + 10 { try await Task.sleep(for: .milliseconds(1)) }
      worker.cancel()
      try await Task.sleep(for: .milliseconds(20))
      let stopped = steps.withLock { $0 }
      try await Task.sleep(for: .milliseconds(20))
      #expect(steps.withLock { $0 } == stopped)
      #expect(worker.take() == nil)
    }
    worker.request(7)
    while worker.take() != 7 { try await Task.sleep(for: .milliseconds(1)) }
  }

  @Test("a failure is told once, and the next request is served")
  func failing() async throws {
    let worker = try Worker<Job, Finding?>(wakeUp: {})
    defer { worker.stop() }
    for (request, expected) in [(-1, -1), (3, nil), (12, 10), (2, nil)] as [(Int, Int?)] {
      worker.request(Job(Counting(limit: request)))
      while true {
        switch (worker.take() ?? nil)?.result {
        case .success(let count as Count)? where count.value == request && expected == nil: break
        case .failure(let refusal as Refusal)?: #expect(refusal.number == expected)
        default:
          try await Task.sleep(for: .milliseconds(1))
          continue
        }
        break
      }
    }
  }

  @Test("why there is no thread is a sentence")
  func sentence() {
    #expect(
      BackgroundThreadError.noThread(code: 11).description
        == "the system has no thread left for the computations: Resource temporarily unavailable")
  }
}

/// Asks to count to a number.
private struct Counting: Request {
  let limit: Int

  func begin() throws(Refusal) -> Failing {
    if limit < 0 { throw Refusal(number: limit) }
    return Failing(limit: limit)
  }
}

/// How far it has been counted.
private struct Count: Report {
  let value: Int
  let isComplete: Bool
}

private struct Refusal: Error, Equatable { let number: Int }

/// Takes steps until an end, or for ever.
private struct Endless: ResumableWork {
  let end: Int?
  let step: @Sendable () -> Void
  var count = 0
  var isFinished: Bool { count == end }
  var isUninterruptible: Bool { false }

  init(end: Int?, step: @escaping @Sendable () -> Void) {
    (self.end, self.step) = (end, step)
  }

  mutating func advance() {
    step()
    count += 1
  }

  func snapshot() -> Int { count }
}

/// Counts to its limit, but not beyond 10.
private struct Failing: ResumableWork {
  let limit: Int
  var count = 0
  var isFinished: Bool { count == limit }
  var isUninterruptible: Bool { false }

  mutating func advance() throws(Refusal) {
    if count == 10 { throw Refusal(number: count) }
    count += 1
  }

  func snapshot() -> Count { Count(value: count, isComplete: isFinished) }
}

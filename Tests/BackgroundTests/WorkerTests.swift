import Background
import Synchronization
import Testing

@Suite("A worker serves the newest request", .timeLimit(.minutes(1)))
struct WorkerTests {
  @Test("of many requests in a row the last one is served")
  func newest() async throws {
    let worker = try Worker<Int, Int>(wakeUp: {}) { Counting(target: $0) }
    defer { worker.stop() }
    for target in 1...200 { worker.request(target) }
    #expect(try await report(of: worker) { $0 == 200 } == 200)
  }

  @Test("a request without work is passed over")
  func nothingToDo() async throws {
    let worker = try Worker<Int, Int>(wakeUp: {}) { $0 < 0 ? nil : Counting(target: $0) }
    defer { worker.stop() }
    worker.request(-1)
    try await Task.sleep(for: .milliseconds(20))
    #expect(worker.take() == nil)
    worker.request(3)
    #expect(try await report(of: worker) { $0 == 3 } == 3)
  }

  @Test("it wakes whoever waits for a report")
  func wakeUp() async throws {
    let count = Mutex(0)
    let worker = try Worker<Int, Int>(wakeUp: { count.withLock { $0 += 1 } }) {
      Counting(target: $0)
    }
    defer { worker.stop() }
    worker.request(5)
    #expect(try await report(of: worker) { $0 == 5 } == 5)
    while count.withLock({ $0 }) == 0 { try await Task.sleep(for: .milliseconds(1)) }
  }

  @Test("what cannot be given up is shown before it starts and left to itself, twice at most")
  func abandoned() async throws {
    let gate = Signal()
    let started = Mutex<[Int]>([])
    let worker = try Worker<Int, Int>(wakeUp: {}) { request in
      Gated(number: request, gate: gate) { started.withLock { $0.append(request) } }
    }
    defer { worker.stop() }
    for number in 1...3 {
      worker.request(number)
      while started.withLock({ $0.last }) != number { try await Task.sleep(for: .milliseconds(1)) }
      #expect(worker.take() == number)
    }
    // Two threads are left to themselves; the third has to come to its end first.
    worker.request(4)
    try await Task.sleep(for: .milliseconds(20))
    #expect(started.withLock { $0 } == [1, 2, 3])
    for _ in 0..<4 { gate.raise() }
    #expect(try await report(of: worker) { $0 == 400 } == 400)
  }

  private func report(
    of worker: Worker<Int, Int>, where isWanted: (Int) -> Bool
  ) async throws -> Int? {
    for _ in 0..<30_000 {
      if let report = worker.take(), isWanted(report) { return report }
      try await Task.sleep(for: .milliseconds(1))
    }
    return nil
  }
}

/// Counts up to a number.
private struct Counting: ResumableWork {
  let target: Int
  var count = 0
  var isFinished: Bool { count == target }
  var isUninterruptible: Bool { false }
  mutating func advance() { count += 1 }
  func snapshot() -> Int { count }
}

/// One short step, and one that waits at a gate; at the end it tells a hundredfold.
private struct Gated: ResumableWork {
  let number: Int
  let gate: Signal
  let start: @Sendable () -> Void
  var step = 0
  var isFinished: Bool { step == 2 }
  var isUninterruptible: Bool { step == 1 }

  mutating func advance() {
    if step == 1 {
      start()
      gate.wait()
    }
    step += 1
  }

  func snapshot() -> Int { isFinished ? number * 100 : number }
}

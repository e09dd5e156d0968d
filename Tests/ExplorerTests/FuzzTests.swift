import Background
import Foundation
import Initializers
import Scenes
import Screen
import Testing

@testable import Explorer

/// Nothing may end the program, whatever comes and in whichever order.
///
/// `FUZZ_MESSAGES=1000000` sends so many messages in all, `FUZZ_SEED` begins at another seed.
@Suite("No sequence of events breaks anything")
struct FuzzTests {
  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  private static let sessions = 8
  private static let messages = number("FUZZ_MESSAGES") ?? 12_000
  private static let isLong = number("FUZZ_MESSAGES") != nil
  private static let firstSeed = number("FUZZ_SEED") ?? 0

  @Test("over all keys, views and scales, and all that can happen does")
  func everything() async {
    let coverage = await withTaskGroup { group in
      for session in 0..<Self.sessions {
        group.addTask {
          var coverage = MessageCoverage()
          if session == 0 { await Self.sweep(&coverage) }
          if session == 1 { await Self.measure(&coverage) }
          var left = Self.messages / Self.sessions
          var seed = UInt64(Self.firstSeed + session)
          // Short ones, so that a seed that is printed leads there soon.
          while left > 0 {
            let count = min(left, 1000)
            // A trap leaves no other trace.
            if Self.isLong { print("seed \(seed)") }
            await Self.play(seed: seed, count, &coverage)
            left -= count
            seed += UInt64(Self.sessions)
          }
          return coverage
        }
      }
      return await group.reduce(into: MessageCoverage()) { $0.merge($1) }
    }
    for key in MessageCoverage.keys { #expect(coverage.counts[key]?.changing ?? 0 > 0, "\(key)") }
    for kind in MessageCoverage.others { #expect(coverage.counts[kind] != nil, "\(kind)") }
    if Self.isLong { print(coverage.table) }
  }

  // Presses every key in every view, so that none is left to chance.
  private static func sweep(_ coverage: inout MessageCoverage) async {
    for shown in Scenes.View.allCases {
      for key in Binding.table.flatMap(\.keys) {
        // Other tests, which have time limits, wait for the same threads.
        await Task.yield()
        var model = Model(scene: .first, size: Size(columns: 100, rows: 30))
        if shown == .tensors, let example = try? RandomEvents.withFile() { model = example }
        model.scene.view = shown
        var frame = view(model)
        coverage.send(.key(key), to: &model, showing: &frame)
        #expect(frame.size == model.size, "\(key)")
      }
    }
  }

  // Takes the numbers of both sides of every view, in part and whole, and those of laws of every
  // scale, for the same reason.
  private static func measure(_ coverage: inout MessageCoverage) async {
    let layer = Scenes.View.allCases.map { ("layer dense --in 20 --out 10", $0) }
    let laws = [
      "constant", "normal --std 1e-30", "normal --std 1e-9", "normal", "normal --std 1e9",
    ]
    for (line, shown) in layer + laws.map({ ($0, .distribution) }) {
      guard let scene = try? Scene(parsing: line) else {
        Issue.record("\(line)")
        continue
      }
      var model = Model(scene: scene, size: Size(columns: 100, rows: 30))
      if shown == .tensors, let example = try? RandomEvents.withFile() { model = example }
      model.scene.view = shown
      var frame = view(model)
      for key: Key in [.character("p"), .character("r")] {
        coverage.send(.key(key), to: &model, showing: &frame)
      }
      if shown == .tensors {
        for key: Key in [.character("/"), .character("w"), .enter] {
          coverage.send(.key(key), to: &model, showing: &frame)
        }
      }
      await answer(&model, showing: &frame, &coverage)
      if shown == .tensors {
        for key: Key in [.character("/"), .control("u"), .enter, .home, .character("i")] {
          coverage.send(.key(key), to: &model, showing: &frame)
        }
        await answer(&model, showing: &frame, &coverage)
      }
      #expect(model.isSettled, "\(line) in \(shown)")
    }
  }

  private static func answer(
    _ model: inout Model, showing frame: inout Frame, _ coverage: inout MessageCoverage
  ) async {
    // Some are asked for when others are there.
    for slot in Slot.allCases + Slot.allCases {
      guard let job = model.work[slot] else { continue }
      var run = job.begin()
      while !run.isFinished {
        await Task.yield()
        run.advance()
        guard let finding = run.snapshot() else { continue }
        coverage.send(.found(slot, finding), to: &model, showing: &frame)
      }
    }
  }

  private static func play(seed: UInt64, _ count: Int, _ coverage: inout MessageCoverage) async {
    var events = RandomEvents(seed: seed)
    var model = events.model()
    var frame = view(model)
    var messages: [Message] = []
    for step in 0..<count {
      if step.isMultiple(of: 20) { await Task.yield() }
      if messages.isEmpty { messages = events.next(for: model) }
      guard !messages.isEmpty else { continue }
      events.answer(coverage.send(messages.removeFirst(), to: &model, showing: &frame))
      #expect(frame.size == model.size, "seed \(seed), step \(step)")
      #expect(model.work.count <= Slot.allCases.count, "seed \(seed), step \(step)")
      if model.isFinished {
        model = events.model()
        frame = view(model)
      }
    }
    #expect(model.lines.count <= 100, "seed \(seed)")
  }

  @Test(
    "the crosshair stays on a histogram whose scale is changed under it",
    arguments: ["1e-22", "1e22", "1e-45", "1e38", "0"])
  func crosshair(gain: String) throws {
    for size in RandomEvents.sizes {
      var model = try Model(size: size).measured().pressing(.character("c"), .character(":"))
      model = model.typing("--gain \(gain)").pressing(.enter)
      #expect(!view(model).text.isEmpty)
      model = try model.measured().pressing(.right, .left, .character("]"))
      #expect(!view(model).text.isEmpty)
    }
  }

  @Test("a tensor that could not be drawn is refused, a pinned one let go of")
  func failure() throws {
    let model = Model().pressing(.character("p"))
    let error = InitializerError.cannotFactorize(
      .orthogonal, reason: "LAPACK's sgeqrf failed with status -4")
    func failing(_ model: Model, _ slot: Slot) throws -> Model {
      let job = try #require(model.work[slot])
      return model.updated(by: .found(slot, Finding(job: job, result: .failure(error))))
    }
    let failed = try failing(model, Slot(.sample, .b))
    #expect(failed.text().contains("orthogonal cannot be drawn: LAPACK's sgeqrf failed with"))
    #expect(failed.work == [:] && failed.isSettled)
    let freed = try failing(model.pressing(.character("r")), Slot(.sample, .a))
    #expect(freed.scene.pinned == nil && freed.refusal == nil)
    #expect(freed.text().contains("A: orthogonal cannot be drawn"))
    #expect(try failing(Model().pressing(.character("3")), Slot(.spectrum, .b)).isSettled)
  }
}

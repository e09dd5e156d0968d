import Background
import Initializers
import Measurements
import Networks
import Scenes
import Screen
import Spectra
import TestSupport
import Testing

@testable import Explorer

/// Random keys, ticks, sizes, and numbers that arrive late, in part or not at all, on scenes of all
/// scales; nothing may end the program.
@Suite("No sequence of events breaks anything")
struct FuzzTests {
  static let keys: [Key] =
    Binding.table.filter { $0.name != "quit" }.flatMap(\.keys)
    + [.escape, .home, .end, .pageUp, .pageDown, .function(5), .control("u"), .control("a")]
    + [.control("w"), .alt("b"), .alt("f"), .alt("d"), .alt("\u{7F}"), .alt("q")]
    + [.paste("normal\nquit"), .paste("e\u{301}\t🇩"), .paste("")]

  static let sizes = [
    Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
    Size(columns: 160, rows: 50), Size(columns: 20, rows: 5), Size(columns: 61, rows: 40),
  ]

  static let numbers = [
    "0", "1", "-1", "1e-22", "1e22", "1e-45", "3e38", "1e39", "1e-300", "1e300", "inf", "nan",
    "0.02", "sqrt(5)", "-0.0", "16777216", "1e-7", "2.5", "1e16",
  ]
  static let shapes = [
    "256,128", "1,1", "0,5", "5,0", "3", "scalar", "2,3,4", "64,3,7,7", "1,300", "300,1", "8,8",
    "0,2305843009213693951", "4,4,3",
  ]

  /// A line that may be typed at the prompt; many are refused.
  static func line(_ random: inout SplitMix) -> String {
    var words: [String] = []
    if random.below(2) == 0 { words.append(random.pick(Method.allCases).rawValue) }
    for _ in 0..<random.below(4) {
      switch random.below(8) {
      case 0: words.append("--shape \(random.pick(shapes))")
      case 1: words.append("--seed \(random.below(1000))")
      case 2: words.append("--view \(random.pick(View.allCases).rawValue)")
      case 3: words.append("--bins \(random.pick(["fd", "sturges", "columns", "1", "1000"]))")
      case 4: words.append("--panel \(random.pick(["qq", "ecdf", "tails", "density"]))")
      case 5: words.append("--depth \(1 + random.below(6)) --width \(1 + random.below(40))")
      default:
        let parameter = random.pick(["gain", "std", "mean", "a", "b", "val", "sparsity", "groups"])
        words.append("--\(parameter) \(random.pick(numbers))")
      }
    }
    return words.joined(separator: " ")
  }

  @Test("over all keys, views and scales", arguments: 0..<8)
  func everything(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var model = Model()
    // Numbers of earlier scenes that are still under way.
    var late: [Message] = []
    for step in 0..<500 {
      switch random.below(12) {
      case 0, 1:
        model = model.pressing(.escape, .escape, .character(":"))
        for character in Self.line(&random) { model.update(.key(.character(character))) }
        model.update(.key(.enter))
      case 2: model.update(.resized(random.pick(Self.sizes)))
      case 3: model.update(.tick)
      case 8:
        model.update(
          .key(
            .mouse(
              random.pick([.press, .wheelUp, .wheelDown]), column: random.below(170),
              row: random.below(52))))
      case 4: model.update(.key(.character(Character(random.pick(EntryTests.scalars)))))
      case 5, 6: late += Self.reports(on: model.work, &random)
      case 7: for message in late.shuffled(using: &random) { model.update(message) }
      default: model.update(.key(random.pick(Self.keys)))
      }
      if late.count > 12 { late.removeFirst(late.count - 12) }
      #expect(!model.isFinished)
      #expect(!view(model).text.isEmpty, "step \(step)")
      _ = model.work
    }
  }

  @Test(
    "the crosshair stays on a histogram whose scale is changed under it",
    arguments: ["1e-22", "1e22", "1e-45", "1e38", "0"])
  func crosshair(gain: String) throws {
    for size in Self.sizes {
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

  // What the workers would tell of a model's requests, some of it in part only.
  private static func reports(on work: Work, _ random: inout SplitMix) -> [Message] {
    var messages: [Message] = []
    for slot in Slot.allCases {
      guard let job = work[slot], Self.isSmall(job) else { continue }
      var run = job.begin()
      let steps = random.pick([0, 1, 3, 1000])
      for _ in 0..<steps where !run.isFinished { run.advance() }
      if let finding = run.snapshot() { messages.append(.found(slot, finding)) }
    }
    return messages
  }

  private static func isSmall(_ job: Job) -> Bool {
    switch job.request {
    case let request as MeasurementRequest: request.tensor.shape.count < 40_000
    case let request as MatrixRequest: request.tensor.shape.count < 40_000
    case let request as PropagationRequest: request.network.width * request.network.depth < 1000
    default: false
    }
  }
}

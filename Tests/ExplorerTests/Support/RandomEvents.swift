import Attribution
import Background
import Initializers
import MeanField
import Measurements
import Networks
import Scenes
import Screen
import Spectra
import Statistics
import TestSupport
import WeightFiles
import Words

@testable import Explorer

/// What may happen to the explorer, at random: keys, lines of all scales, pastes, the mouse, sizes,
/// answers of the terminal, files, and numbers that come late, in part or not at all.
struct RandomEvents {
  private var random: SplitMix
  // Numbers of scenes, earlier ones too, that are still under way.
  private var late: [Message] = []
  // Files that are being written.
  private var files: [String] = []
  // Scenes whose files are to be opened.
  private var asked: [Scene] = []
  // Whether something has changed that asks for numbers.
  private var isNewsDue = false

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  static let sizes = [
    Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
    Size(columns: 160, rows: 50), Size(columns: 20, rows: 5), Size(columns: 61, rows: 40),
  ]

  private static let keys: [Key] =
    Binding.table.flatMap(\.keys)
    + [.escape, .escape, .function(5), .control("u"), .control("a"), .control("e"), .control("l")]
    + [.control("w"), .alt("b"), .alt("f"), .alt("d"), .alt("\u{7F}"), .alt("q")]

  private static let numbers = [
    "0", "1", "-1", "1e-22", "1e22", "1e-45", "3e38", "1e39", "1e-300", "1e300", "inf", "nan",
    "0.02", "sqrt(5)", "-0.0", "16777216", "1e-7", "2.5", "1e16", "1/fan_in", "-1e308", "5e-324",
  ]
  private static let shapes = [
    "256,128", "1,1", "0,5", "5,0", "3", "scalar", "2,3,4", "64,3,7,7", "1,300", "300,1", "8,8",
    "0,2305843009213693951", "4,4,3", "4096,4096", "1000000,1000000", "9223372036854775807",
  ]
  private static let counts = ["1", "2", "6", "40", "1000", "4096", "0", "-1", "2**62"]

  /// A model to begin with, on any kind of terminal, some with a file of scenes.
  mutating func model() -> Model {
    (late, files, asked) = ([], [], [])
    var capabilities = Capabilities(
      colors: random.pick(ColorDepth.allCases), glyphs: random.pick(GlyphSet.allCases),
      theme: random.pick(Theme.allCases), isThemeGuessed: random.below(2) == 0)
    if random.below(4) == 0 { capabilities.choose(capabilities.theme) }
    var steps: [Scene] = []
    if random.below(3) == 0 {
      for _ in 0..<20 { if let scene = try? Scene(parsing: line()) { steps.append(scene) } }
    }
    let hasFiles = steps.isEmpty && random.below(3) == 0
    let shelf = hasFiles ? (try? ExampleFile.shelf(2)) ?? FileShelf() : FileShelf()
    return Model(
      scene: steps.first ?? .first, steps: steps, files: shelf, size: random.pick(Self.sizes),
      capabilities: capabilities, clipboard: random.pick([nil, .direct, .tmux, .screen]))
  }

  /// What happens next to a model, seldom nothing.
  mutating func next(for model: Model) -> [Message] {
    if !files.isEmpty, random.below(3) == 0 { return file() }
    if !asked.isEmpty, random.below(2) == 0 { return opening() }
    if isNewsDue, random.below(2) == 0 {
      isNewsDue = false
      return news(for: model)
    }
    isNewsDue = true
    switch random.below(25) {
    // A line typed, and lines pasted, which is quicker.
    case 0:
      let close: [Key] = [.escape, .escape, .character(":")]
      return (close + line().map { .character($0) } + [.enter]).map { .key($0) }
    case 1, 2, 3:
      let end: [Key] = [.enter, .enter, .enter, .escape, .tab]
      let pin: [Key] = random.below(4) == 0 ? [.character("p")] : []
      return ([.escape, .paste(line()), random.pick(end)] + pin).map { .key($0) }
    case 4: return [.resized(size())]
    case 5: return play(model)
    case 6:
      let key: Key = random.pick([.character("r"), .character("+"), .character("-"), .down])
      return [.key(key), .fade, .fade]
    case 7, 8: return [.key(mouse(on: model))]
    case 9: return [.key(.character(Character(random.pick(EntryTests.scalars))))]
    case 10: return [.key(.paste(text()))]
    case 11:
      let level = { (random: inout SplitMix) in UInt8(random.below(256)) }
      return [
        .background(RGB(red: level(&random), green: level(&random), blue: level(&random))),
        .columns(random.below(12), of: random.pick(GlyphSet.allCases)),
      ]
    case 12: return file()
    case 13, 14, 15: return news(for: model)
    // Values of the form, typed.
    case 16: return [.key(.enter)] + number().map { .key(.character($0)) } + [.key(.enter)]
    case 17:
      let over: [Key] = [.character("?"), .character("G"), .character("y"), .function(1)]
      return [
        .key(.escape), .key(random.pick(over)), .key(random.pick([.paste(line()), .pageDown])),
      ]
    case 18: return [.escape, .character("s"), .enter].map { .key($0) }
    case 19:
      let letter = random.pick(["a", "b", "'", "1"] as [Character])
      let keys: [Key] = [.escape, random.pick([.character("m"), .character("'")])]
      return (keys + [.character(letter)]).map { .key($0) }
    default: return [.key(random.pick(Self.keys))]
    }
  }

  // Numbers of the present scenes, of one side before the other, or old ones as well.
  private mutating func news(for model: Model) -> [Message] {
    let news = findings(of: model.work)
    late += news
    if late.count > 12 { late.removeFirst(late.count - 12) }
    return (random.below(12) == 0 ? late : news).shuffled(using: &random)
  }

  // Time passes, mostly while something is played.
  private mutating func play(_ model: Model) -> [Message] {
    let begin: [Message] = model.isPlaying || random.below(4) == 0 ? [] : [.key(.character(" "))]
    return begin + news(for: model) + Array(repeating: .tick, count: 1 + random.below(5))
  }

  // A cell, mostly one that stands for something.
  private mutating func mouse(on model: Model) -> Key {
    let action = random.pick([MouseAction.press, .wheelUp, .wheelDown])
    let targets = canvas(of: model).targets
    guard !targets.isEmpty, random.below(3) > 0 else {
      return .mouse(action, column: random.below(170), row: random.below(52))
    }
    let region = random.pick(targets).region
    return .mouse(action, column: region.column, row: region.row)
  }

  /// Takes what a model asks for.
  mutating func answer(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .save(let saving): files.append(saving.path)
      case .open(_, let scene): asked.append(scene)
      case .copy, .mouse: break
      }
    }
  }

  // What becomes of a file that was asked for.
  private mutating func opening() -> [Message] {
    guard let scene = asked.popLast(), random.below(4) > 0,
      let file = try? ExampleFile.files.get().first(where: { $0.name == scene.tensor.stored?.file })
    else { return [.notOpened(.verbatim("no"))] }
    return [.opened(file, for: scene)]
  }

  /// A model in which a file is open, and its tensors are read.
  static func withFile() throws -> Model {
    let shelf = try ExampleFile.shelf()
    var scene = try Scene(parsing: "a.safetensors")
    scene.tensor = try shelf.opened(scene.tensor)
    return Model(scene: scene, files: shelf)
  }

  // What becomes of a file, asked for or not.
  private mutating func file() -> [Message] {
    let path = files.popLast() ?? "x.svg"
    let reason = Phrase.verbatim("no")
    let outcome = random.pick([
      SaveOutcome.written(bytes: random.pick([0, 1, .max])), .exists, .refused(reason),
      .failed(reason),
    ])
    return [.saving(percent: random.below(101)), .saved(path: path, outcome)]
  }

  private mutating func size() -> Size {
    guard random.below(3) == 0 else { return random.pick(Self.sizes) }
    return Size(columns: 1 + random.below(200), rows: 1 + random.below(60))
  }

  private mutating func number() -> String {
    random.pick(random.below(2) == 0 ? Self.numbers : Self.shapes + Self.counts)
  }

  private mutating func text() -> String {
    if random.below(20) == 0 { return String(repeating: "e\u{301}", count: 5000) }
    var text = String.UnicodeScalarView()
    for _ in 0..<random.below(12) { text.append(random.pick(EntryTests.scalars + ["\n", "\t"])) }
    return String(text)
  }

  /// A line that may be typed at the prompt; many are refused.
  private mutating func line() -> String {
    var words: [String] = []
    switch random.below(6) {
    case 0: words.append(scaled())
    case 1:
      let framework = random.pick(Framework.all)
      words += [
        framework.entry(of: random.pick(framework.methods)).name, "--framework", framework.name,
      ]
    case 2: words.append(layer())
    case 3: words.append(random.pick(["a.safetensors", "b.safetensors", "./none.npz"]))
    default: break
    }
    for _ in 0..<random.below(4) { words.append(option()) }
    if random.below(4) == 0 {
      words.append(random.pick(["--pin none", "--pin '\(scaled())'", "--pin 'eye'"]))
    }
    return words.joined(separator: " ")
  }

  // Laws as small and as large as single precision has numbers, and beyond.
  private mutating func scaled() -> String {
    let size = "1e\(random.below(3) == 0 ? random.below(10) - 46 : random.below(88) - 47)"
    return random.pick([
      "normal --std \(size)", "xavier_uniform --gain \(size)", "uniform --a -\(size) --b \(size)",
      "trunc_normal --std \(size) --a -\(size) --b \(size)", "orthogonal --gain \(size)",
      "sparse --sparsity 0.3 --std \(size)", "constant --val \(size)",
      "kaiming_normal --a \(size)", "normal --mean \(size)",
    ])
  }

  // A layer by its words, or as it stands in code; many do not exist.
  private mutating func layer() -> String {
    let kind = random.pick(LayerKind.allCases)
    // In one order, so that a seed leads to the same events in each run.
    var sizes: [LayerSize: Int] = [:]
    for size in kind.sizes where random.below(8) > 0 { sizes[size] = kind.example[size] }
    for size in kind.sizes where random.below(3) == 0 {
      sizes[size] = random.pick([-1, 0, 1, 2, 3, 8, 64, 300, 1 << 24])
    }
    let framework = random.below(2) == 0 ? " --framework \(random.pick(Framework.all).name)" : ""
    guard random.below(3) == 0, let call = try? LayerCall(kind, sizes) else {
      let words = sizes.map { "--\($0.key.rawValue) \($0.value)" }.sorted()
      return (["layer", kind.rawValue] + words).joined(separator: " ") + framework
    }
    let code = call.code(in: random.pick(Framework.all), seed: Seed(0)).joined(separator: "\n")
    let constructor = code.firstMatch(of: /(?:nnx?|keras\.layers)\.[A-Z][^\n]*?\)/)?.output ?? ""
    return "'\(constructor)' --in \(call[.in])" + framework
  }

  private mutating func option() -> String {
    switch random.below(13) {
    case 12: random.pick(["--tensor moved.weight", "--law xavier_normal", "--tensor x"])
    case 0, 1: "--shape \(random.pick(Self.shapes))"
    case 2: "--seed \(random.pick(["0", "18446744073709551615", "\(random.below(1000))"]))"
    case 3: "--view \(random.pick(View.allCases).rawValue)"
    case 4:
      "--bins \(random.pick(BinRule.allCases.map(\.rawValue) + ["columns", "1", "1000"]))"
    case 5: "--panel \(random.pick(PanelChoice.allCases).rawValue)"
    case 6:
      random.below(4) == 0
        ? "--depth \(random.pick(Self.counts)) --width \(random.pick(Self.counts))"
        : "--depth \(1 + random.below(60)) --width \(1 + random.below(16)) --view propagation"
    case 7:
      random.pick([
        "--activation \(random.pick(Activation.allCases).name)", "--bias", "--no-bias",
        "--input \(random.pick(NetworkInput.allCases).rawValue)",
        "--batch \(random.pick(Self.counts))",
      ])
    case 8: "--framework \(random.pick(Framework.all).name)"
    case 9: "--\(random.pick(LayerSize.allCases).rawValue) \(random.pick(Self.counts))"
    default: "--\(random.pick(Parameter.allCases).rawValue) \(number())"
    }
  }

  // What the workers would tell of a model's requests, some of it in part only, and some that they
  // could not.
  private mutating func findings(of work: Work) -> [Message] {
    var messages: [Message] = []
    for slot in Slot.allCases {
      guard let job = work[slot] else { continue }
      if random.below(30) == 0 {
        let error = InitializerError.cannotFactorize(.orthogonal, reason: "status -4")
        messages.append(.found(slot, Finding(job: job, result: .failure(error))))
      }
      guard Self.isSmall(job) else { continue }
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
    case let request as LayerRequest:
      request.frameworks.allSatisfy { framework in
        ((try? request.call.tensors(in: framework)) ?? []).allSatisfy { $0.shape.count < 40_000 }
      }
    case is SurveyRequest: true
    // Its first steps.
    case is BirthRequest: true
    default: false
    }
  }
}

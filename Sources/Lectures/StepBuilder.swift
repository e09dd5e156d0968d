internal import Expressions
internal import Scenes

/// A step being read.
struct StepBuilder {
  let title: String
  let name: String
  /// The scene so far.
  private(set) var scene: Scene
  var notes: [String] = []
  var claims: [Lecture.Claim] = []
  var seconds: Int?

  private var blocks: [Lecture.Block] = []
  private var beats: [Lecture.Beat] = []
  // Lines of one paragraph are joined.
  private var isInParagraph = false
  // Whether the present beat has a scene of its own.
  private var hasScene = false
  // Where the present beat's blocks begin.
  private var firstBlock = 0
  private var isRevealed = false
  private var question: Int?

  init(title: String, name: String, scene: Scene) {
    (self.title, self.name, self.scene) = (title, name, scene)
  }

  /// The clicks so far.
  var beatCount: Int { beats.count + 1 }

  /// The answers to choose from so far.
  var optionCount: Int {
    guard let question, case .choice(_, let options) = blocks[question] else { return 0 }
    return options.count
  }

  mutating func endParagraph() { isInParagraph = false }

  /// Adds a line of prose.
  mutating func say(_ spans: [Lecture.Span]) {
    if isInParagraph, case .prose(let before)? = blocks.last {
      blocks[blocks.count - 1] = .prose(before + Self.joint(before, spans) + spans)
    } else {
      blocks.append(.prose(spans))
    }
    isInParagraph = true
  }

  // Lines are joined by a blank, but not where Chinese goes on.
  private static func joint(_ before: [Lecture.Span], _ after: [Lecture.Span]) -> [Lecture.Span] {
    guard case .text(let left)? = before.last, case .text(let right)? = after.first,
      let last = left.last, let first = right.first, last.isOfWideScript, first.isOfWideScript
    else { return [.text(" ")] }
    return []
  }

  /// Shows a scene, with the present click if it has none and has said nothing yet.
  mutating func show(_ next: Scene) {
    if hasScene || blocks.count > firstBlock { endBeat() }
    scene = next
    hasScene = true
    isInParagraph = false
  }

  private mutating func endBeat() {
    beats.append(
      Lecture.Beat(scene: scene, blockCount: blocks.count, isRevealed: isRevealed))
    hasScene = false
    firstBlock = blocks.count
  }

  /// Asks a question.
  mutating func ask(_ spans: [Lecture.Span]) throws(LectureError.Problem) {
    guard question == nil else { throw .secondQuestion }
    question = blocks.count
    blocks.append(.choice(spans, options: []))
    isInParagraph = false
  }

  /// Adds an answer to choose.
  mutating func answer(_ option: Lecture.Option) throws(LectureError.Problem) {
    guard let question, question == blocks.count - 1, !isRevealed,
      case .choice(let spans, let options) = blocks[question]
    else { throw .answerWithoutQuestion }
    blocks[question] = .choice(spans, options: options + [option])
  }

  /// Says that a number is asked for.
  mutating func estimate(
    _ expression: Expression, within factor: Double
  ) throws(LectureError.Problem) {
    guard let question, question == blocks.count - 1, !isRevealed,
      case .choice(let spans, let options) = blocks[question], options.isEmpty
    else { throw .answerWithoutQuestion }
    blocks[question] = .estimate(spans, of: expression, within: factor)
  }

  /// Leaves what follows to the next click, which answers the question if there is one.
  mutating func pause() throws(LectureError.Problem) {
    if let question, case .choice(_, let options) = blocks[question],
      options.count < 2 || !options.contains(where: \.isRight)
    {
      throw .noAnswer
    }
    endBeat()
    isRevealed = question != nil
    isInParagraph = false
  }

  /// The step.
  func finished() throws(LectureError.Problem) -> Lecture.Step {
    guard question == nil || isRevealed else { throw .noReveal }
    var last = self
    last.endBeat()
    return Lecture.Step(
      title: title, name: name, blocks: blocks, beats: last.beats, notes: notes,
      seconds: seconds, claims: claims)
  }
}

extension Character {
  /// Whether it is of a script that is written without blanks: Chinese and its punctuation.
  fileprivate var isOfWideScript: Bool {
    unicodeScalars.first.map { (0x2E80...0xFFEF).contains($0.value) } ?? false
  }
}

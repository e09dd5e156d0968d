package import Expressions
internal import Readings
package import Scenes

/// A lecture: steps of prose beside scenes, with questions, notes for who speaks, and claims that make
/// it a test of itself.
package struct Lecture: Hashable, Sendable {
  /// What it is called on the command line.
  package let id: String
  /// The tag of the language it is in.
  package let language: String
  /// The title.
  package let title: String
  /// How long it takes, in minutes.
  package let minutes: Int?
  /// The papers and threads it rests on.
  package let sources: [String]
  /// The steps, at least one.
  package let steps: [Step]
  /// The text that it was read from.
  package let text: [UInt8]

  /// A step: what is said under one heading, click by click.
  package struct Step: Hashable, Sendable {
    /// The heading.
    package let title: String
    /// Its name, the same in every language.
    package let name: String
    /// All that is said, in order.
    package let blocks: [Block]
    /// What a click after the other shows, at least one.
    package let beats: [Beat]
    /// What the lecturer alone sees.
    package let notes: [String]
    /// How long it stands where nobody clicks, in seconds.
    package let seconds: Int?
    /// What must hold of the numbers at its end.
    package let claims: [Claim]
  }

  /// What is seen between two clicks.
  package struct Beat: Hashable, Sendable {
    /// The scene.
    package let scene: Scene
    /// How many of the step's blocks have been said.
    package let blockCount: Int
    /// Whether the answer to the step's question has been given.
    package let isRevealed: Bool
  }

  /// What is said in one go.
  package enum Block: Hashable, Sendable {
    /// A paragraph.
    case prose([Span])
    /// A question with answers to choose from.
    case choice([Span], options: [Option])
    /// A question for a number, which is right within a factor.
    case estimate([Span], of: Expression, within: Double)
  }

  /// An answer to choose.
  package struct Option: Hashable, Sendable {
    /// What it says.
    package let text: [Span]
    /// Whether it is the right one.
    package let isRight: Bool
  }

  /// A piece of a paragraph.
  package enum Span: Hashable, Sendable {
    /// Words.
    case text(String)
    /// Words that matter.
    case emphasis(String)
    /// What is typed or read in a program.
    case code(String)
    /// A number of the scene, as it is when it is shown.
    case number(LiveNumber)
  }

  /// A number that is computed when it is shown.
  package struct LiveNumber: Hashable, Sendable {
    /// What is computed; its variables name readings.
    package let expression: Expression
    /// The significant digits.
    package let digits: Int
    /// Whether a number above 0 has a sign.
    package let isSigned: Bool

    /// The digits where none are asked for.
    package static let usualDigits = 4
  }

  /// What must hold of a scene's numbers.
  package struct Claim: Hashable, Sendable {
    /// The line it stands in, from 1.
    package let line: Int
    /// The claim as it is written.
    package let text: String
    /// The number it is about.
    package let expression: Expression
    /// What it must be.
    package let relation: Relation

    /// How a number is to another.
    package enum Relation: Hashable, Sendable {
      /// As near as a part of the other: |x − y| ≤ share·|y|.
      case near(Expression, share: Double)
      /// As near as a number: |x − y| ≤ distance.
      case at(Expression, distance: Double)
      case less(Expression)
      case greater(Expression)
    }
  }
}

extension Lecture {
  /// The same with other scenes.
  package func mapScenes(_ transform: (Scene) throws -> Scene) rethrows -> Lecture {
    let steps = try steps.map { step in
      let beats = try step.beats.map { beat in
        Beat(
          scene: try transform(beat.scene), blockCount: beat.blockCount,
          isRevealed: beat.isRevealed)
      }
      return Step(
        title: step.title, name: step.name, blocks: step.blocks, beats: beats, notes: step.notes,
        seconds: step.seconds, claims: step.claims)
    }
    return Lecture(
      id: id, language: language, title: title, minutes: minutes, sources: sources, steps: steps,
      text: text)
  }
}

extension Lecture.Claim {
  /// Whether it holds of numbers; nil where one of them is not known.
  package func holds(_ number: (Expression.Variable) -> Double?) -> Bool? {
    guard let value = expression.real(number) else { return nil }
    switch relation {
    case .near(let other, let share):
      return other.real(number).map { abs(value - $0) <= share * abs($0) }
    case .at(let other, let distance):
      return other.real(number).map { abs(value - $0) <= distance }
    case .less(let other): return other.real(number).map { value < $0 }
    case .greater(let other): return other.real(number).map { value > $0 }
    }
  }
}

extension Lecture.Step {
  /// The scene beside which a block is said.
  package func scene(beside block: Int) -> Scene? {
    beats.first { $0.blockCount > block }?.scene
  }

  /// The scene beside which its question is answered; nil without one.
  package var sceneOfAnswer: Scene? { beats.first(where: \.isRevealed)?.scene }
}

extension Lecture {
  /// All numbers that are named, in what is said and in what is claimed.
  package var numbers: Set<Expression.Variable> {
    steps.reduce(into: []) { $0.formUnion($1.numbers) }
  }
}

extension Lecture.Step {
  /// The numbers that it names.
  package var numbers: Set<Expression.Variable> {
    var numbers: Set<Expression.Variable> = []
    func add(_ spans: [Lecture.Span]) {
      for case .number(let number) in spans { numbers.formUnion(number.expression.variables) }
    }
    for block in blocks {
      switch block {
      case .prose(let spans): add(spans)
      case .choice(let question, let options):
        add(question)
        for option in options { add(option.text) }
      case .estimate(let question, let expression, _):
        add(question)
        numbers.formUnion(expression.variables)
      }
    }
    for claim in claims {
      numbers.formUnion(claim.expression.variables)
      switch claim.relation {
      case .near(let other, _), .at(let other, _), .less(let other), .greater(let other):
        numbers.formUnion(other.variables)
      }
    }
    return numbers
  }
}

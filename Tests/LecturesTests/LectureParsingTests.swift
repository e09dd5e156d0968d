import Expressions
import Scenes
import Testing
import Words

@testable import Lectures

/// Reading a lecture's file.
@Suite struct `A lecture's file` {
  static let head = "# Title\nid: a\nlang: en\n"

  func lecture(_ text: String) throws(LectureError) -> Lecture {
    try Lecture(parsing: Array(text.utf8))
  }

  func step(_ text: String) throws -> Lecture.Step {
    let lecture = try lecture(Self.head + "## Step {#one}\n" + text)
    return try #require(lecture.steps.first)
  }

  @Test func `has a head`() throws {
    let lecture = try lecture(
      """
      # Why *two*?
      id: why-he
      lang: en
      minutes: 12
      source: He et al. 2015: eq. 7
      source: another

      ## One {#one-1}
      """)
    #expect(lecture.title == "Why *two*?")
    #expect(lecture.id == "why-he" && lecture.language == "en" && lecture.minutes == 12)
    #expect(lecture.sources == ["He et al. 2015: eq. 7", "another"])
    #expect(lecture.steps.map(\.name) == ["one-1"] && lecture.steps[0].title == "One")
    #expect(lecture.steps[0].beats == [.init(scene: .first, blockCount: 0, isRevealed: false)])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `takes all line ends and a byte order mark`(end: String) throws {
    let text = "\u{FEFF}" + (Self.head + "## S {#s}\nWords.\n").replacing("\n", with: end)
    #expect(try lecture(text).steps[0].blocks == [.prose([.text("Words.")])])
  }

  @Test func `has prose with what matters, code and numbers`() throws {
    let step = try step(
      "It is *half*, `relu` says: {q 30 / q 1:2} of {std theory}, z {std z:+2};\n2 * 3 = 6.\n\nNext."
    )
    guard case .prose(let spans)? = step.blocks.first else {
      Issue.record("no prose")
      return
    }
    #expect(spans.contains(.emphasis("half")) && spans.contains(.code("relu")))
    let numbers = spans.compactMap { span -> Lecture.LiveNumber? in
      if case .number(let number) = span { number } else { nil }
    }
    #expect(numbers.map(\.expression.description) == ["q 30/q 1", "std theory", "std z"])
    #expect(numbers.map(\.digits) == [2, 4, 2] && numbers.map(\.isSigned) == [false, false, true])
    #expect(spans.suffix(2) == [.text(" "), .text("2 * 3 = 6.")])
    #expect(step.blocks.last == .prose([.text("Next.")]))
  }

  @Test func `joins lines of Chinese without a blank`() throws {
    let step = try step("每一层\n方差减半。\nrelu 之后")
    #expect(
      step.blocks == [
        .prose([.text("每一层"), .text("方差减半。"), .text(" "), .text("relu 之后")])
      ])
  }

  @Test func `shows a scene with the words behind it, another with the next click`() throws {
    let step = try step(
      """
      > xavier_normal --shape 64,64
      Words.
      > --depth 3
      > --view propagation
      More.
      """)
    let scenes = try ["", " --depth 3", " --depth 3 --view propagation"].map {
      try Scene(parsing: "xavier_normal --shape 64,64" + $0)
    }
    #expect(step.beats.map(\.scene) == scenes)
    #expect(step.beats.map(\.blockCount) == [1, 1, 2])
  }

  @Test func `goes on with the last scene of the step before`() throws {
    let lecture = try lecture(
      Self.head + "## A {#a}\n> ones --shape 2,2\n## B {#b}\nWords.\n## C {#c}\n> --seed 3\n")
    #expect(lecture.steps[1].beats[0].scene == (try Scene(parsing: "ones --shape 2,2")))
    #expect(lecture.steps[2].beats[0].scene == (try Scene(parsing: "ones --shape 2,2 --seed 3")))
  }

  @Test func `asks before it answers`() throws {
    let step = try step(
      """
      ? How much is left?
      - all
      * half
      - none
      !
      > --depth 7
      Half.
      must q 7 theory within 5% of 1/2
      must std z within 4 of 0
      must q 7 < q 1 + 1
      % Hands up.
      ~ 8
      """)
    #expect(step.beats.map(\.isRevealed) == [false, true])
    #expect(step.beats[0].scene == .first && step.beats[1].scene != .first)
    guard case .choice(let question, let options)? = step.blocks.first else {
      Issue.record("no question")
      return
    }
    #expect(question == [.text("How much is left?")])
    #expect(options.map(\.isRight) == [false, true, false])
    #expect(step.notes == ["Hands up."] && step.seconds == 8)
    let claims = step.claims
    #expect(claims.map(\.line) == [12, 13, 14])
    let numbers: [String: Double] = ["q 7 theory": 0.51, "std z": -4.1, "q 7": 2, "q 1": 1]
    #expect(
      claims.map { $0.holds { numbers[$0.name] } } == [true, false, false])
    #expect(claims[0].holds { _ in nil } == nil)
    #expect(step.numbers.map(\.name).sorted() == ["q 1", "q 7", "q 7 theory", "std z"])
  }

  @Test func `asks for a number`() throws {
    let step = try step("? By how much?\n= sqrt(q 30/q 1), within a factor 4\n!\n")
    guard case .estimate(_, let expression, let factor)? = step.blocks.first else {
      Issue.record("no question")
      return
    }
    #expect(expression.description == "sqrt(q 30/q 1)" && factor == 4)
  }

  static let wrong: [(text: String, line: Int, column: Int, problem: String)] = [
    ("", 1, 1, "A lecture begins with its title: # TITLE."),
    ("Words", 1, 1, "A lecture begins with its title: # TITLE."),
    (head, 4, 1, "A lecture has steps: ## TITLE {#name}."),
    ("# T\nlang: en\n## S {#s}", 1, 1, "The head lacks id: a line such as id: …"),
    ("# T\nid: a\n## S {#s}", 1, 1, "The head lacks lang: a line such as lang: …"),
    ("# T\nid: a b\n", 2, 1, "id cannot be 'a b'."),
    ("# T\nminutes: soon\n", 2, 1, "minutes cannot be 'soon'."),
    ("# T\nauthor: me\n", 2, 1, "The head has no author; it has id, lang, minutes or source."),
    (
      "# T\n> ones\n", 2, 1,
      "Before the first step stand lines of the head, such as id: NAME."
    ),
    (
      head + "## Step\n", 4, 8,
      "A step has a name of letters, digits and hyphens at its end: {#name}."
    ),
    (head + "## A {#a}\n## B {#a}", 5, 8, "Another step has the name a."),
    (
      head + "## A {#a}\n> xavier_normal --detph 3", 5, 17,
      "Unknown option '--detph'. Did you mean '--depth'?"
    ),
    (
      head + "## A {#a}\n>", 5, 2, "> is followed by a scene, such as xavier_uniform or --depth 30."
    ),
    (
      head + "## A {#a}\n| x", 5, 1,
      "No line begins with |; prose begins with a letter or a digit."
    ),
    (head + "## A {#a}\nIt is *half", 5, 7, "* is not closed on its line."),
    (head + "## A {#a}\nIt is {std", 5, 7, "{ is not closed on its line."),
    (
      head + "## A {#a}\nIt is {stdd}", 5, 8,
      "'stdd' is no number; one is a reading, such as std or q 30 theory, or an expression of them, "
        + "with :DIGITS behind it."
    ),
    (
      head + "## A {#a}\n? x\n* a\n- b\n", 8, 1,
      "A question is answered in its step: ! stands behind it."
    ),
    (
      head + "## A {#a}\n? x\n* a\n!\n", 7, 1,
      "A question has two answers or more, the right ones with a *, or a number to guess: = EXPRESSION, within a factor N."
    ),
    (head + "## A {#a}\n- b\n", 5, 1, "An answer stands under its question, before the reveal."),
    (
      head + "## A {#a}\n??\n", 5, 1,
      "No line begins with ?; prose begins with a letter or a digit."
    ),
    (head + "## A {#a}\n# B\n", 5, 1, "# is the title's alone; a step begins with ##."),
    (head + "## A {#a}\n? x\n? y\n", 6, 1, "A step asks one question."),
    (
      head + "## A {#a}\nmust std be small\n", 5, 6,
      "'std be small' is no claim; one is X within 5% of Y, X within 0.1 of Y, X < Y or X > Y."
    ),
    (
      head + "## A {#a}\n~ 0\n", 5, 3, "'0' are no seconds; they are a whole number from 1 to 3600."
    ),
    (
      head + "## A {#a}\n? x\n= q 30 / q 1\n", 6, 3,
      "'q 30 / q 1' is no number to guess; one is X, within a factor N."
    ),
    (
      head + "## A {#a}\nmust: std\n", 5, 6,
      "' std' is no claim; one is X within 5% of Y, X within 0.1 of Y, X < Y or X > Y."
    ),
    (head + "## A {#a}\nbell \u{7}\n", 5, 6, "The control character U+7 is not text."),
    (head + "## A {#a}\nright \u{202E}\n", 5, 7, "The control character U+202e is not text."),
  ]

  @Test(arguments: ["must std < 1", "must: std < 1", "Must std < 1", "MUST: std < 1"])
  func `never takes a claim for prose`(line: String) throws {
    let step = try step(line)
    #expect(step.blocks.isEmpty && step.claims.map(\.text) == ["std < 1"])
    let prose = try self.step("Must we know? std < 1, say.")
    #expect(prose.blocks.count == 1 && prose.claims.isEmpty)
  }

  @Test func `leaves what follows an exclamation mark to the next click`() throws {
    let step = try step("One.\n!\nTwo.\n? Which?\n- a\n* b\n!\nThree.\n!\nFour.")
    #expect(step.beats.map(\.blockCount) == [1, 3, 4, 5])
    #expect(step.beats.map(\.isRevealed) == [false, false, true, true])
  }

  @Test(arguments: wrong)
  func `is refused with the place of what is wrong`(
    text: String, line: Int, column: Int, problem: String
  ) {
    do {
      _ = try lecture(text)
      Issue.record("no error")
    } catch {
      #expect(error.line == line && error.column == column, "\(error) in \(text.suffix(20))")
      #expect(Catalogue.english(error.problem.phrase) == problem)
      #expect(error.description == "line \(line), column \(column): \(problem)")
      let controls = error.text.unicodeScalars.filter(\.steersTerminals)
      #expect(controls.isEmpty)
    }
  }

  @Test func `is of bounded size`() {
    func problem(_ text: String) -> LectureError.Problem? {
      do {
        _ = try lecture(text)
        return nil
      } catch {
        return error.problem
      }
    }
    #expect(problem(String(repeating: "x", count: 1 << 20 + 1)) == .tooLong(1 << 20 + 1))
    #expect(problem("# " + String(repeating: "x", count: 5000)) == .lineTooLong(5002))
    let steps = (0...200).map { "## S {#s\($0)}\n" }.joined()
    #expect(problem(Self.head + steps) == .tooMany(.steps, most: 200))
    let step = Self.head + "## S {#s}\n"
    #expect(problem(step + String(repeating: "> ones\n", count: 51)) == .tooMany(.beats, most: 50))
    #expect(problem(step + String(repeating: "% x\n", count: 51)) == .tooMany(.notes, most: 50))
    #expect(
      problem(step + String(repeating: "must std < 1\n", count: 51)) == .tooMany(.claims, most: 50))
    #expect(
      problem(step + "? x\n" + String(repeating: "- x\n", count: 9)) == .tooMany(.options, most: 8))
    #expect(problem(step + "\u{FFFD}") == .unknownBeginning("\u{FFFD}"))
    do {
      _ = try Lecture(parsing: Array(step.utf8) + [0x61, 0xFF])
    } catch {
      #expect(error.problem == .notText && error.column == 2)
    }
  }
}

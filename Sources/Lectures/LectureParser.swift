internal import Scenes
internal import Words

extension Lecture {
  /// The most bytes of a lecture's file.
  package static let mostBytes = 1 << 20
  /// The most bytes of one of its lines.
  package static let mostBytesOfLine = 4096

  /// Parses a file's text, UTF-8 with any of the usual line ends.
  ///
  /// What a line is its beginning says:
  ///
  ///     # TITLE                   then lines of the head: id, lang, minutes, source
  ///     ## STEP {#name}
  ///     > METHOD … or --options   a scene; another one is another click
  ///     words *that matter*, `code`, {std:3}
  ///     ? question                - an answer, * the right one, or = EXPRESSION, within a factor N
  ///     !                         what follows comes with the next click
  ///     % a note                  ~ SECONDS                  must EXPRESSION within 5% of EXPRESSION
  ///
  /// - Throws: `LectureError`, with the line and the column of what is wrong.
  package init(parsing bytes: [UInt8]) throws(LectureError) {
    var parser = LectureParser()
    guard bytes.count <= Self.mostBytes else {
      throw parser.error(.tooLong(bytes.count))
    }
    for row in bytes.textLines { try parser.take(row) }
    self = try parser.finish(reading: bytes)
  }
}

/// A lecture being read, line by line.
struct LectureParser {
  private static let most: [LectureError.Things: Int] = [
    .steps: 200, .beats: 50, .notes: 50, .claims: 50, .options: 8,
  ]

  private var number = 0
  private var text = ""
  fileprivate var head = LectureHead()
  private var steps: [Lecture.Step] = []
  private var step: StepBuilder?
  private var scene = Scene.first

  /// Whether the head is over.
  fileprivate var hasSteps: Bool { step != nil }

  /// An error in the present line.
  func error(_ problem: LectureError.Problem, column: Int = 1) -> LectureError {
    LectureError(
      line: max(1, number), column: column, problem: problem,
      text: text.withoutSteering)
  }

  mutating func take(_ row: ArraySlice<UInt8>) throws(LectureError) {
    number += 1
    text = String(decoding: row.prefix(Lecture.mostBytesOfLine), as: UTF8.self)
    guard row.count <= Lecture.mostBytesOfLine else { throw error(.lineTooLong(row.count)) }
    guard let line = String(validating: row, as: UTF8.self) else {
      throw error(.notText, column: text.prefix { $0 != "\u{FFFD}" }.count + 1)
    }
    if let control = line.unicodeScalars.firstIndex(where: \.steersTerminals) {
      throw error(
        .controlCharacter(line.unicodeScalars[control].value),
        column: line.unicodeScalars[..<control].count + 1)
    }
    // Blanks at the end are nobody's intention.
    text = String(line.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    try takeLine()
  }

  private mutating func takeLine() throws(LectureError) {
    guard head.title != nil else {
      guard text.hasPrefix("# ") else {
        if text.isEmpty { return }
        throw error(.noTitle)
      }
      head.title = String(text.dropFirst(2))
      return
    }
    if text.hasPrefix("## ") || text == "##" { return try beginStep() }
    guard step != nil else { return try takeHead() }
    try takeOfStep()
  }

  private mutating func takeHead() throws(LectureError) {
    guard !text.isEmpty else { return }
    guard let colon = text.firstIndex(of: ":"), text.first?.isLetter == true else {
      throw error(.outsideStep)
    }
    let value = text[text.index(after: colon)...].drop { $0 == " " }
    do {
      try head.take(String(text[..<colon]), String(value))
    } catch {
      throw self.error(error)
    }
  }

  private mutating func beginStep() throws(LectureError) {
    try endStep()
    guard steps.count < Self.most[.steps] ?? 0 else {
      throw error(.tooMany(.steps, most: steps.count))
    }
    let title = text.dropFirst(2).drop { $0 == " " }
    guard let open = title.firstRange(of: " {#"), title.last == "}" else {
      throw error(.noName, column: text.count + 1)
    }
    let name = String(title[open.upperBound...].dropLast())
    let isName = !name.isEmpty && name.utf8.allSatisfy { $0.isOfName }
    guard isName else { throw error(.noName, column: text.count - name.count) }
    guard !steps.contains(where: { $0.name == name }) else {
      throw error(.nameTwice(name), column: text.count - name.count)
    }
    step = StepBuilder(title: String(title[..<open.lowerBound]), name: name, scene: scene)
  }

  private mutating func endStep() throws(LectureError) {
    guard let step else { return }
    do {
      steps.append(try step.finished())
    } catch {
      throw self.error(error)
    }
    scene = step.scene
    self.step = nil
  }

  // What the first character says that the line is.
  private mutating func takeOfStep() throws(LectureError) {
    guard let first = text.first else {
      step?.endParagraph()
      return
    }
    let rest = String(text.dropFirst().drop { $0 == " " })
    let column = text.count - rest.count + 1
    let isSpaced = text.dropFirst().first == " "
    switch first {
    case ">": try takeScene(rest, column: column)
    case "?" where text.dropFirst().first != "?":
      let spans = try spans(rest, column: column)
      try build { step throws(LectureError.Problem) in try step.ask(spans) }
    case "-" where isSpaced, "*" where isSpaced:
      let spans = try spans(rest, column: column)
      try limit(.options, step?.optionCount ?? 0)
      try build { step throws(LectureError.Problem) in
        try step.answer(Lecture.Option(text: spans, isRight: first == "*"))
      }
    case "=":
      guard let (expression, factor) = ClaimReader.estimate(rest) else {
        throw error(.guess(rest), column: column)
      }
      try build { step throws(LectureError.Problem) in
        try step.estimate(expression, within: factor)
      }
    case "!" where rest.isEmpty:
      try limit(.beats, step?.beatCount ?? 0)
      try build { step throws(LectureError.Problem) in try step.pause() }
    case "%":
      try limit(.notes, step?.notes.count ?? 0)
      step?.notes.append(rest)
    case "~":
      guard let seconds = Int(rest), (1...3600).contains(seconds) else {
        throw error(.seconds(rest), column: column)
      }
      step?.seconds = seconds
    case _ where text.hasPrefix("must ") || text.hasPrefix("must:") || claim(in: text) != nil:
      try limit(.claims, step?.claims.count ?? 0)
      guard let claim = claim(in: text) else {
        throw error(.claim(String(text.dropFirst(5))), column: 6)
      }
      step?.claims.append(claim)
    case "#": throw error(.headingOfTitle)
    case _ where first.isLetter || first.isNumber || "*`{“‘\"'(（《「√∂−±…·".contains(first):
      let spans = try spans(text, column: 1)
      step?.say(spans)
    default: throw error(.unknownBeginning(first))
    }
  }

  // What begins with "must" however it is written, and goes on as a claim does, is none of the prose.
  private func claim(in text: String) -> Lecture.Claim? {
    guard text.prefix(4).lowercased() == "must" else { return nil }
    let rest = text.dropFirst(text.dropFirst(4).first == ":" ? 5 : 4).drop { $0 == " " }
    return ClaimReader.claim(String(rest), line: number)
  }

  private mutating func takeScene(_ line: String, column: Int) throws(LectureError) {
    try limit(.beats, step?.beatCount ?? 0)
    let next: Scene?
    do {
      next = try Scene.scene(of: line, after: step?.scene ?? scene)
    } catch {
      throw self.error(.scene(error.problem), column: column + error.column - 1)
    }
    guard let next else { throw error(.scene(Phrase("error.lecture.no-scene")), column: column) }
    step?.show(next)
  }

  private func spans(_ text: String, column: Int) throws(LectureError) -> [Lecture.Span] {
    do {
      return try ProseReader.spans(of: text)
    } catch {
      throw self.error(error.problem, column: column + error.offset)
    }
  }

  private mutating func build(
    _ change: (inout StepBuilder) throws(LectureError.Problem) -> Void
  ) throws(LectureError) {
    guard var builder = step else { return }
    do {
      try change(&builder)
    } catch {
      throw self.error(error)
    }
    step = builder
  }

  private func limit(_ things: LectureError.Things, _ count: Int) throws(LectureError) {
    let most = Self.most[things] ?? 0
    if count >= most { throw error(.tooMany(things, most: most)) }
  }

  /// The lecture, at the end of its text.
  mutating func finish(reading bytes: [UInt8]) throws(LectureError) -> Lecture {
    guard let title = head.title else { throw error(.noTitle) }
    try endStep()
    guard !steps.isEmpty else { throw error(.noSteps) }
    // Where it is missed: under the title.
    number = 1
    text = "# \(title)"
    guard let id = head.id else { throw error(.missing("id")) }
    guard let language = head.language else { throw error(.missing("lang")) }
    return Lecture(
      id: id, language: language, title: title, minutes: head.minutes, sources: head.sources,
      steps: steps, text: bytes)
  }
}

/// What stands before a lecture's first step.
package struct LectureHead: Sendable {
  /// The words of the head.
  static let keys = ["id", "lang", "minutes", "source"]

  /// The title.
  package fileprivate(set) var title: String?
  /// What it is called on the command line.
  package private(set) var id: String?
  /// The tag of the language it is in.
  package private(set) var language: String?
  /// How long it takes, in minutes.
  package private(set) var minutes: Int?
  private(set) var sources: [String] = []

  fileprivate init() {}

  /// Reads no more of a lecture's text than its head.
  ///
  /// - Throws: `LectureError`, with the line and the column of what is wrong.
  package init(parsing bytes: [UInt8]) throws(LectureError) {
    var parser = LectureParser()
    for row in bytes.textLines where !parser.hasSteps { try parser.take(row) }
    self = parser.head
  }

  mutating func take(_ key: String, _ value: String) throws(LectureError.Problem) {
    let isName = !value.isEmpty && value.utf8.allSatisfy(\.isOfName)
    switch key {
    case "id" where isName: id = value
    case "lang" where isName: language = value
    case "minutes":
      guard let number = Int(value), (1...600).contains(number) else {
        throw .wrongValue(key: key, value: value)
      }
      minutes = number
    case "source" where !value.isEmpty && sources.count < 50: sources.append(value)
    case _ where Self.keys.contains(key): throw .wrongValue(key: key, value: value)
    default: throw .unknownKey(key)
    }
  }
}

extension UInt8 {
  /// Whether a name on the command line may have the byte: letters, digits, a hyphen.
  fileprivate var isOfName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension String {
  /// The text without what could steer a terminal, a tab as a blank.
  fileprivate var withoutSteering: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { !$0.steersTerminals }.map { $0 == "\t" ? " " : $0 }))
  }
}

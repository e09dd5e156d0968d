package import Words

/// Why a text is no lecture.
package struct LectureError: Error, Hashable, Sendable, Worded {
  /// The line, from 1.
  package let line: Int
  /// The column of what is wrong, in characters from 1.
  package let column: Int
  /// What is wrong.
  package let problem: Problem
  /// The line's text, without what could steer a terminal.
  package let text: String

  /// What is wrong in a line.
  package enum Problem: Error, Hashable, Sendable {
    /// More bytes than a lecture has.
    case tooLong(Int)
    /// Bytes that are no UTF-8.
    case notText
    /// A character that could steer a terminal.
    case controlCharacter(UInt32)
    /// A line of more bytes than one has.
    case lineTooLong(Int)
    /// The first line is no title.
    case noTitle
    /// The head says nothing about something that it must.
    case missing(String)
    /// A word that the head does not know.
    case unknownKey(String)
    /// A value that the head does not take.
    case wrongValue(key: String, value: String)
    /// No step.
    case noSteps
    /// Two steps of one name.
    case nameTwice(String)
    /// A step without a name.
    case noName
    /// More of something than a lecture has.
    case tooMany(Things, most: Int)
    /// Something before the first step.
    case outsideStep
    /// A character that begins no line.
    case unknownBeginning(Character)
    /// A second question in a step.
    case secondQuestion
    /// An answer without a question.
    case answerWithoutQuestion
    /// A question without answers, or with none that is right.
    case noAnswer
    /// A question that is never answered.
    case noReveal
    /// A scene that is none.
    case scene(Phrase)
    /// A sign of emphasis, code or a number that is not closed.
    case notClosed(Character)
    /// A number that is none.
    case number(String)
    /// A claim that is none.
    case claim(String)
    /// A number to guess that is none.
    case guess(String)
    /// A heading that begins as the title does.
    case headingOfTitle
    /// A time that is none.
    case seconds(String)
  }

  /// What there can be too many of.
  package enum Things: String, Sendable {
    case steps, beats, notes, claims, options
  }

  /// The sentence a user reads.
  package var phrase: Phrase {
    Phrase(
      "error.lecture.line",
      ["line": "\(line)", "column": "\(column)", "problem": .phrase(problem.phrase)])
  }
}

extension LectureError.Problem {
  /// What is wrong, and what is accepted.
  package var phrase: Phrase {
    switch self {
    case .tooLong(let bytes):
      Phrase(
        "error.lecture.too-long",
        ["bytes": .text(Numeral.bytes(bytes)), "most": .text(Numeral.bytes(Lecture.mostBytes))])
    case .notText: Phrase("error.recipe.not-text")
    case .controlCharacter(let value):
      Phrase("error.lecture.control", ["code": .text("U+" + String(value, radix: 16))])
    case .lineTooLong(let bytes):
      Phrase(
        "error.lecture.line-too-long",
        ["bytes": "\(bytes)", "most": "\(Lecture.mostBytesOfLine)"])
    case .noTitle: Phrase("error.lecture.title")
    case .missing(let key): Phrase("error.lecture.missing", ["key": .text(key)])
    case .unknownKey(let key):
      Phrase(
        "error.lecture.key",
        ["key": .text(key.excerpt), "keys": .alternatives(LectureHead.keys)])
    case .wrongValue(let key, let value):
      Phrase("error.lecture.value", ["key": .text(key), "value": .text(value.excerpt)])
    case .noSteps: Phrase("error.lecture.no-steps", ["anchor": "{#name}"])
    case .nameTwice(let name): Phrase("error.lecture.name-twice", ["name": .text(name)])
    case .noName: Phrase("error.lecture.no-name", ["anchor": "{#name}"])
    case .tooMany(let things, let most):
      Phrase("error.lecture.too-many.\(things.rawValue)", ["most": "\(most)"])
    case .outsideStep: Phrase("error.lecture.outside")
    case .unknownBeginning(let character):
      Phrase("error.lecture.beginning", ["character": "\(character)"])
    case .secondQuestion: Phrase("error.lecture.second-question")
    case .answerWithoutQuestion: Phrase("error.lecture.answer")
    case .noAnswer: Phrase("error.lecture.no-answer")
    case .noReveal: Phrase("error.lecture.no-reveal")
    case .scene(let problem): problem
    case .notClosed(let character):
      Phrase("error.lecture.not-closed", ["character": "\(character)"])
    case .number(let text): Phrase("error.lecture.number", ["text": .text(text.excerpt)])
    case .claim(let text): Phrase("error.lecture.claim", ["text": .text(text.excerpt)])
    case .guess(let text): Phrase("error.lecture.guess", ["text": .text(text.excerpt)])
    case .headingOfTitle: Phrase("error.lecture.heading")
    case .seconds(let text): Phrase("error.lecture.seconds", ["text": .text(text.excerpt)])
    }
  }
}

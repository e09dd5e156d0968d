package import Attribution
internal import Expressions
internal import Initializers
package import Lectures
internal import Readings
internal import Scenes
package import Screen
package import Words

/// What is wrong with a lecture that can be read: what cannot be seen, is not known, or does not hold.
package enum LectureFault: Hashable, Sendable, Worded {
  /// A scene of a step that PyTorch refuses.
  case refused(step: String, click: Int, Phrase)
  /// A number in a step's words that its scene has not.
  case unknownNumber(step: String, click: Int, String)
  /// A claim of a number that is not known.
  case unknownClaim(step: String, line: Int, String)
  /// A claim that does not hold, and what its number is.
  case broken(step: String, line: Int, String, value: Double, other: Double)
  /// More lines of prose than a screen has room for.
  case tooLong(step: String, lines: Int, room: Int, Size)

  package var phrase: Phrase {
    switch self {
    case .refused(let step, let click, let reason):
      Phrase(
        "lecture.fault.refused",
        ["step": .text(step), "click": "\(click)", "reason": .phrase(reason)])
    case .unknownNumber(let step, let click, let name):
      Phrase(
        "lecture.fault.number",
        ["step": .text(step), "click": "\(click)", "name": .text(name)])
    case .unknownClaim(let step, let line, let text):
      Phrase(
        "lecture.fault.claim-unknown",
        ["step": .text(step), "line": "\(line)", "claim": .text(text)])
    case .broken(let step, let line, let text, let value, let other):
      Phrase(
        "lecture.fault.claim",
        [
          "step": .text(step), "line": "\(line)", "claim": .text(text),
          "value": .text(Numeral.general(value, digits: 6)),
          "other": .text(Numeral.general(other, digits: 6)),
        ])
    case .tooLong(let step, let lines, let room, let size):
      Phrase(
        "lecture.fault.too-long",
        [
          "step": .text(step), "lines": "\(lines)", "room": "\(room)",
          "size": .text("\(size.columns)×\(size.rows)"),
        ])
    }
  }
}

extension Lecture {
  /// The screens on which all that is said must be seen.
  package static let checkedSizes = [
    Size(columns: 60, rows: 18), Size(columns: 80, rows: 24),
  ]

  /// Goes through a lecture click by click, with all its numbers, and finds what is wrong with it.
  ///
  /// - Parameter files: the files of tensors that its scenes are of.
  package func faults(
    in words: Catalogue, files: FileShelf = FileShelf()
  ) -> [LectureFault] {
    var faults: [LectureFault] = []
    var model = Model(size: Self.checkedSizes[0], words: words)
    model.begin(self, files: files)
    var place: Lecturing.Place?
    while let lecturing = model.lecturing, lecturing.place != place {
      place = lecturing.place
      faults += model.faultsOfBeat()
      model.goOnLecturing()
    }
    return faults
  }
}

extension Model {
  // What is wrong at the present click, whose numbers are made.
  fileprivate mutating func faultsOfBeat() -> [LectureFault] {
    guard let lecturing else { return [] }
    let (step, click) = (lecturing.step, lecturing.place.beat + 1)
    do {
      try finishWork()
    } catch {
      return [.refused(step: step.name, click: click, .of(error))]
    }
    if let refusal {
      return [
        .refused(step: step.name, click: click, refusal.phrase(of: scene.tensor.framework))
      ]
    }
    var faults: [LectureFault] = lecturing.numbersOfClick.compactMap { expression in
      guard expression.real({ number($0.name) }) == nil else { return nil }
      return .unknownNumber(step: step.name, click: click, expression.description)
    }
    guard lecturing.place.beat == step.beats.count - 1 else { return faults }
    for claim in step.claims {
      guard let holds = claim.holds({ number($0.name) }) else {
        faults.append(.unknownClaim(step: step.name, line: claim.line, claim.text))
        continue
      }
      if !holds, let value = claim.expression.real({ number($0.name) }),
        let other = claim.relation.other.real({ number($0.name) })
      {
        faults.append(
          .broken(step: step.name, line: claim.line, claim.text, value: value, other: other))
      }
    }
    for size in Lecture.checkedSizes {
      self.size = size
      let lines = prose?.mostLines(columns: LectureLayout.proseColumns(of: size.columns)) ?? 0
      let room = lectureLayout?.prose.rows ?? 0
      if lines > room {
        faults.append(.tooLong(step: step.name, lines: lines, room: room, size))
      }
    }
    self.size = Lecture.checkedSizes[0]
    return faults
  }
}

extension Lecturing {
  /// Whether what has been said so far, or what is claimed at the end, names a seed.
  var namesBirth: Bool {
    let isLast = place.beat == step.beats.count - 1
    let said = blocks.flatMap(\.numbers) + (isLast ? step.claims.map(\.expression) : [])
    return said.contains { expression in
      expression.variables.contains {
        if case .birth? = ReadingNumber($0.name)?.name { true } else { false }
      }
    }
  }

  /// The numbers that the present click says besides those said before.
  fileprivate var numbersOfClick: [Expression] {
    let before = place.beat > 0 ? step.beats[place.beat - 1] : nil
    let said = blocks.dropFirst(before?.blockCount ?? 0).flatMap(\.numbers)
    guard beat.isRevealed, before?.isRevealed == false else { return said }
    return said
      + step.blocks.compactMap { if case .estimate(_, let number, _) = $0 { number } else { nil } }
  }
}

extension Lecture.Block {
  /// The numbers in its words.
  fileprivate var numbers: [Expression] {
    func numbers(_ spans: [Lecture.Span]) -> [Expression] {
      spans.compactMap { if case .number(let number) = $0 { number.expression } else { nil } }
    }
    switch self {
    case .prose(let spans): return numbers(spans)
    case .choice(let question, let options):
      return numbers(question) + options.flatMap { numbers($0.text) }
    case .estimate(let question, _, _): return numbers(question)
    }
  }
}

extension Lecture.Claim.Relation {
  /// What a number is held against.
  fileprivate var other: Expression {
    switch self {
    case .near(let other, _), .at(let other, _), .less(let other), .greater(let other): other
    }
  }
}

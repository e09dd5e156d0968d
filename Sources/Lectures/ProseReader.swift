internal import Expressions
internal import Readings

/// Reads a line of prose.
enum ProseReader {
  /// What is wrong, and how many characters into the text.
  struct Failure: Error {
    let problem: LectureError.Problem
    let offset: Int
  }

  /// The pieces of a text: `*…*` matters, `` `…` `` is code, `{…}` is a number.
  static func spans(of text: String) throws(Failure) -> [Lecture.Span] {
    let characters = Array(text)
    var spans: [Lecture.Span] = []
    var (plain, position) = ("", 0)
    func end(_ mark: Character) throws(Failure) -> Int {
      guard let end = characters[(position + 1)...].firstIndex(of: mark) else {
        throw Failure(problem: .notClosed(characters[position]), offset: position)
      }
      return end
    }
    func finishPlain() {
      if !plain.isEmpty { spans.append(.text(plain)) }
      plain = ""
    }
    while position < characters.count {
      let character = characters[position]
      // A star between blanks multiplies.
      let next = position + 1 < characters.count ? characters[position + 1] : " "
      switch character {
      case "*" where next != " ", "`":
        let end = try end(character)
        let inner = String(characters[(position + 1)..<end])
        finishPlain()
        spans.append(character == "*" ? .emphasis(inner) : .code(inner))
        position = end + 1
      case "{":
        let end = try end("}")
        let inner = String(characters[(position + 1)..<end])
        guard let number = Lecture.LiveNumber(parsing: inner) else {
          throw Failure(problem: .number(inner), offset: position + 1)
        }
        finishPlain()
        spans.append(.number(number))
        position = end + 1
      default:
        plain.append(character)
        position += 1
      }
    }
    finishPlain()
    return spans
  }
}

extension Lecture.LiveNumber {
  /// Reads `EXPRESSION`, `EXPRESSION:DIGITS` or `EXPRESSION:+DIGITS`; nil for anything else.
  init?(parsing text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first,
      let expression = Expression(lecturing: String(first))
    else { return nil }
    self.expression = expression
    guard parts.count == 2 else {
      (digits, isSigned) = (Self.usualDigits, false)
      return
    }
    isSigned = parts[1].hasPrefix("+")
    guard let digits = Int(parts[1].drop { $0 == "+" }), (1...9).contains(digits) else {
      return nil
    }
    self.digits = digits
  }
}

extension Expression {
  /// Parses an expression whose names are those of readings.
  init?(lecturing text: String) {
    self.init(parsing: text) { ReadingNumber($0.name) != nil }
  }
}

/// Reads what must hold.
enum ClaimReader {
  /// A claim: `X within 5% of Y`, `X within 0.1 of Y`, `X < Y`, `X > Y`; nil for anything else.
  static func claim(_ text: String, line: Int) -> Lecture.Claim? {
    func claim(_ left: Substring, _ relation: Lecture.Claim.Relation?) -> Lecture.Claim? {
      guard let expression = Expression(lecturing: String(left)), let relation else { return nil }
      return Lecture.Claim(line: line, text: text, expression: expression, relation: relation)
    }
    if let within = text.firstRange(of: " within "),
      let of = text[within.upperBound...].firstRange(of: " of ")
    {
      let amount = text[within.upperBound..<of.lowerBound]
      let isShare = amount.hasSuffix("%")
      guard let value = Double(isShare ? amount.dropLast() : amount), value >= 0, value.isFinite,
        let other = Expression(lecturing: String(text[of.upperBound...]))
      else { return nil }
      return claim(
        text[..<within.lowerBound],
        isShare ? .near(other, share: value / 100) : .at(other, distance: value))
    }
    guard let sign = text.firstIndex(where: { $0 == "<" || $0 == ">" }) else { return nil }
    let other = Expression(lecturing: String(text[text.index(after: sign)...]))
    return claim(
      text[..<sign], other.map { text[sign] == "<" ? .less($0) : .greater($0) })
  }

  /// What a question asks for: `EXPRESSION, within a factor N`.
  static func estimate(_ text: String) -> (expression: Expression, factor: Double)? {
    guard let comma = text.firstRange(of: ", within a factor "),
      let factor = Double(text[comma.upperBound...]), factor > 1, factor.isFinite,
      let expression = Expression(lecturing: String(text[..<comma.lowerBound]))
    else { return nil }
    return (expression, factor)
  }
}

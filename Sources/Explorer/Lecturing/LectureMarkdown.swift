internal import Expressions
internal import Lectures
internal import Words

extension Model {
  /// What the present click of a lecture says besides what has been said before, a paragraph each, as
  /// Markdown with the numbers of its scene.
  ///
  /// - Parameter first: how many blocks have been said before.
  package func markdown(from first: Int) -> [String] {
    guard let blocks = lecturing?.blocks else { return [] }
    return blocks.dropFirst(first).flatMap { block -> [String] in
      switch block {
      case .prose(let spans): [markdown(spans)]
      case .choice(let question, let options):
        [
          "**\(markdown(question))**",
          options.enumerated().map { "- \(Self.letter($0)) \(markdown($1.text))" }
            .joined(separator: "\n"),
        ]
      case .estimate(let question, _, let factor):
        [
          "**\(markdown(question))**",
          words(Phrase("lecture.within", ["factor": .text(Numeral.shortest(factor))])),
        ]
      }
    }
  }

  /// The answer that the present click gives; nil where it gives none.
  package var answerInMarkdown: String? {
    guard let lecturing, lecturing.beat.isRevealed, lecturing.place.beat > 0,
      !lecturing.step.beats[lecturing.place.beat - 1].isRevealed
    else { return nil }
    for block in lecturing.step.blocks {
      switch block {
      case .prose: continue
      case .choice(_, let options):
        let right = options.enumerated().filter(\.element.isRight).map { Self.letter($0.offset) }
        return words(Phrase("lecture.answer", ["answer": .text(right.joined(separator: ", "))]))
      case .estimate(_, let expression, _):
        let value = expression.real { number($0.name) }
        return words(
          Phrase(
            "lecture.answer",
            ["answer": .text(value.map { Numeral.told($0, digits: 3) } ?? "…")]))
      }
    }
    return nil
  }

  /// The letter of an answer to choose, from 0.
  static func letter(_ index: Int) -> String {
    String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(clamping: index))))
  }

  private func markdown(_ spans: [Lecture.Span]) -> String {
    spans.map { span in
      switch span {
      case .text(let words): words
      case .emphasis(let words): "*\(words)*"
      case .code(let words): "`\(words)`"
      case .number(let live): live.text { number($0) }
      }
    }.joined()
  }
}

extension Lecture.LiveNumber {
  /// The number in its digits; an ellipsis while it is not known.
  func text(_ number: (String) -> Double?) -> String {
    guard let value = expression.real({ number($0.name) }) else { return "…" }
    return (isSigned && value > 0 ? "+" : "") + Numeral.told(value, digits: digits)
  }
}

extension Numeral {
  /// A number in a sentence of a lecture, as the tables beside it have it.
  static func told(_ value: Double, digits: Int) -> String {
    // A seed is read out, not estimated.
    if let whole = Int(exactly: value), String(whole.magnitude).count <= digits {
      return (whole < 0 ? "−" : "") + String(whole.magnitude)
    }
    return significant(value, digits: digits, minus: "−")
  }
}

internal import Expressions
internal import Lectures
internal import Scenes
internal import Screen
internal import Words

/// Text in runs of styles, broken into lines as a whole.
struct StyledText {
  private(set) var characters: [(character: Character, style: Style)] = []

  /// Adds text.
  mutating func add(_ text: String, _ style: Style) {
    characters += text.map { ($0, style) }
  }

  /// The text in lines of at most so many columns, each in runs; all but the first are indented.
  func lines(to columns: Int, indent: Int = 0) -> [[(String, Style)]] {
    let text = String(characters.map(\.character))
    var position = 0
    return text.wrapped(to: columns, at: [" "], indent: indent).enumerated().map { index, line in
      var runs: [(String, Style)] = []
      let margin = index == 0 ? 0 : line.prefix { $0 == " " }.count
      if margin > 0 { runs.append((String(repeating: " ", count: margin), .text)) }
      for character in line.dropFirst(margin) {
        // The blank at a break is not in any line.
        while position < characters.count, characters[position].character != character {
          position += 1
        }
        guard position < characters.count else { break }
        let style = characters[position].style
        position += 1
        if let last = runs.last, last.1 == style {
          runs[runs.count - 1].0.append(character)
        } else {
          runs.append((String(character), style))
        }
      }
      return runs
    }
  }
}

/// What a step says, as lines for some columns.
struct LectureProse {
  let step: Lecture.Step
  let beat: Lecture.Beat
  let lettering: Lettering
  /// The value of a number that is named beside a scene; nil where it is not there yet.
  let number: (String, Scene?) -> Double?

  /// The lines of the blocks that have been said.
  func lines(columns: Int) -> [[(String, Style)]] { lines(of: beat, columns: columns) }

  /// The lines that the step has in the end, for which there is to be room all along.
  func mostLines(columns: Int) -> Int {
    step.beats.map { lines(of: $0, columns: columns).count }.max() ?? 0
  }

  private func lines(of beat: Lecture.Beat, columns: Int) -> [[(String, Style)]] {
    let paragraphs = step.blocks.prefix(beat.blockCount).enumerated().map { index, block in
      lines(
        of: block, beside: step.scene(beside: index), isRevealed: beat.isRevealed, columns: columns)
    }
    return Array(paragraphs.joined(separator: [[]]))
  }

  private func lines(
    of block: Lecture.Block, beside scene: Scene?, isRevealed: Bool, columns: Int
  ) -> [[(String, Style)]] {
    switch block {
    case .prose(let spans): return text(spans, beside: scene, .text).lines(to: columns)
    case .choice(let question, let options):
      return text(question, beside: scene, Style(.bright, .bold)).lines(to: columns)
        + options.enumerated().flatMap { index, option in
          lines(
            of: option, beside: scene, letter: index, isRevealed: isRevealed, columns: columns)
        }
    case .estimate(let question, let expression, let factor):
      var answer = StyledText()
      if isRevealed {
        let value = expression.real { number($0.name, step.sceneOfAnswer) }
        let shown = value.map { Numeral.told($0, digits: 3) } ?? lettering.shown("…")
        answer.add(lettering.shown("  ✓ \(shown)"), Style(.good, .bold))
      } else {
        let within = Phrase("lecture.within", ["factor": .text(Numeral.shortest(factor))])
        answer.add("  \(lettering.shown(within))", Style(.dim))
      }
      return text(question, beside: scene, Style(.bright, .bold)).lines(to: columns)
        + answer.lines(to: columns, indent: 2)
    }
  }

  // Letters to vote for by a show of hands; the right one has a sign once the answer is given.
  private func lines(
    of option: Lecture.Option, beside scene: Scene?, letter index: Int, isRevealed: Bool,
    columns: Int
  ) -> [[(String, Style)]] {
    let letter = Model.letter(index)
    let isRight = isRevealed && option.isRight
    let style = isRight ? Style(.good, .bold) : isRevealed ? Style(.dim) : .text
    var line = StyledText()
    line.add(lettering.shown(isRight ? "✓ \(letter) " : "  \(letter) "), style)
    for (text, own) in runs(option.text, beside: scene, style) {
      line.add(text, isRevealed ? style : own)
    }
    return line.lines(to: columns, indent: 4)
  }

  private func text(
    _ spans: [Lecture.Span], beside scene: Scene?, _ style: Style
  ) -> StyledText {
    var text = StyledText()
    for (words, style) in runs(spans, beside: scene, style) { text.add(words, style) }
    return text
  }

  private func runs(
    _ spans: [Lecture.Span], beside scene: Scene?, _ style: Style
  ) -> [(String, Style)] {
    spans.map { span in
      switch span {
      case .text(let words): (lettering.shown(words), style)
      case .emphasis(let words): (lettering.shown(words), Style(.title, .bold))
      case .code(let words): (lettering.shown(words), Style(.code))
      case .number(let live):
        (lettering.shown(live.text { number($0, scene) }), Style(.bright, .bold))
      }
    }
  }
}

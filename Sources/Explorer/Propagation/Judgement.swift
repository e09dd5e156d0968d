internal import MeanField
internal import Screen

/// What is said of a signal, with as much detail as there is room for.
enum Judgement {
  /// A sentence that is always the same.
  case words(String)
  /// What depth does.
  case verdict(Verdict)

  /// The sentence.
  func sentence(_ detail: Verdict.Detail) -> String {
    switch self {
    case .words(let words): words
    case .verdict(let verdict): verdict.sentence(detail)
    }
  }

  /// The fullest sentence that takes one line, or else two.
  ///
  /// - Parameters:
  ///   - columns: those of a line.
  ///   - lines: the most there may be.
  ///   - shown: the text as the glyph set has it.
  func lines(columns: Int, most lines: Int, shown: (String) -> String) -> [String] {
    let times = shown("×")
    func wrapped(_ detail: Verdict.Detail) -> [String] {
      // A sign stays with its number.
      let bound = shown(sentence(detail)).replacing("\(times) ", with: "\(times)\u{A0}")
      return bound.wrapped(to: columns, at: [" "]).map { $0.replacing("\u{A0}", with: " ") }
    }
    let details = Verdict.Detail.allCases
    for count in 1...max(1, lines) {
      // What chance or flat units make of it is left out only where two lines do not hold it.
      for lines in details.dropLast().map(wrapped) where lines.count <= count { return lines }
    }
    let bare = wrapped(.bare)
    guard bare.count > lines, let first = bare.first else { return bare }
    return [first.dropLast(shown("…").count) + shown("…")]
  }
}

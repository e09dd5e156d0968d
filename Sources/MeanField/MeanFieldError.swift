package import Words

/// What is refused.
package enum MeanFieldError: Error, Equatable, Sendable, Worded {
  /// No activation has this name.
  case unknownActivation(String)
  /// A slope is given to an activation that has none.
  case slopeNotTaken(String)
  /// The slope is not a finite number.
  case invalidSlope(String)

  /// One line: what was given and what is accepted.
  package var phrase: Phrase {
    switch self {
    case .unknownActivation(let text):
      Phrase(
        "error.activation",
        ["text": .text(text.excerpt), "names": .alternatives(Activation.allCases.map(\.name))])
    case .slopeNotTaken(let name): Phrase("error.slope.not-taken", ["name": .text(name)])
    case .invalidSlope(let text): Phrase("error.slope", ["text": .text(text.excerpt)])
    }
  }
}

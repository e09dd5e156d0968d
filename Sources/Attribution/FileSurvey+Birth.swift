package import Births
package import Initializers
internal import WeightFiles
package import Words

extension LawCandidate.Origin {
  /// What drew a tensor whose birth is known.
  package init(_ origin: BirthHypothesis.Origin) {
    self =
      switch origin {
      case .layer(let tensor, let call): .layer(tensor, of: call)
      case .call(let call): .call(call)
      }
  }
}

extension Birth {
  /// The code that sets the seed, and where in the stream the tensor begins.
  package var phrase: Phrase {
    let framework = hypothesis.framework
    let seed = Phrase.Part.text("\(seed)")
    switch source {
    case .initializer: return Phrase("birth.initializer", ["seed": seed])
    case .program where framework.drawsInSequence:
      let code = Phrase.Part.text("torch.manual_seed(\(self.seed))")
      return Phrase("birth.stream", ["code": code, "draws": .text("\(draws)")])
    case .program where framework.isKeras:
      let code = Phrase.Part.text("keras.utils.set_random_seed(\(self.seed))")
      return Phrase("birth.nth", ["code": code, "number": .text("\(draws + 1)")])
    case .program where framework == .nnx: return .verbatim("nnx.Rngs(\(self.seed))")
    case .program where hypothesis.splits.isEmpty:
      return .verbatim("jax.random.key(\(self.seed))")
    case .program:
      let path = hypothesis.splits.map { "[\($0)]" }.joined()
      return Phrase(
        "birth.split",
        ["code": .text("jax.random.key(\(self.seed))"), "path": .text(path)])
    }
  }
}

extension FileSurvey.Row {
  /// The law that its bits show, else the likeliest that it agrees with, and what draws by it.
  package var likeliest: (law: Law, drawer: LawCandidate.Origin?)? {
    if isConfirmed, let hypothesis = birth?.hypothesis, let recipe = hypothesis.recipe {
      return (recipe.law, LawCandidate.Origin(hypothesis.origin))
    }
    guard case .consistent(let matches)? = verdict, let candidate = matches.first?.candidate
    else { return nil }
    return (candidate.law, candidate.origins.first)
  }

  /// The birth as a line of text: the tensor, the seed, how many of its numbers are as they were drawn.
  package var birthPhrase: Phrase? {
    birth.map { birth in
      if let correlation = birth.correlation {
        return Phrase(
          "birth.line.moved",
          [
            "name": .text(entry.shownName), "birth": .phrase(birth.phrase),
            "correlation": .text(Numeral.general(correlation, digits: 2)),
          ])
      }
      return Phrase(
        "birth.line",
        [
          "name": .text(entry.shownName), "birth": .phrase(birth.phrase),
          "intact": .text("\(birth.intact)"), "all": .text("\(entry.count)"),
        ])
    }
  }
}

internal import Expressions
package import Words

extension InitializerError: Worded {
  /// The sentence a user of PyTorch reads.
  package var phrase: Phrase { phrase(of: .pyTorch) }

  /// The sentence a user of a framework reads: its own words where it has some.
  package func phrase(of framework: Framework) -> Phrase {
    framework.sentence(self).map(Phrase.verbatim) ?? plainPhrase(of: framework)
  }

  private func plainPhrase(of framework: Framework) -> Phrase {
    func own(_ method: Method) -> Phrase.Part { .text(framework.entry(of: method).name) }
    switch self {
    case .unknownMethod(let name, let suggestions):
      let name = Phrase.Part.text(name.excerpt)
      guard !suggestions.isEmpty else {
        let methods = Method.allCases.map { framework.entry(of: $0).name }
        return Phrase(
          "error.method", ["name": name, "methods": .text(methods.joined(separator: ", "))])
      }
      let list = suggestions.dropFirst().reduce(Phrase.verbatim("'\(suggestions[0])'")) {
        Phrase("list.or", ["first": .phrase($0), "last": .text("'\($1)'")])
      }
      return Phrase("error.method.suggestion", ["name": name, "suggestions": .phrase(list)])
    case .foreignParameter(let parameter, let method):
      let parameters = framework.entry(of: method).parameters.map { "--\($0.rawValue)" }
      let given = Phrase.Part.text(parameter.rawValue)
      guard !parameters.isEmpty else {
        return Phrase("error.parameter.none", ["method": own(method), "parameter": given])
      }
      return Phrase(
        "error.parameter",
        [
          "method": own(method), "parameter": given,
          "parameters": .text(parameters.joined(separator: ", ")),
        ])
    case .invalidNumber(let parameter, let text):
      let places: [String: Phrase.Part] = [
        "parameter": .text(parameter), "grammar": .text(Expression.grammar),
        "text": .text(text.excerpt),
      ]
      return parameter == "gain"
        ? Phrase("error.gain", places) : Phrase("error.number", places)
    case .undefinedNumber(let parameter, let expression):
      return Phrase(
        "error.number.undefined",
        ["parameter": .text(parameter), "expression": .text(expression)])
    case .invalidCount(let parameter, let text):
      return Phrase(
        "error.count", ["parameter": .text(parameter), "text": .text(text.excerpt)])
    case .notFinite(let parameter, let value):
      return Phrase(
        "error.not-finite",
        ["parameter": .text(parameter.rawValue), "value": .text(Numeral.general(value))])
    case .needsMemory(let method, let bytes):
      return Phrase(
        "error.memory",
        [
          "method": own(method), "bytes": .text(Numeral.bytes(bytes)),
          "most": .text(Numeral.bytes(Recipe.memoryLimit)),
        ])
    case .invalidShape(let text): return Phrase("error.shape", ["text": .text(text.excerpt)])
    case .negativeExtent(let extent): return Phrase("error.extent", ["extent": "\(extent)"])
    case .shapeTooLarge(let text): return Phrase("error.shape.large", ["text": .text(text)])
    case .invalidSeed(let text): return Phrase("error.seed", ["text": .text(text.excerpt)])
    case .tooManyPasses(let law, let passes):
      let places: [String: Phrase.Part] = [
        "mean": .text(Numeral.shortest(law.location)),
        "std": .text(Numeral.shortest(law.signedScale)), "a": .text(Numeral.shortest(law.low)),
        "b": .text(Numeral.shortest(law.high)), "framework": .text(framework.title),
        "passes": .text(Numeral.general(passes, digits: 2)),
        "most": .text(Numeral.general(Recipe.passLimit, digits: 7)),
      ]
      return passes.isFinite
        ? Phrase("error.passes", places) : Phrase("error.passes.endless", places)
    case .cannotFactorize(let method, let reason):
      return Phrase("error.factorize", ["method": own(method), "reason": .text(reason)])
    default: return Phrase("error.refused", ["framework": .text(framework.title)])
    }
  }
}

internal import Expressions
package import Memory
package import Words

/// Why a call cannot be made; where PyTorch has words for it, they are PyTorch's.
package enum InitializerError: Error, Hashable, Sendable, Worded {
  /// No method has this name: what was given, and what may have been meant, as words of a scene.
  case unknownMethod(String, suggestions: [String])
  /// The method has no such parameter.
  case foreignParameter(Parameter, Method)
  /// No number: the parameter and what was given.
  case invalidNumber(String, String)
  /// An expression without a finite value, such as 1/0: the parameter and the expression.
  case undefinedNumber(String, String)
  /// No whole number: the parameter and what was given.
  case invalidCount(String, String)
  /// No shape.
  case invalidShape(String)
  /// An extent below 0.
  case negativeExtent(Int)
  /// More elements than can be counted.
  case shapeTooLarge(String)
  /// No seed.
  case invalidSeed(String)
  /// A name `calculate_gain` does not know.
  case unsupportedNonlinearity(String)
  /// A mode that is neither fan_in nor fan_out.
  case unsupportedMode(String)
  /// A distribution that the framework's variance_scaling does not know.
  case unsupportedDistribution(String)
  /// A scale that is not above 0, where the framework asks for one.
  case notPositive(Parameter, Double)
  /// A row for padding that the tensor does not have: the row, and how many there are.
  case noSuchRow(Int, of: Int)
  /// A seed that the framework does not take.
  case seedTooLarge(Seed)
  /// No framework has this name.
  case unknownFramework(String)
  /// Fans of fewer than two dimensions: how many there are.
  case tooFewDimensionsForFans(Int)
  /// Both fans are 0.
  case divisionByZero
  /// A slope whose square no double holds; `calculate_gain` raises Python's own error.
  case slopeTooLarge
  /// A distance from the mean whose square no double holds; `trunc_normal_` raises Python's error.
  case distanceTooLarge
  /// trunc_normal would draw the tensor more often than `Recipe.passLimit`, or without an end.
  case tooManyPasses(TruncatedNormal, passes: Double)
  /// LAPACK has failed to factorize what a method draws, and why.
  case cannotFactorize(Method, reason: String)
  /// An end of a uniform range that no float32 holds: `from` or `to`.
  case outOfBoundsForFloat(String)
  /// A uniform range upside down.
  case emptyRange(from: Double, to: Double)
  /// A uniform range wider than float32.
  case rangeTooWide(from: Double, to: Double)
  /// eye or sparse on other than two dimensions.
  case needsTwoDimensions
  /// dirac on other than three to five dimensions.
  case needsThreeToFiveDimensions
  /// dirac's first dimension is no multiple of its groups.
  case indivisibleByGroups
  /// dirac with no groups.
  case noGroups
  /// orthogonal under two dimensions.
  case needsTwoOrMoreDimensions
  /// A number that is not finite where Python needs a whole one: sparsity times rows.
  case notFinite(Parameter, Double)
  /// A method that cannot stream, on a tensor that is too large: the bytes it would take.
  case needsMemory(Method, bytes: Int)
  /// The system has not the memory that the tensor takes as a whole.
  case noMemory(MemoryError)
  /// constant's value is finite but larger than any float32.
  case valueOverflow
  /// A standard deviation below 0.
  case negativeStd(Double)
  /// Weights of a file that is not open.
  case notOpen(String)
  /// Weights of a file that cannot be read, and why.
  case unreadable(Phrase)

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
        let methods = framework.methods.map { framework.entry(of: $0).name }
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
          "method": own(method),
          // What no integer holds is more than the largest.
          "bytes": bytes < .max
            ? .text(Numeral.bytes(bytes))
            : .phrase(Phrase("error.memory.over", ["bytes": .text(Numeral.bytes(bytes))])),
          "most": .text(Numeral.bytes(Recipe.memoryLimit)),
        ])
    case .noMemory(let error): return error.phrase
    case .notOpen(let file): return Phrase("error.file.closed", ["file": .text(file.shown)])
    case .unreadable(let reason): return reason
    case .emptyRange(let from, let to):
      return Phrase(
        "error.range",
        ["from": .text(Numeral.general(from)), "to": .text(Numeral.general(to))])
    case .seedTooLarge(let seed):
      return Phrase(
        "error.seed.large", ["framework": .text(framework.title), "seed": "\(seed)"])
    case .unknownFramework(let name):
      let all = Framework.all.map(\.name).joined(separator: ", ")
      return Phrase("error.framework", ["name": .text(name.excerpt), "names": .text(all)])
    case .unsupportedDistribution(let name):
      let all = Distribution.allCases.map(\.rawValue).joined(separator: ", ")
      return Phrase("error.distribution", ["name": .text(name.excerpt), "names": .text(all)])
    case .notPositive(let parameter, let value):
      return Phrase(
        "error.not-positive",
        ["parameter": .text(parameter.rawValue), "value": .text(Numeral.general(value))])
    case .noSuchRow(let row, let count):
      return Phrase("error.layer.padding", ["row": "\(row)", "most": "\(count - 1)"])
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

/// A warning that a framework gives for a call that it carries out.
package enum InitializerWarning: Hashable, Sendable {
  /// A Kaiming method on a tensor without elements.
  case zeroElements
  /// trunc_normal with an interval far from the mean.
  case meanFarFromInterval
}

package import Words

/// Why there is no such layer.
package enum LayerError: Error, Hashable, Sendable, Worded {
  /// No kind has this name.
  case unknownKind(String)
  /// A size that the kind needs is not given.
  case missingSize(LayerSize, LayerKind)
  /// A size that the kind does not have.
  case foreignSize(LayerSize, LayerKind)
  /// No whole number.
  case invalidSize(LayerSize, String)
  /// A size that no layer has.
  case sizeOutOfRange(LayerSize, Int)
  /// Channels that the groups, or the heads, do not divide.
  case indivisible(LayerSize, Int, LayerSize, Int)
  /// A row for padding beyond the words there are.
  case noSuchPadding(Int, words: Int)
  /// A projection that is no smaller than the units.
  case projectionTooLarge(Int, units: Int)
  /// The framework has no such layer.
  case notThere(LayerKind, Framework)
  /// A size that the kind has in other frameworks alone, and what it is in this one.
  case fixedSize(LayerSize, Int, LayerKind, Framework)
  /// The layer has no tensor of this name in the framework; those that it has.
  case unknownTensor(String, [String])
  /// A constructor that is none of those known.
  case unknownConstructor(String)
  /// An argument of a constructor that is not understood.
  case unknownArgument(String, of: String)
  /// The initializer of a tensor is refused.
  case refused(String, InitializerError)

  /// The sentence a user reads.
  package var phrase: Phrase {
    func option(_ size: LayerSize) -> Phrase.Part { .text("--\(size.rawValue)") }
    switch self {
    case .unknownKind(let name):
      return Phrase(
        "error.layer.kind",
        [
          "name": .text(name.excerpt),
          "kinds": .text(LayerKind.allCases.map(\.rawValue).joined(separator: ", ")),
        ])
    case .missingSize(let size, let kind):
      let all = LayerCall.example(of: kind).words.dropFirst().joined(separator: " ")
      return Phrase(
        "error.layer.missing",
        ["kind": .text(kind.rawValue), "size": option(size), "example": .text(all)])
    case .foreignSize(let size, let kind):
      let sizes = kind.sizes.map { "--\($0.rawValue)" }.joined(separator: ", ")
      return Phrase(
        "error.layer.foreign",
        ["kind": .text(kind.rawValue), "size": option(size), "sizes": .text(sizes)])
    case .invalidSize(let size, let text):
      return Phrase("error.layer.size", ["size": option(size), "text": .text(text.excerpt)])
    case .sizeOutOfRange(let size, let value):
      return Phrase(
        "error.layer.range",
        [
          "size": option(size), "value": "\(value)", "least": "\(size.least)",
          "most": "\(size.most)",
        ])
    case .indivisible(let size, let value, let divisor, let number):
      return Phrase(
        "error.layer.divide",
        [
          "size": option(size), "value": "\(value)", "divisor": option(divisor),
          "number": "\(number)",
        ])
    case .noSuchPadding(let row, let words):
      return Phrase("error.layer.padding", ["row": "\(row)", "most": "\(words - 1)"])
    case .projectionTooLarge(let features, let units):
      return Phrase(
        "error.layer.less",
        [
          "size": option(.projection), "value": "\(features)", "other": option(.out),
          "most": "\(units)",
        ])
    case .notThere(let kind, let framework):
      return Phrase(
        "error.layer.absent",
        ["kind": .text(kind.rawValue), "framework": .text(framework.title)])
    case .fixedSize(let size, let value, let kind, let framework):
      return Phrase(
        "error.layer.fixed",
        [
          "framework": .text(framework.title), "kind": .text(kind.rawValue),
          "size": option(size), "only": "\(kind.defaultValue(of: size) ?? 1)", "value": "\(value)",
        ])
    case .unknownTensor(let name, let names):
      return Phrase(
        "error.layer.tensor",
        ["name": .text(name.excerpt), "names": .text(names.joined(separator: ", "))])
    case .unknownConstructor(let text):
      return Phrase("error.layer.constructor", ["text": .text(text.excerpt)])
    case .unknownArgument(let argument, let name):
      return Phrase(
        "error.layer.argument",
        ["argument": .text(argument.excerpt), "name": .text(name.excerpt)])
    case .refused(let name, let error):
      return Phrase("error.layer.refused", ["name": .text(name), "reason": .phrase(error.phrase)])
    }
  }
}

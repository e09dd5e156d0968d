private import Expressions
package import Words

/// Why a text is no model's recipe.
package enum ModelRecipeError: Error, Hashable, Sendable, Worded {
  /// No line names a tensor that is kept.
  case noTensors
  /// A line, counted from 1, is wrong.
  case line(Int, Problem)

  /// What is wrong with a line.
  package enum Problem: Error, Hashable, Sendable {
    /// The bytes are no UTF-8.
    case notText
    /// A scalar that could steer a terminal.
    case controlCharacter(UInt32)
    /// An option where the name belongs.
    case optionAsName(String)
    /// A name the file format keeps for itself.
    case reservedName(String)
    /// A name that an earlier line has given.
    case duplicateName(String, firstLine: Int)
    /// A name and no method.
    case missingMethod(String)
    /// No shape.
    case missingShape(String)
    /// A seed of the line's own.
    case seed
    /// A scene that cannot be made, in its own words.
    case scene(Phrase)
    /// More weights than can be counted.
    case tooManyWeights
    /// A line too long, by its bytes.
    case tooLong(Int)
  }

  /// The sentence a user reads.
  package var phrase: Phrase {
    switch self {
    case .noTensors: Phrase("error.recipe.no-tensors")
    case .line(let number, let problem):
      Phrase("error.recipe.line", ["line": "\(number)", "problem": .phrase(problem.phrase)])
    }
  }
}

extension ModelRecipeError.Problem: Worded {
  /// The sentence without the line's number.
  package var phrase: Phrase {
    switch self {
    case .notText: Phrase("error.recipe.not-text")
    case .controlCharacter(let value):
      Phrase("error.recipe.control", ["scalar": .text(Self.hexadecimal(value))])
    case .optionAsName(let word): Phrase("error.recipe.option", ["word": .text(word)])
    case .reservedName(let name): Phrase("error.recipe.reserved", ["name": .text(name)])
    case .duplicateName(let name, let line):
      Phrase("error.recipe.duplicate", ["name": .text(name), "line": "\(line)"])
    case .missingMethod(let name): Phrase("error.recipe.no-method", ["name": .text(name)])
    case .missingShape(let name): Phrase("error.recipe.no-shape", ["name": .text(name)])
    case .seed: Phrase("error.recipe.seed")
    case .scene(let sentence): sentence
    case .tooLong(let count):
      Phrase(
        "error.recipe.too-long",
        ["most": "\(String.longestCommandLine)", "bytes": "\(count)"])
    case .tooManyWeights: Phrase("error.recipe.too-many")
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

private import Expressions

/// Why a text is no model's recipe.
package enum ModelRecipeError: Error, Hashable, Sendable {
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
    case scene(String)
    /// More weights than can be counted.
    case tooManyWeights
    /// A line too long, by its bytes.
    case tooLong(Int)
  }
}

extension ModelRecipeError: CustomStringConvertible {
  /// The sentence a user reads.
  package var description: String {
    switch self {
    case .noTensors: "no line names a tensor to keep; a line is: NAME METHOD --shape …"
    case .line(let number, let problem): "line \(number): \(problem)"
    }
  }
}

extension ModelRecipeError.Problem: CustomStringConvertible {
  /// The sentence without the line's number.
  package var description: String {
    switch self {
    case .notText: "the bytes are not UTF-8 text"
    case .controlCharacter(let value):
      "the control character U+\(Self.hexadecimal(value)) is not accepted"
    case .optionAsName(let word):
      "a line begins with the tensor's name, not '\(word)'; a line is: NAME METHOD --shape …"
    case .reservedName(let name): "the name '\(name)' is kept by safetensors for itself"
    case .duplicateName(let name, let line):
      "the name '\(name)' is already given on line \(line)"
    case .missingMethod(let name):
      "no method follows the name '\(name)'; a line is: NAME METHOD --shape …"
    case .missingShape(let name): "--shape is missing for '\(name)'"
    case .seed:
      "--seed is not accepted on a line, as one generator draws all tensors; "
        + "give it beside --recipe"
    case .scene(let sentence): sentence
    case .tooLong(let count):
      "a line has at most \(String.longestCommandLine) bytes, not \(count)"
    case .tooManyWeights: "--shape makes more elements in all than the 2^61 that can be counted"
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

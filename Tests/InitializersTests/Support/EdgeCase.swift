import Foundation
import Initializers
import Testing

/// What PyTorch 2.13.0 did with an unusual call.
struct EdgeCase: Decodable, CustomTestStringConvertible, Sendable {
  let `case`: String
  let kind: String
  let result: String
  let warnings: [String]

  var testDescription: String { `case` }

  /// PyTorch's sentence without the Python type of the error; nil for a call that works.
  var sentence: String? {
    guard kind == "err" else { return nil }
    return result.split(separator: ": ", maxSplits: 1).last.map(String.init)
  }

  /// The warnings without their Python type.
  var warningSentences: [String] {
    warnings.map { $0.replacing("UserWarning: ", with: "") }
  }

  static let recorded: [EdgeCase] = {
    do {
      let url = try #require(
        Bundle.module.url(
          forResource: "edge-cases", withExtension: "json", subdirectory: "Fixtures"))
      return try JSONDecoder().decode([EdgeCase].self, from: Data(contentsOf: url))
    } catch {
      preconditionFailure("the recorded edge cases cannot be read: \(error)")
    }
  }()

  static func starting(with prefix: String) -> [EdgeCase] {
    recorded.filter { $0.case.hasPrefix(prefix) }
  }
}

/// A call on an empty tensor, such as `xavier_uniform_(empty(8,8), gain=-1.0)`, read from Python.
struct EmptyTensorCall: CustomTestStringConvertible, Sendable {
  let method: Initializers.Method
  let extents: [Int]
  let parameters: [(Parameter, String)]
  let outcome: EdgeCase

  var testDescription: String { outcome.testDescription }

  init?(_ edge: EdgeCase) {
    let text = edge.case
    guard let call = text.range(of: "_(empty("), let close = text.range(of: ")"),
      let method = try? Method(parsing: String(text[..<call.lowerBound]))
    else { return nil }
    self.method = method
    outcome = edge
    extents = text[call.upperBound..<close.lowerBound].split(separator: ",")
      .compactMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    var parameters: [(Parameter, String)] = []
    for argument in text[close.upperBound...].dropLast().split(separator: ",") {
      let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      let name = parts[0].trimmingCharacters(in: .whitespaces)
      guard let parameter = Parameter(rawValue: name) else { return nil }
      let value = String(parts[1])
      let isQuoted = value.hasPrefix("'") && value.hasSuffix("'") && value.count > 1
      // A text or a truth value in place of a number is a matter of Python's types.
      if parameter == .a && Double(value) == nil { return nil }
      parameters.append((parameter, isQuoted ? String(value.dropFirst().dropLast()) : value))
    }
    self.parameters = parameters
  }

  static let recorded = EdgeCase.recorded.compactMap(EmptyTensorCall.init)

  func recipe() throws -> Recipe {
    var initializer = Initializer(method)
    for (parameter, text) in parameters { try initializer.set(parameter, to: text) }
    return try Recipe(initializer, shape: Shape(extents))
  }
}

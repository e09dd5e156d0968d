private import ArgumentParser
internal import Screen
internal import Words

/// Option values of types that know nothing of command lines.
enum Choice {
  /// One of an enumeration's names.
  static func parse<Value: RawRepresentable<String> & CaseIterable>(
    _ text: String, as type: Value.Type
  ) throws -> Value {
    guard let value = Value(rawValue: text) else {
      throw OptionError.unknownName(text, accepted: Value.allCases.map(\.rawValue))
    }
    return value
  }

  /// A transformation whose errors speak the language of the command line; the parser quotes their
  /// descriptions, which are English.
  static func spoken<Value>(
    _ parse: @escaping @Sendable (String) throws -> Value
  ) -> @Sendable (String) throws -> Value {
    { text in
      do {
        return try parse(text)
      } catch let error as any Worded & Error {
        throw ValidationError(Catalogue.spoken(error.phrase))
      }
    }
  }

  /// Columns and rows: `100x30`, each from 1 to 1000.
  static func parseSize(_ text: String) throws -> Size {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (1...1000).contains(columns), (1...1000).contains(rows)
    else { throw OptionError.noSize(text) }
    return Size(columns: columns, rows: rows)
  }

  /// What a picture is magnified by, from 0.5 to 16.
  static func parseScale(_ text: String) throws -> Double {
    guard let scale = Double(text), (0.5...16).contains(scale) else {
      throw OptionError.noScale(text)
    }
    return scale
  }
}

/// Why an option's value is refused.
enum OptionError: Error, Hashable, Worded {
  /// None of the names an option takes.
  case unknownName(String, accepted: [String])
  /// No size of a frame.
  case noSize(String)
  /// Nothing a picture can be magnified by.
  case noScale(String)
  /// An argument longer than any that is needed, by its bytes.
  case tooLong(Int)
  /// An argument is not UTF-8.
  case notUTF8

  var phrase: Phrase {
    switch self {
    case .unknownName(let name, let accepted):
      Phrase(
        "error.option.name",
        ["name": .text(name), "names": .text(accepted.joined(separator: ", "))])
    case .noSize(let text): Phrase("error.option.size", ["text": .text(text)])
    case .noScale(let text): Phrase("error.option.scale", ["text": .text(text)])
    case .notUTF8: Phrase("error.option.encoding")
    case .tooLong(let count):
      Phrase(
        "error.argument.too-long",
        ["most": "\(CommandLineTool.longestArgument)", "bytes": "\(count)"])
    }
  }
}

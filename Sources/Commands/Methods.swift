internal import ArgumentParser
internal import Initializers
internal import Resources
internal import Scenes
internal import Words

struct Methods: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Catalogue.spoken(Phrase("help.methods.abstract")))

  @Option(
    help: .said(Phrase("help.framework", ["names": .alternatives(Framework.all.map(\.name))])))
  var framework: String?

  @Flag(help: .said(Phrase("help.json"))) var json = false

  @OptionGroup var language: LanguageArguments

  mutating func run() throws {
    let words: Catalogue = json ? .english : .spoken
    let framework = try framework.map(Framework.named) ?? .pyTorch
    let entries = try framework.methods.map {
      try MethodDescription(Initializer($0, of: framework), in: words)
    }
    let text = json ? try JSONText.encode(entries) : entries.map(\.text).joined(separator: "\n")
    try OutputFile.write(text, to: "-")
  }
}

/// What `methods` tells of a method.
struct MethodDescription: Encodable {
  let name: String
  let params: [Default]
  let law: String
  let formula: String
  let source: Nullable<String>

  struct Default: Encodable {
    let name: String
    let `default`: ParameterNumber
  }

  init(_ initializer: Initializer, in words: Catalogue) throws {
    let entry = initializer.entry
    name = entry.name
    params = entry.parameters.map {
      Default(name: $0.rawValue, default: ParameterNumber(initializer[$0]))
    }
    let recipe = try Recipe(initializer, shape: entry.standardShape)
    law = words(entry.lawInWords)
    formula = recipe.formulas.map { "\($0.name) = \($0.symbolic)" }.joined(separator: ", ")
    source = Nullable(
      entry.source.flatMap { source in
        Papers.paper(source.paper).map { "\($0.citation), \(source.locator), \($0.place)" }
      })
  }

  var text: String {
    let defaults = params.map { param in
      switch param.default {
      case .number(let number): "\(param.name)=\(Numeral.shortest(number))"
      case .name(let name): "\(param.name)=\(name)"
      }
    }
    return """
      \(name)(\(defaults.joined(separator: ", ")))
        \(law), \(formula)\(source.value.map { "\n  \($0)" } ?? "")

      """
  }
}

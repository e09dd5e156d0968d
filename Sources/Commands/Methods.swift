internal import ArgumentParser
internal import Initializers
internal import Resources
internal import Scenes
internal import Words

struct Methods: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Catalogue.english(Phrase("help.methods.abstract")))

  @Flag(help: .said(Phrase("help.json"))) var json = false

  mutating func run() throws {
    let entries = try Method.allCases.map(MethodEntry.init)
    let text =
      json ? try JSONText.encode(entries) : entries.map(\.text).joined(separator: "\n")
    try OutputFile.write(text, to: "-")
  }
}

extension Initializers.Method {
  /// The law with the method's own words for its parameters.
  fileprivate var lawInWords: String {
    switch self {
    case .uniform: "U(a, b)"
    case .normal: "N(mean, std²)"
    case .truncNormal: "N(mean, std²) on [a, b]"
    case .xavierUniform, .kaimingUniform: "U(−bound, bound)"
    case .xavierNormal, .kaimingNormal: "N(0, std²)"
    case .orthogonal: "orthonormal rows or columns times gain"
    case .sparse: "N(0, std²), zeros in every column"
    case .eye, .dirac: "ones on a diagonal, zeros elsewhere"
    case .constant: "val"
    case .ones: "1"
    case .zeros: "0"
    }
  }
}

/// What `methods` tells of a method.
struct MethodEntry: Encodable {
  let name: String
  let params: [Default]
  let law: String
  let formula: String
  let source: Nullable<String>

  struct Default: Encodable {
    let name: String
    let `default`: ParameterNumber
  }

  init(_ method: Initializers.Method) throws {
    name = method.rawValue
    let initializer = Initializer(method)
    params = method.parameters.map {
      Default(name: $0.rawValue, default: ParameterNumber(initializer[$0]))
    }
    // dirac wants a kernel; the others show their formula for a matrix.
    let shape = try method == .dirac ? Shape([256, 128, 3]) : .standard
    let recipe = try Recipe(initializer, shape: shape)
    law = method.lawInWords
    formula = recipe.formulas.map { "\($0.name) = \($0.symbolic)" }.joined(separator: ", ")
    source = Nullable(
      method.source.flatMap { source in
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

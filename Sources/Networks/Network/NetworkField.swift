internal import Expressions
package import Initializers
package import MeanField

/// One of the choices that make a network: the command line's word for it, and how it is read,
/// set, left to the tensor and written.
package struct NetworkField: Sendable, Hashable, CustomStringConvertible {
  /// The word of the command line.
  package let name: String
  /// The words it takes, where it takes words.
  package private(set) var choices: [String] = []
  /// Its value as text.
  package let text: @Sendable (Network) -> String
  /// Leaves it to the tensor, or to what it is without a choice.
  package let reset: @Sendable (inout NetworkChoice) -> Void
  /// The words of the command line for it; none where nothing is chosen.
  package let words: @Sendable (NetworkChoice) -> [String]
  fileprivate let parse: @Sendable (inout NetworkChoice, String) throws -> Void

  /// All fields, in the order of the form and the command line.
  package static let allCases = [depth, width, activation, batch, input, bias]

  /// The layers.
  package static let depth = NetworkField(
    name: "depth", text: { "\($0.depth)" },
    reset: { $0.depth = NetworkChoice.standard.depth },
    words: { $0.depth == NetworkChoice.standard.depth ? [] : ["--depth", "\($0.depth)"] },
    parse: { $0.depth = try count($1, "depth", Network.depths) })

  /// The neurons of every layer.
  package static let width = NetworkField(
    name: "width", text: { "\($0.width)" },
    reset: { $0.width = nil },
    words: { $0.width.map { ["--width", "\($0)"] } ?? [] },
    parse: { $0.width = try count($1, "width", Network.widths) })

  /// What follows every layer.
  package static let activation = NetworkField(
    name: "activation", choices: Activation.allCases.map(\.name),
    text: { $0.activation.description },
    reset: { $0.activation = nil },
    words: { $0.activation.map { ["--activation", $0.description] } ?? [] },
    parse: { $0.activation = try Activation(parsing: $1) })

  /// The inputs sent through at once.
  package static let batch = NetworkField(
    name: "batch", text: { "\($0.batch)" },
    reset: { $0.batch = NetworkChoice.standard.batch },
    words: { $0.batch == NetworkChoice.standard.batch ? [] : ["--batch", "\($0.batch)"] },
    parse: { $0.batch = try count($1, "batch", Network.batches) })

  /// What is sent through.
  package static let input = NetworkField(
    name: "input", choices: NetworkInput.allCases.map(\.rawValue), text: { $0.input.rawValue },
    reset: { $0.input = NetworkChoice.standard.input },
    words: { $0.input == NetworkChoice.standard.input ? [] : ["--input", $0.input.rawValue] },
    parse: { choice, text in
      guard let known = NetworkInput(rawValue: text) else { throw NetworkError.unknownInput(text) }
      choice.input = known
    })

  /// Whether layers have a bias.
  package static let bias = NetworkField(
    name: "bias", choices: ["yes", "no"], text: { $0.hasBias ? "yes" : "no" },
    reset: { $0.hasBias = NetworkChoice.standard.hasBias },
    words: { $0.hasBias ? ["--bias"] : [] },
    parse: { choice, text in
      switch text.lowercased() {
      case "yes", "y", "true", "on", "1": choice.hasBias = true
      case "no", "n", "false", "off", "0": choice.hasBias = false
      default: throw NetworkError.unknownBias(text)
      }
    })

  private static func count(
    _ text: String, _ name: String, _ range: ClosedRange<Int>
  ) throws(NetworkError) -> Int {
    guard let count = Int(evaluating: text), range.contains(count) else {
      throw .invalidCount(name, text, range)
    }
    return count
  }

  /// Fields are told by their names.
  package static func == (left: NetworkField, right: NetworkField) -> Bool {
    left.name == right.name
  }

  /// Hashes the name.
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The name.
  package var description: String { name }
}

extension NetworkChoice {
  /// Sets one field, and nothing else, from its text.
  ///
  /// - Throws: `NetworkError` or `MeanFieldError`, in a sentence that names the field and what it
  ///   takes.
  package mutating func set(_ field: NetworkField, to text: String) throws {
    try field.parse(&self, text)
  }

  /// The words of the command line for what is chosen.
  package var words: [String] { NetworkField.allCases.flatMap { $0.words(self) } }
}

/// A network as far as it is chosen; a tensor suggests the rest.
package struct NetworkChoice: Hashable, Sendable {
  /// The layers.
  package var depth = 30
  /// The neurons of every layer; nil for the tensor's first extent.
  package var width: Int?
  /// What follows every layer; nil for the tensor's nonlinearity.
  package var activation: Activation?
  /// The inputs sent through at once.
  package var batch = 64
  /// What is sent through.
  package var input = NetworkInput.gaussian
  /// Whether layers have a bias, drawn as `nn.Linear` draws it.
  package var hasBias = false

  /// Leaves everything to the tensor.
  package init() {}

  /// What is left to the tensor.
  package static let standard = NetworkChoice()

  /// The network for a tensor.
  ///
  /// - Throws: `NetworkError` if a number is out of its range.
  package func network(for tensor: Tensor) throws(NetworkError) -> Network {
    try Network(
      depth: depth, width: width ?? Network.standardWidth(for: tensor),
      activation: activation ?? Network.standardActivation(for: tensor.initializer),
      batch: batch, input: input, hasBias: hasBias,
      kind: tensor.framework.shapeOrder.isInputFirst ? .denseInputFirst : .dense)
  }
}

internal import Expressions
private import MeanField

/// One of the choices that make a network, by the command line's word for it.
package enum NetworkField: String, CaseIterable, Sendable {
  /// The layers.
  case depth
  /// The neurons of every layer.
  case width
  /// What follows every layer.
  case activation
  /// The inputs sent through at once.
  case batch
  /// What is sent through.
  case input
  /// Whether layers have a bias.
  case bias
}

extension NetworkChoice {
  /// Sets one field, and nothing else, from its text.
  ///
  /// - Throws: `NetworkError` or `MeanFieldError`, in a sentence that names the field and what it takes.
  package mutating func set(_ field: NetworkField, to text: String) throws {
    switch field {
    case .depth: depth = try Self.count(text, field, Network.depths)
    case .width: width = try Self.count(text, field, Network.widths)
    case .batch: batch = try Self.count(text, field, Network.batches)
    case .activation: activation = try Activation(parsing: text)
    case .input:
      guard let known = NetworkInput(rawValue: text) else { throw NetworkError.unknownInput(text) }
      input = known
    case .bias:
      switch text.lowercased() {
      case "yes", "y", "true", "on", "1": hasBias = true
      case "no", "n", "false", "off", "0": hasBias = false
      default: throw NetworkError.unknownBias(text)
      }
    }
  }

  private static func count(
    _ text: String, _ field: NetworkField, _ range: ClosedRange<Int>
  ) throws(NetworkError) -> Int {
    guard let count = Int(evaluating: text), range.contains(count) else {
      throw .invalidCount(field, text, range)
    }
    return count
  }
}

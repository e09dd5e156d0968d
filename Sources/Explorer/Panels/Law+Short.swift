package import Attribution
package import Initializers
package import Words

extension Law {
  /// The law in few signs.
  package var short: Phrase {
    func number(_ value: Double) -> String { Numeral.typeset(value, digits: 4) }
    func normal(_ mean: Double, _ std: Double) -> String { "N(\(number(mean)), \(number(std))²)" }
    switch self {
    case .uniform(let low, let high):
      return .verbatim(
        low == -high ? "U(±\(number(high)))" : "U(\(number(low)), \(number(high)))")
    case .normal(let mean, let std): return .verbatim(normal(mean, std))
    case .truncatedNormal(let cut):
      let (low, high) = (cut.standardLow, cut.standardHigh)
      let ends =
        abs(low + high) < 1e-9 ? "±\(number(high))σ" : "[\(number(cut.low)), \(number(cut.high))]"
      return .verbatim("\(normal(cut.location, cut.scale)) \(ends)")
    case .sphere: return Phrase("layers.orthogonal")
    case .constant(let value): return .verbatim(number(value))
    case .ones: return Phrase("layers.forget")
    case .sparse(let std, _, _): return Phrase("layers.padded", ["law": .text(normal(0, std))])
    }
  }
}

extension LawCandidate.Origin {
  /// What draws it, in few words: "flax dense kernel", "torch xavier_uniform".
  package var inShort: String {
    switch self {
    case .layer(let tensor, let call):
      "\(framework.name) \(call.kind.rawValue) \(tensor.name)"
    case .call(let initializer):
      ([framework.name, initializer.name]
        + initializer.changedParameters.map { "\($0.rawValue) \(initializer[$0])" })
        .joined(separator: " ")
    }
  }
}

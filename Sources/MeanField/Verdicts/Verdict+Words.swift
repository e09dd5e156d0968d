private import Clamping
private import Glibc

extension Verdict: CustomStringConvertible {
  /// One line: "halves every layer: rms × 2⁻¹⁵ after 30", "gradients grow 1.21 a layer: …",
  /// "keeps its size", "settles at rms 0.651".
  public var description: String {
    let isPlural = subject == .gradients
    let start = isPlural ? "gradients " : ""
    func verb(_ singular: String, _ plural: String) -> String { isPlural ? plural : singular }
    if let lostAt {
      let end = kind == .vanishes ? "nothing is left" : "no finite number is left"
      // Gradients are given from the last layer back.
      let layer = isPlural ? layers - lostAt + 1 : lostAt
      return "\(start)\(verb(kind.rawValue, kind.plural)): \(end) at layer \(layer)"
    }
    switch kind {
    case .keeps: return start + verb("keeps its size", "keep their size")
    case .settles:
      return "\(start)\(verb("settles", "settle")) at rms \(ShortNumber(last.squareRoot()))"
    case .vanishes:
      let change =
        isDyadic
        ? verb("halves", "halve") + " every layer"
        : verb("shrinks", "shrink") + " to \(ShortNumber(factor)) a layer"
      return "\(start)\(change): \(total)"
    case .explodes:
      let change =
        isDyadic
        ? verb("doubles", "double") + " every layer"
        : verb("grows", "grow") + " \(ShortNumber(factor)) a layer"
      return "\(start)\(change): \(total)"
    }
  }

  /// Whether the mean square halves or doubles, within two per cent.
  private var isDyadic: Bool {
    abs(abs(log2(factor)) - 1) < 0.03
  }

  private var total: String {
    let exponent = log2(totalRootFactor)
    let isWhole =
      isDyadic && abs(exponent) < 1e6 && abs(exponent - exponent.rounded()) < 0.05
    let factor =
      isWhole
      ? "2" + ShortNumber.superscript(Int(clamping: exponent.rounded()))
      : "\(ShortNumber(totalRootFactor))"
    return "rms × \(factor) after \(layers)"
  }
}

extension Verdict.Kind {
  fileprivate var plural: String {
    switch self {
    case .keeps: "keep"
    case .vanishes: "vanish"
    case .explodes: "explode"
    case .settles: "settle"
    }
  }
}

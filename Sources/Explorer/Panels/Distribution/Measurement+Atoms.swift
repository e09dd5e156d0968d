internal import Initializers
internal import Measurements
internal import Plots
internal import Screen
internal import Statistics
internal import Words

extension Measurement {
  /// The values that many weights are equal to by their law, with how many there are.
  var atoms: [Atom] {
    let all = moments.count + moments.nonFiniteCount + zeroCount
    func atom(_ value: Double, _ count: Int, _ name: String) -> Atom {
      Atom(
        value, share: Double(count) / Double(max(1, all)),
        label: "\(NumberText.grouped(count, in: .ascii)) \(name)")
    }
    if zeroCount > 0 { return [atom(0, zeroCount, zeroCount == 1 ? "zero" : "zeros")] }
    guard moments.count > 0, law.isDegenerate else { return [] }
    if case .ones = law {
      let middle = histogram.grid.cell(of: 0.5) ?? 0
      let ones = histogram.total - histogram.cumulativeCounts[max(0, middle)]
      return [
        atom(0, moments.count - ones, "zeros"), atom(1, ones, ones == 1 ? "one" : "ones"),
      ].filter { $0.share > 0 }
    }
    guard moments.minimum == moments.maximum else { return [] }
    return [atom(moments.minimum, moments.count, "at \(Numeral.typeset(moments.minimum))")]
  }
}

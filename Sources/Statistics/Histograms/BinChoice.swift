/// How the number of a histogram's bins is chosen.
package enum BinChoice: Hashable, Sendable {
  /// By a rule, as far as the screen's columns allow.
  case rule(BinRule)
  /// This many over the law's range, as far as the screen's columns allow.
  case count(Int)
  /// One bin a column.
  case columns

  /// What is chosen where nothing is said.
  package static let standard = BinChoice.rule(.freedmanDiaconis)

  /// The choices a key goes through; a number is typed.
  package static let choices: [BinChoice] =
    [.rule(.freedmanDiaconis), .rule(.scott), .rule(.squareRoot), .rule(.rice), .rule(.doane)]
    + [.rule(.sturges), .columns]

  /// The most bins that can be asked for.
  package static let mostBins = 1000
}

extension BinChoice: CustomStringConvertible {
  /// The word on the command line: numpy's name of the rule, `columns`, or a number.
  package var description: String {
    switch self {
    case .rule(let rule): rule.numpyName
    case .count(let count): "\(count)"
    case .columns: "columns"
    }
  }
}

extension BinRule {
  /// The rule's name in `numpy.histogram_bin_edges`.
  package var numpyName: String {
    switch self {
    case .automatic: "auto"
    case .freedmanDiaconis: "fd"
    case .scott: "scott"
    case .squareRoot: "sqrt"
    case .sturges: "sturges"
    case .rice: "rice"
    case .doane: "doane"
    }
  }
}

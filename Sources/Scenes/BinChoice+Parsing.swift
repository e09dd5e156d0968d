private import Expressions
package import Statistics

extension BinChoice {
  /// Parses a word of the command line.
  package init(parsing text: String) throws(SceneError) {
    if let rule = BinRule.allCases.first(where: { $0.numpyName == text }) {
      self = .rule(rule)
    } else if text == "columns" {
      self = .columns
    } else if let count = Int(evaluating: text), (1...Self.mostBins).contains(count) {
      self = .count(count)
    } else {
      throw .unknownBins(text)
    }
  }
}

import TestSupport
import Testing

/// A chain `name = symbols = numbers = result` as it is printed.
struct Equation {
  let name: String
  let sides: [String]

  /// Splits a printed line.
  init(_ line: String) {
    let parts = line.split(separator: " = ").map(String.init)
    (name, sides) = (parts.first ?? "", Array(parts.dropFirst()))
  }

  init(name: String, sides: [String]) { (self.name, self.sides) = (name, sides) }

  /// Expects that the numbers come to the result, within its printed digits; and the symbols too,
  /// where their values are known.
  func expectTrue(digits: Int, where names: [String: Double]? = nil, _ comment: String) {
    guard let result = sides.last, sides.count > 1 else { return }
    let isSymbolic = sides.count > 2
    // A parameter that is the result needs no numbers between them.
    if !isSymbolic, names == nil, sides[0].allSatisfy(\.isLetter) { return }
    do {
      if isSymbolic || names == nil {
        let value = try PrintedMathematics.value(of: sides[sides.count - 2])
        #expect(
          try PrintedMathematics.isRounded(value, to: result, digits: digits),
          "\(name) = \(sides.joined(separator: " = ")), \(value), of \(comment)")
      }
      if let names {
        let value = try PrintedMathematics.value(of: sides[0], where: names)
        #expect(
          try PrintedMathematics.isRounded(value, to: result, digits: digits),
          "\(name) = \(sides.joined(separator: " = ")), symbols \(value), of \(comment)")
      }
    } catch {
      Issue.record("\(name) = \(sides.joined(separator: " = ")): \(error), of \(comment)")
    }
  }
}

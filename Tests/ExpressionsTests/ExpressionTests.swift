import Expressions
import Foundation
import TestSupport
import Testing

// Foundation has another.
private typealias Expression = Expressions.Expression

/// Expressions against CPython 3: the fixture's lines are an expression as people type it, the same in
/// Python, the bits of Python's value ("none" for an error, a complex or an infinite number), and both
/// once more with every whole number written as a double, for what exceeds 128 bits.
///
/// fan_in is 128 and fan_out 256 in Python's column.
@Suite struct `An expression` {
  private static let fans: [Expression.Variable: Int] = [.fanIn: 128, .fanOut: 256]

  private static func cases() throws -> [[String]] {
    let url = try #require(
      Bundle.module.url(forResource: "expressions", withExtension: "tsv", subdirectory: "Fixtures"))
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t").map(String.init) }
  }

  @Test func `has the value and the code that Python has`() throws {
    var (exact, inDoubles, refused) = (0, 0, 0)
    for columns in try Self.cases() {
      let text = columns[0]
      let expression = try #require(Expression(parsing: text), "\(text)")
      let bits = expression.value(Self.fans).map { String($0.bitPattern, radix: 16) }
      let value = bits.map { String(repeating: "0", count: 16 - $0.count) + $0 } ?? "none"
      let python = expression.python(Self.fans)
      if python == columns[1] {
        #expect(value == columns[2], "\(text)")
        exact += 1
      } else {
        #expect(python == columns[3] && value == columns[4], "\(text): \(python)")
        inDoubles += 1
      }
      if value == "none" { refused += 1 }
      // What is printed is read as the same.
      let again = try #require(Expression(parsing: expression.description), "\(text)")
      #expect(again == expression && again.description == expression.description)
      #expect(expression.description.allSatisfy { $0.isASCII && $0 != " " })
      let substituted = expression.substituting(Self.fans)
      #expect(!substituted.hasVariables && substituted.value() == expression.value(Self.fans))
    }
    #expect(exact > 500 && inDoubles > 5 && refused > 20)
  }

  @Test(arguments: [
    "", " ", "x", "--", "1..2", "1e", "e1", "1p3", "1,5", "sqrt", "sqrt(", "sqrt()", "sqrt5", "()",
    "(", ")", "(1", "1)", "1)(2", "*", "1*", "*1", "/", "1//2", "1 2", "s qrt(5)", "1 .5", "nan",
    "inf", "١", "½", "²", "2²**3", "true", "1\n2", "\u{0}", "🙂", "PI", "Sqrt(2)", "pipi", "2pi",
    "2 * * 3", "1__0", "_1", "1_", "0x", "0xg", "√", "2√3", "math.fan_in", "math.", "math", "pi()",
    "torch.sqrt(2)", "fan", "e e", "1 + ", "^2", "**2", "2**", "é", "\u{301}", "1\u{301}", "$(1)",
    "`1`", ".", "+", "sqrt(1,2)", "sin(1)", "1=1", "0x1p3",
  ])
  func `is refused where it has no meaning`(text: String) {
    #expect(Expression(parsing: text) == nil)
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000), String(repeating: "1*", count: 100_000) + "1",
    String(repeating: "-", count: 100_000) + "1", String(repeating: "√", count: 50_000) + "1",
    String(repeating: "2**", count: 10_000) + "1", String(repeating: "9", count: 300) + "*1",
    String(repeating: " ", count: 1_000_000), String(repeating: "\u{301}", count: 1000),
  ])
  func `is refused, not a crash, however long it is`(text: String) {
    #expect(Expression(parsing: text) == nil)
  }

  @Test(arguments: [
    String(repeating: "-", count: 199) + "1", String(repeating: "√", count: 199) + "1",
    String(repeating: "(", count: 99) + "1" + String(repeating: ")", count: 99),
    String(repeating: "1-", count: 99) + "1", String(repeating: "1**", count: 66) + "1",
  ])
  func `of the greatest depth has a value`(text: String) throws {
    let expression = try #require(Expression(parsing: text))
    #expect(expression.value() != nil)
    #expect(Expression(parsing: "1" + text + "11") == nil)
  }

  @Test func `survives any text, and what it takes it gives back`() {
    var random = SplitMix(seed: 31)
    let pieces =
      ["sqrt(", "log(", "exp(", "(", ")", "*", "/", "-", "+", "**", "^", "√", "²", "1", "2.5", "."]
      + ["e", "pi", "math.", "fan_in", "fan_out", " ", "e-3", "π", "·", "−", "0x", "0", "é", "_"]
      + ["9223372036854775807", "170141183460469231731687303715884105727", "\u{301}", ",", "1e308"]
    var taken = 0
    for _ in 0..<20_000 {
      let text = (0..<random.below(10)).map { _ in pieces[random.below(pieces.count)] }.joined()
      guard let expression = Expression(parsing: text) else { continue }
      taken += 1
      #expect(Expression(parsing: expression.description) == expression, "\(text)")
      let value = expression.value(Self.fans)
      #expect(value?.isFinite != false)
      let python = expression.python(Self.fans)
        .replacing("math.", with: "")
      #expect(Expression(parsing: python)?.value() == value, "\(text)")
    }
    #expect(taken > 1000)
  }

  @Test(arguments: [
    ("128", 128), ("4*64", 256), ("2**10", 1024), ("0x2a", 42), ("0X2A", 42), ("1e3", 1000),
    ("sqrt(16)", 4), ("-5", -5), ("1_000", 1000), ("2**63-1", Int.max), ("-2**63", Int.min),
    ("784/16", 49), (" 7 ", 7),
  ])
  func `may stand for a whole number`(text: String, value: Int) {
    #expect(Int(evaluating: text) == value)
  }

  @Test(arguments: ["1.5", "1/3", "2**63", "-2**63-1", "1e30", "", "x", "fan_in", "1e400", "1/0"])
  func `or for none`(text: String) {
    #expect(Int(evaluating: text) == nil)
  }
}

import TestSupport
import Testing

/// The reader that the other tests trust.
@Suite("Printed mathematics is read strictly")
struct ReaderTests {
  @Test(
    "expressions have their values",
    arguments: [
      ("1+2·3", 7), ("−2·3+1", -5), ("6/2/3", 1), ("(1−(−0.5))/√4", 0.75), ("√(9+16)", 5),
      ("(0.02)²", 0.0004), ("2³", 8), ("10⁻²", 0.01), ("1.5e−3·2", 0.003), ("2e3", 2000),
      ("|−3|/√max(4, 1)", 1.5), ("min(2, 3)", 2), ("⌈0.1·30⌉", 3), ("⌈7.000000000000001⌉", 8),
      ("⌈2.5⌉", 3), ("2^3", 8), ("ceil(1.2)", 2), ("sqrt(16)", 4), ("2*pi/pi", 2), ("Φ(0)", 0.5),
      ("e/e", 1), ("float32(1e−46)", 0), ("√π·√π/π", 1),
    ])
  func value(text: String, value: Double) throws {
    #expect(abs(try PrintedMathematics.value(of: text) - value) <= 1e-14 * max(1, abs(value)))
  }

  @Test("names stand for their values, the longest first")
  func names() throws {
    let names = ["E f²": 3.0, "std": 2, "std W": 5, "σw²": 7]
    #expect(try PrintedMathematics.value(of: "σw²·E f²+std²", where: names) == 25)
  }

  @Test(
    "what a reader would stumble over is refused",
    arguments: [
      "1e−5²", "√2²", "√1e−5", "2·−3", "1−−2", "1//2", "(1", "1)", "", "x", "|2", "foo(2)", "2 3",
      "1.2.3",
    ])
  func refused(text: String) {
    #expect(throws: PrintedMathematics.Failure.self) { try PrintedMathematics.value(of: text) }
  }

  @Test("a result agrees within half a unit of its last digit")
  func rounding() throws {
    #expect(try PrintedMathematics.isRounded(0.102062, to: "0.1021", digits: 4))
    #expect(try !PrintedMathematics.isRounded(0.102162, to: "0.1021", digits: 4))
    #expect(try PrintedMathematics.isRounded(1.0004, to: "1", digits: 4))
    #expect(try !PrintedMathematics.isRounded(0.9998, to: "1", digits: 4))
    #expect(try PrintedMathematics.isRounded(-.infinity, to: "−inf", digits: 4))
    #expect(try !PrintedMathematics.isRounded(.infinity, to: "1", digits: 4))
  }
}

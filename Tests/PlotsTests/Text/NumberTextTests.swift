import Plots
import Screen
import Testing

struct NumberTextTests {
  static let significant: [(Double, String)] = [
    (0.0721687836, "0.07217"), (1.234e-7, "1.234e−7"), (-0.3, "−0.3"), (0, "0"), (-0.0, "0"),
    (32768, "32768"), (1e6, "1e6"), (-2.5e12, "−2.5e12"), (0.0001, "0.0001"), (9.9e-5, "9.9e−5"),
    (99999.96, "99999.96"), (1, "1"), (.nan, "nan"), (.infinity, "inf"), (-.infinity, "−inf"),
    (.leastNonzeroMagnitude, "4.941e−324"), (0.99999, "1"), (123.456, "123.5"),
  ]

  @Test(arguments: significant)
  func `significant digits are compact`(value: Double, text: String) {
    let digits = value == 99999.96 ? 7 : 4
    #expect(NumberText.significant(value, digits: digits, in: .braille) == text)
    let ascii = String(text.map { $0 == "−" ? "-" : $0 })
    #expect(NumberText.significant(value, digits: digits, in: .ascii) == ascii)
  }

  static let fixed: [(Double, Int, String)] = [
    (-0.3, 2, "−0.30"), (-0.001, 2, "0.00"), (-0.01, 1, "0.0"), (2.5, 0, "2"), (.nan, 1, "nan"),
    (1e20, 0, "100000000000000000000"),
  ]

  @Test(arguments: fixed)
  func `fixed decimals never show minus zero`(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals, in: .block) == text)
  }

  @Test func `thousands are grouped`() {
    #expect(NumberText.grouped(32768, in: .braille) == "32 768")
    #expect(NumberText.grouped(-1_000_000, in: .ascii) == "-1 000 000")
    #expect(NumberText.grouped(7, in: .ascii) == "7")
    #expect(NumberText.grouped(.min, in: .ascii) == "-9 223 372 036 854 775 808")
  }
}

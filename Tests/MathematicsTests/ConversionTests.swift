import Foundation
import Testing

/// A conversion that ends the program where the number does not fit must not come back.
///
/// Words cannot tell a number's type for sure; what is looked for are the marks of floating-point
/// arithmetic within a conversion without a label.
@Suite("The sources convert floating-point numbers by clamping only")
struct ConversionTests {
  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources")

  // What only floating-point numbers have, or are called here.
  private static let marks = [
    ".rounded(", "floor(", "ceil(", "log", "pow(", "Double(", "Float(", "squareRoot", " / ",
    "position", "share", "progress", "level", "exponent.", "steps)", "zero)",
  ]

  @Test("in every file")
  func everyFile() throws {
    let files = try #require(FileManager.default.enumerator(atPath: Self.sources.path))
    var count = 0
    for case let name as String in files
    where name.hasSuffix(".swift") && !name.hasPrefix("Mathematics") {
      let text = try String(contentsOf: Self.sources.appendingPathComponent(name), encoding: .utf8)
      for line in text.split(separator: "\n") where !line.contains("///") {
        for argument in Self.unlabelled(in: line) {
          let mark = Self.marks.first { (argument + ")").contains($0) }
          #expect(mark == nil, "\(name): \(line)")
        }
      }
      count += 1
    }
    #expect(count > 200)
  }

  @Test("the search finds what it looks for")
  func search() {
    #expect(
      Self.unlabelled(in: "min(3, Int((x * 2).rounded())), Int32(clamping: y), UInt8(ascii: z)")
        == ["(x * 2).rounded()"])
    #expect(Self.unlabelled(in: "hint(3), columns.map(Int.init), Int(text)") == ["text"])
  }

  // The arguments of integer conversions without a label.
  private static func unlabelled(in line: some StringProtocol) -> [String] {
    let text = String(line)
    return text.matches(of: /\bU?Int(?:8|16|32|64)?\((?![a-zA-Z]+:)/).map { match in
      var depth = 1
      return String(
        text[match.range.upperBound...].prefix { character in
          depth += character == "(" ? 1 : character == ")" ? -1 : 0
          return depth > 0
        })
    }
  }
}

import Readings
import Screen
import Testing
import Words

@testable import Explorer

@Suite("The numbers of A and B beside each other")
struct ComparedNumbersTests {
  private static func row(_ a: Double, _ b: Double, isScale: Bool = true) -> ComparedRow {
    ComparedRow(
      name: .sample(.weights), label: .verbatim("weights"), a: a, b: b, isTheory: false,
      isScale: isScale, importance: 1)
  }

  @Test(
    "never touch", arguments: [27, 29, 30, 33, 34, 36, 48, 60], GlyphSet.allCases)
  func blanks(columns: Int, glyphs: GlyphSet) {
    let values = [
      0.0441941738, -0.000029, 1.2345e-12, 524_288, 16_777_216, -123.456, 0.9997, 1, -1e-7, 1e-40,
    ]
    for a in values {
      for b in values {
        var canvas = Canvas(
          size: Size(columns: columns, rows: 2), lettering: Lettering(glyphs), usesColor: true)
        let region = Region(column: 0, row: 0, columns: columns, rows: 2)
        canvas.drawCompared([Self.row(a, b)], in: region, isWide: false)
        let ends = ComparedColumns(region, label: 0)
        for column in [0, 8, ends.a, ends.b, ends.ratio] {
          #expect(canvas.frame[column, 1].glyph == " ", "\(a) \(b) at \(column)")
        }
        for column in [ends.a, ends.b] { #expect(canvas.frame[column - 1, 1].glyph != " ") }
      }
    }
  }

  @Test("leave a blank behind the longest name, in ASCII too", arguments: GlyphSet.allCases)
  func names(glyphs: GlyphSet) throws {
    let model = try model("kaiming_normal --view propagation --pin xavier_normal")
    for (columns, rows) in [(60, 18), (80, 24), (100, 30), (120, 36), (160, 50)] {
      for model in [model, model.pressing(.character("P"))] {
        let text = model.text(columns: columns, rows: rows, glyphs: glyphs)
        let name = glyphs == .ascii ? "chi_perp" : "χ⊥"
        #expect(text.contains("\(name) "))
        #expect(text.ranges(of: name).allSatisfy { text[$0.upperBound...].first?.isNumber != true })
      }
    }
  }

  @Test("are equal, nearly equal or different")
  func relations() {
    let relation = { (row: ComparedRow, looksEqual: Bool) in
      row.relation(columns: 6, looksEqual: looksEqual, in: .braille)
    }
    #expect(relation(Self.row(0.5, 0.5, isScale: false), true) == "=")
    #expect(relation(Self.row(0.50001, 0.50002, isScale: false), true) == "≈")
    #expect(relation(Self.row(0.5, 0.6, isScale: false), false) == "≠")
    #expect(relation(Self.row(-2, -3), false) == "×1.5")
    #expect(relation(Self.row(-2, 3), false) == "≠")
    #expect(relation(Self.row(1, 1.003), false) == "×1.003")
    #expect(relation(Self.row(1, 1.0001), true) == "≈")
    #expect(relation(Self.row(1, .nan), false) == "")
    #expect(Self.row(1, 1.003).relation(columns: 5, looksEqual: true, in: .braille) == "1.003")
  }

  @Test("have a ratio of their least values")
  func least() throws {
    let text = try model("normal --std 2 --pin 'normal --std 1'").text(columns: 160, rows: 50)
    let row = try #require(text.split(separator: "\n").first { $0.contains(" min  ") })
    #expect(row.contains("×2"))
  }

  @Test("of a column keep two digits where its decimals would leave one")
  func digits() {
    let column = NumberColumn(std: 0.0722, columns: 30)
    #expect(column.text(-2.9e-4, in: .braille) == "−2.9e−4")
    #expect(column.text(0.0125, in: .braille) == "0.01250")
    #expect(column.text(0, in: .braille) == "0")
    #expect(NumberColumn(std: 5000, columns: 30).text(5.3, in: .braille) == "5.3")
    #expect(NumberColumn(std: 1, columns: 36).text(-0.0004, in: .ascii) == "-4e-4")
  }
}

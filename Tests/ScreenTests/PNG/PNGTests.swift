import Foundation
import Testing

@testable import Screen

@Suite struct `A frame as a PNG picture` {
  private static let themes = Theme.allCases

  @Test(arguments: [(0, 0, 1.0), (1, 1, 1), (60, 18, 1), (10, 3, 2.5), (7, 2, 0.5), (2, 1, 16)])
  func `A cell has 8 by 16 pixels times the scale`(columns: Int, rows: Int, scale: Double) throws {
    let frame = Frame(size: Size(columns: columns, rows: rows))
    let picture = try PNGReader(try #require(frame.png(scale: scale)))
    #expect(picture.width == Int(Double(columns * 8 + 32) * scale))
    #expect(picture.height == Int(Double(rows * 16 + 32) * scale))
  }

  @Test func `A tick is drawn beside its cell and joins the axis`() throws {
    func rows(_ offset: Cell.Offset) throws -> [Int] {
      var frame = Frame(size: Size(columns: 2, rows: 3))
      for row in 0..<3 { frame[1, row] = Cell("│", Style(.text)) }
      frame[1, 1] = Cell("┤", Style(.text), offset: offset)
      let picture = try PNGReader(try #require(frame.png(theme: .mono, scale: 2)))
      let page = picture[0, 0]
      // The axis is whole.
      for y in 32..<32 + 3 * 32 { #expect(picture[32 + 16 + 9, y] != page) }
      return (0..<picture.height).filter { picture[32 + 16 + 2, $0] != page }
    }
    let middle = try rows(.none)
    #expect(middle == [32 + 32 + 16, 32 + 32 + 17])
    for down in [-8, -3, 8] {
      #expect(try rows(Cell.Offset(down: down)) == middle.map { $0 + 2 * down })
    }
  }

  @Test func `More pixels than memory should hold make no picture`() {
    let frame = Frame(size: Size(columns: 1000, rows: 1000))
    for scale in [16, .nan, .infinity, 0, -1] { #expect(frame.png(scale: scale) == nil) }
  }

  @Test(arguments: themes)
  func `Blocks and fills have exactly the theme's colours`(theme: Theme) throws {
    var frame = Frame(size: Size(columns: 4, rows: 2))
    frame.put("█▄▌", column: 0, row: 0, Style(.bar))
    frame.put("  ", column: 0, row: 1, Style(.chrome, on: .chrome))
    let picture = try PNGReader(try #require(frame.png(theme: theme, scale: 2)))
    let sheet = SVGStyleSheet(themes: [theme.onPaper])
    let page = try #require(Int(sheet.color(of: "page").dropFirst(), radix: 16))
    func color(_ style: Style) throws -> (glyph: Int, fill: Int) {
      var sheet = sheet
      let ink = sheet.ink(for: style)
      let number = { (name: String) in Int(sheet.color(of: name).dropFirst(), radix: 16) }
      return (try #require(number(ink.glyph)), try #require(number(ink.fill ?? "page")))
    }
    let bar = try color(Style(.bar))
    let chrome = try color(Style(.chrome, on: .chrome))
    for y in 0..<picture.height {
      for x in 0..<picture.width {
        let (column, row) = ((x - 32) / 16, (y - 32) / 32)
        let expected =
          if x < 32 || y < 32 || column > 3 || row > 1 {
            page
          } else if row == 1 {
            column < 2 ? chrome.fill : page
          } else {
            switch column {
            case 0: bar.glyph
            case 1: y >= 32 + 16 ? bar.glyph : bar.fill
            case 2: x < 32 + 32 + 8 ? bar.glyph : bar.fill
            default: page
            }
          }
        guard picture[x, y] == expected else {
          Issue.record("\(x), \(y): \(String(picture[x, y], radix: 16))")
          return
        }
      }
    }
  }

  @Test func `Many colours are written as such, few by a palette`() throws {
    var frame = Frame(size: Size(columns: 40, rows: 38))
    for (row, ground) in Role.allCases.enumerated() {
      for (column, role) in Role.allCases.enumerated() {
        frame.put("x", column: column, row: row, Style(role, on: ground))
      }
    }
    let many = try PNGReader(try #require(frame.png(theme: .dark, scale: 1)))
    #expect(!many.isPalette && Set(many.pixels).count > 256)
    var plain = Frame(size: Size(columns: 4, rows: 1))
    plain.put("law", column: 0, row: 0, Style(.law))
    let few = try PNGReader(try #require(plain.png(theme: .dark, scale: 1)))
    #expect(few.isPalette)
    // The ink, the page, and steps between.
    #expect((3...17).contains(Set(few.pixels).count))
  }

  @Test func `Says what it is, unless that is no plain text`() throws {
    let frame = Frame(size: Size(columns: 1, rows: 1))
    let named = try PNGReader(try #require(frame.png(scale: 1, title: "initscope eye --seed 0")))
    #expect(named.title == "Title\0initscope eye --seed 0")
    for title in ["", "\u{1B}[1m", "σ"] {
      #expect(try PNGReader(try #require(frame.png(scale: 1, title: title))).title == nil)
    }
  }

  @Test func `Half of a wide glyph is no glyph`() throws {
    var frame = Frame(size: Size(columns: 2, rows: 1))
    frame[0, 0] = Cell(Cell.continuation)
    frame[1, 0] = Cell("宽")
    let picture = try PNGReader(try #require(frame.png(scale: 1)))
    #expect(Set(picture.pixels.prefix(picture.width * 16)).count == 1)
  }
}

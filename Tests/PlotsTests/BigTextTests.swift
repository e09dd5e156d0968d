import Plots
import Screen
import Testing

struct BigTextTests {
  @Test(arguments: GlyphSet.allCases, [1, 2, 3])
  func `figures take the room they say and differ from each other`(glyphs: GlyphSet, scale: Int)
    throws
  {
    var pictures: Set<[Unicode.Scalar]> = []
    for figure in "0123456789.-+e" {
      let text = try #require(BigText(String(figure), scale: scale))
      let frame = text.frame(Style(.bright), in: glyphs)
      #expect(frame.size == Size(columns: text.columns, rows: text.rows(in: glyphs)))
      #expect(pictures.insert(frame.cells.map(\.glyph)).inserted, "\(figure)")
    }
    let number = try #require(BigText("0.125", scale: scale))
    #expect(number.columns == (4 * 3 + 1 + 4) * scale)
    #expect(BigText("σ") == nil)
  }
}

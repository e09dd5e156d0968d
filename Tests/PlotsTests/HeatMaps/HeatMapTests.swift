import Plots
import Screen
import Testing

@Suite struct `Heat maps` {
  @Test func `a cell shows two values, the upper in its glyph and the lower in its fill`() {
    let map = HeatMap(values: [-1, 0, 1, 0.2] as [Float], rows: 2, columns: 2, limit: 1)
    let frame = map.frame(size: Size(columns: 2, rows: 1), glyphs: .braille)
    #expect(frame[0, 0] == Cell("▀", Style(.diverging0, on: .diverging10)))
    #expect(frame[1, 0] == Cell("▄", Style(.diverging6)))
  }

  @Test func `what is 0 among others leaves the paper free, and nothing else does`() {
    let map = HeatMap(values: [0, 0.01, 0, -0.01, 0, 1] as [Float], rows: 2, columns: 3, limit: 1)
    let frame = map.frame(size: Size(columns: 3, rows: 1), glyphs: .braille)
    #expect(frame[0, 0] == Cell("▄", Style(.diverging4)))
    #expect(frame[1, 0] == Cell("▀", Style(.diverging6)))
    #expect(frame[2, 0] == Cell("▄", Style(.diverging10)))
    let textures = map.frame(size: Size(columns: 3, rows: 2), glyphs: .ascii)
    #expect(textures.text == " .\n- #\n")
    // All alike are a colour, not a missing picture.
    let zeros = HeatMap(values: [0, 0] as [Float], rows: 2, columns: 1, limit: 1)
    let whole = zeros.frame(size: Size(columns: 1, rows: 1), glyphs: .braille)
    #expect(whole[0, 0] == Cell("▀", Style(.diverging5, on: .diverging5)))
    let counts = HeatMap(
      values: [0, 0.1, 0.2, 1] as [Float], rows: 2, columns: 2, kind: .sequential(low: 0, high: 1))
    let shares = counts.frame(size: Size(columns: 2, rows: 1), glyphs: .braille)
    #expect(shares[0, 0] == Cell("▄", Style(.sequential1)))
    #expect(shares[1, 0] == Cell("▄", Style(.sequential7)))
  }

  @Test func `sign and size have textures without colours`() {
    let values: [Float] = [-4, -3, -2, -1, 0, 1, 2, 3, 4, 9, .nan, .infinity]
    let map = HeatMap(values: values, rows: 1, columns: 12, limit: 4)
    let size = Size(columns: 12, rows: 1)
    #expect(map.frame(size: size, glyphs: .ascii).text == "%=~- .:+##?!\n")
    let frame = map.frame(size: size, glyphs: .braille, usesColor: false)
    #expect(frame.text == "≡=-· ░▒▓██?∞\n")
    #expect(frame.roles == "vvvv uuuuuee\n")
  }

  @Test func `what is not a number is seen in either half`() {
    let map = HeatMap(values: [.nan, 1, 1, .nan] as [Float], rows: 2, columns: 2, limit: 1)
    #expect(map.frame(size: Size(columns: 2, rows: 1), glyphs: .block).text == "??\n")
  }

  @Test func `a spike and a hole survive shrinking`() {
    var values = Array(repeating: Float(0), count: 900)
    values[437] = 1
    values[12] = .nan
    let map = HeatMap(values: values, rows: 30, columns: 30, limit: 1)
    let small = map.frame(size: Size(columns: 7, rows: 4), glyphs: .block, usesColor: false)
    #expect(small.cells.filter { $0.glyph == "█" }.count == 1)
    #expect(small.cells.filter { $0.glyph == "?" }.count == 1)
  }

  @Test func `every value takes the same cells`() {
    let map = HeatMap(values: [1, -1, 1] as [Float], rows: 1, columns: 3, limit: 1)
    let frame = map.frame(size: Size(columns: 11, rows: 2), glyphs: .ascii)
    #expect(frame.text == "###%%%###\n###%%%###\n")
  }

  static let sizes = [(40, 10), (64, 5), (29, 9), (60, 18), (100, 30), (7, 4), (160, 50)]

  @Test(arguments: sizes, GlyphSet.allCases)
  func `as many values as were asked for are shown, each once`(
    size: (Int, Int), glyphs: GlyphSet
  ) {
    let size = Size(columns: size.0, rows: size.1)
    for usesColor in [false, true] {
      for hasBar in [false, true] {
        let cells = HeatMap.cells(
          in: size, glyphs: glyphs, usesColor: usesColor, hasBar: hasBar)
        let map = HeatMap(
          values: [Float](repeating: .nan, count: cells.rows * cells.columns), rows: cells.rows,
          columns: cells.columns, limit: 0.123, hasBar: hasBar)
        let frame = map.frame(size: size, glyphs: glyphs, usesColor: usesColor)
        let marks = frame.cells.filter { $0.glyph == "?" }.count
        let perCell = usesColor && glyphs != .ascii ? 2 : 1
        #expect(marks * perCell == cells.rows * cells.columns)
        #expect(hasBar || marks == size.columns * size.rows)
      }
    }
  }

  @Test(arguments: [(40, 10), (64, 5)], GlyphSet.allCases)
  func `the colour bar is labelled at both limits and zero`(
    size: (Int, Int), glyphs: GlyphSet
  ) {
    let map = HeatMap(values: [0, 0] as [Float], rows: 1, columns: 2, limit: 0.25)
    let text = map.frame(size: Size(columns: size.0, rows: size.1), glyphs: glyphs).text
    #expect(text.contains(" 0.25"))
    #expect(text.contains(glyphs == .ascii ? "-0.25" : "−0.25"))
    #expect(text.contains("0\n") || text.contains("0█") || text.contains("0 "))
  }

  @Test func `the mirrored matrix is the mirrored picture with the other sign`() {
    let values = (0..<60).map { Double(($0 * 37) % 41) / 20.5 - 1 }
    let map = HeatMap(values: values, rows: 4, columns: 15, limit: 1)
    let turned = HeatMap(
      values: values.reversed().map { -$0 }, rows: 4, columns: 15, limit: 1)
    let size = Size(columns: 15, rows: 2)
    let roles = Array(map.frame(size: size, glyphs: .braille).roles.unicodeScalars)
      .filter { $0 != "\n" }
    let opposite = Array(turned.frame(size: size, glyphs: .braille).fills.unicodeScalars)
      .filter { $0 != "\n" }
    #expect(roles.map(\.value) == opposite.reversed().map { 2 * 70 - $0.value })
  }

  @Test(arguments: [0, -1, .nan, .infinity, .leastNonzeroMagnitude] as [Double])
  func `nothing traps`(limit: Double) {
    let kinds: [HeatMap.Kind] = [
      .diverging, .sequential(low: 0, high: limit), .sequential(low: limit, high: limit),
      .sequential(low: -1e308, high: 1e308),
    ]
    for (rows, columns) in [(0, 0), (-1, 2), (.max, .max), (2, 2), (3, 5), (1, 4)] {
      for kind in kinds {
        let map = HeatMap(
          values: [1, -2, .nan, .infinity] as [Double], rows: rows, columns: columns,
          limit: limit, kind: kind)
        for size in [(0, 0), (1, 1), (3, 2), (7, 4), (40, 3), (60, 9)] {
          let size = Size(columns: size.0, rows: size.1)
          for glyphs in GlyphSet.allCases {
            #expect(map.frame(size: size, glyphs: glyphs).size == size)
            #expect(map.frame(size: size, glyphs: glyphs, usesColor: false).size == size)
          }
        }
      }
    }
  }

  @Test(arguments: GlyphSet.allCases, [false, true])
  func `where 0 is left free the colour bar leaves it free on both sides`(
    glyphs: GlyphSet, usesColor: Bool
  ) throws {
    let map = HeatMap(values: [0, 1, -1, 0.5] as [Float], rows: 1, columns: 4, limit: 1)
    let frame = map.frame(
      size: Size(columns: 64, rows: 9), glyphs: glyphs, usesColor: usesColor)
    let rows = (0..<9).filter { row in (0..<64).contains { frame[$0, row].glyph == "1" } }
    let row = try #require(rows.last)
    let zero = try #require((0..<64).first { frame[$0, row].glyph == "0" })
    #expect(frame[zero - 1, row].glyph == " " && frame[zero + 1, row].glyph == " ")
    #expect(frame[zero - 2, row].glyph != " " && frame[zero + 2, row].glyph != " ")
  }
}

import Screen
import Testing

@testable import Plots

struct ShadeMapTests {
  @Test func `sign and size have shades, the rest has glyphs of its own`() {
    let map = ShadeMap(
      values: [-4, -2, 0, 2, 4, 9, .nan, .infinity], rows: 1, columns: 8, limit: 4)
    let size = Size(columns: 8, rows: 1)
    #expect(map.frame(size: size, glyphs: .ascii).text == "%~ :##?!\n")
    let frame = map.frame(size: size, glyphs: .braille)
    #expect(frame.text == "█▒ ▒██?!\n")
    #expect(frame.roles == "nn uuu??\n")
  }

  @Test func `a spike survives shrinking and a small matrix is stretched`() {
    var values = Array(repeating: 0.0, count: 900)
    values[437] = 1
    let map = ShadeMap(values: values, rows: 30, columns: 30, limit: 1)
    let small = map.frame(size: Size(columns: 7, rows: 4), glyphs: .block)
    #expect(small.cells.filter { $0.glyph == "█" }.count == 1)
    let stretched = ShadeMap(values: [1, -1], rows: 1, columns: 2, limit: 1)
      .frame(size: Size(columns: 6, rows: 2), glyphs: .ascii)
    #expect(stretched.text == "###%%%\n###%%%\n")
  }

  @Test(arguments: [0, -1, .nan, .infinity] as [Double])
  func `nothing traps`(limit: Double) {
    for (rows, columns) in [(0, 0), (-1, 2), (.max, .max), (2, 2), (3, 5)] {
      let map = ShadeMap(values: [1, 2, 3, 4], rows: rows, columns: columns, limit: limit)
      for size in [Size(columns: 0, rows: 0), Size(columns: 3, rows: 2)] {
        #expect(map.frame(size: size, glyphs: .ascii).size == size)
      }
    }
  }
}

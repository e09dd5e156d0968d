import Plots
import Screen
import Testing

/// Glyphs, and beneath them the roles.
struct ResidualGoldens {
  @Test func `Residuals in braille`() throws {
    let frame = try Examples.strip().frame(
      size: Size(columns: 40, rows: 3), glyphs: .braille)
    #expect(
      frame.text == """
         z +3 │  ▁▁▃▃▅▅▇▇████                ▄▄
           −3 │              ▇▇▅▅▃▃▁▁████
               16 bins, worst 7

        """)
    #expect(
      frame.roles == """
         d dd d  uuuuuuuuaaaa                uu
           dd d              NNNNNNNNaaaa
               dd ddddd ddddd d

        """)
  }

  @Test func `Residuals in blocks`() throws {
    let frame = try Examples.strip().frame(
      size: Size(columns: 40, rows: 3), glyphs: .block)
    #expect(
      frame.text == """
         z +3 │  ▁▁▃▃▅▅▇▇████                ▄▄
           −3 │              ▇▇▅▅▃▃▁▁████
               16 bins, worst 7

        """)
    #expect(
      frame.roles == """
         d dd d  uuuuuuuuaaaa                uu
           dd d              NNNNNNNNaaaa
               dd ddddd ddddd d

        """)
  }

  @Test func `Residuals in ASCII`() throws {
    let frame = try Examples.strip().frame(
      size: Size(columns: 40, rows: 3), glyphs: .ascii)
    #expect(
      frame.text == """
         z +3 |  ..::==%%####                --
           -3 |              ''''""||####
               16 bins, worst 7

        """)
    #expect(
      frame.roles == """
         d dd d  uuuuuuuuaaaa                uu
           dd d              nnnnnnnnaaaa
               dd ddddd ddddd d

        """)
  }
}

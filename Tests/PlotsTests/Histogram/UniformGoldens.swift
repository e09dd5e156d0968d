import Plots
import Screen
import Testing

/// Glyphs, and beneath them the roles.
struct UniformGoldens {
  @Test func `Uniform law in braille`() throws {
    let frame = try Examples.uniform(count: 28).frame(
      size: Size(columns: 38, rows: 8), glyphs: .braille)
    #expect(
      frame.text == """
        dens. −bound −σ       μ      +σ +bound
            5 ┤ ▁  ▄ ┊▂▁  ▄  ▂▁  ▄  ▂▁┊ ▄  ▂
              │ ⡏⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⢹
              │ ⡇██████████████████████████⢸
              │ ⡇██████████████████████████⢸
              │ ⡇██████████████████████████⢸
            0 └───┬───────────┬──────────┬───
                −0.1          0         0.1

        """)
    #expect(
      frame.roles == """
        ddddd mmmmmm mm       m      mm mmmmmm
            d d b  b dbb  b  bb  b  bbd b  b
              d LLLLLLLLLLLLLLLLLLLLLLLLLLLL
              d LbbbbbbbbbbbbbbbbbbbbbbbbbbL
              d LbbbbbbbbbbbbbbbbbbbbbbbbbbL
              d LbbbbbbbbbbbbbbbbbbbbbbbbbbL
            d ddddddddddddddddddddddddddddddd
                dddd          d         ddd

        """)
  }

  @Test func `Uniform law in blocks`() throws {
    let frame = try Examples.uniform(count: 28).frame(
      size: Size(columns: 38, rows: 8), glyphs: .block)
    #expect(
      frame.text == """
        dens. −bound −σ       μ      +σ +bound
            5 ┤ ▁  ▄ ┊▂▁  ▄  ▂▁  ▄  ▂▁┊ ▄  ▂
              │ ▛▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▜
              │ ▌██████████████████████████▐
              │ ▌██████████████████████████▐
              │ ▌██████████████████████████▐
            0 └───┬───────────┬──────────┬───
                −0.1          0         0.1

        """)
    #expect(
      frame.roles == """
        ddddd mmmmmm mm       m      mm mmmmmm
            d d b  b dbb  b  bb  b  bbd b  b
              d LLLLLLLLLLLLLLLLLLLLLLLLLLLL
              d LbbbbbbbbbbbbbbbbbbbbbbbbbbL
              d LbbbbbbbbbbbbbbbbbbbbbbbbbbL
              d LbbbbbbbbbbbbbbbbbbbbbbbbbbL
            d ddddddddddddddddddddddddddddddd
                dddd          d         ddd

        """)
  }

  @Test func `Uniform law in ASCII`() throws {
    let frame = try Examples.uniform(count: 28).frame(
      size: Size(columns: 38, rows: 8), glyphs: .ascii)
    #expect(
      frame.text == """
        dens. -bound -s       m      +s +bound
            5 + .  - '..  -  ..  -  ..' -  .
              | ****************************
              | *##########################*
              | *##########################*
              | *##########################*
            0 +---+-----------+----------+---
                -0.1          0         0.1

        """)
    #expect(
      frame.roles == """
        ddddd mmmmmm mm       m      mm mmmmmm
            d d b  b dbb  b  bb  b  bbd b  b
              d LLLLLLLLLLLLLLLLLLLLLLLLLLLL
              d LbbbbbbbbbbbbbbbbbbbbbbbbbbL
              d LbbbbbbbbbbbbbbbbbbbbbbbbbbL
              d LbbbbbbbbbbbbbbbbbbbbbbbbbbL
            d ddddddddddddddddddddddddddddddd
                dddd          d         ddd

        """)
  }
}

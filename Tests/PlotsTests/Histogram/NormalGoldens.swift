import Plots
import Screen
import Testing

/// Glyphs, and beneath them the roles.
struct NormalGoldens {
  @Test func `Normal law in braille`() throws {
    let frame = try Examples.normal(count: 30, selected: 22).frame(
      size: Size(columns: 40, rows: 11), glyphs: .braille)
    #expect(
      frame.text == """
        dens.         −2σ −σ   μ +σ  +2σ
            6 ┤        ┊   ┊  ⡠⢄▁ ┊   ┊
              │        ┊   ┊⢠⠊█▆⠑⡄┊   ┊
              │        ┊   ⢀⠇████⠸⡀   ┊
              │        ┊   ⡎██████⢱   ┊
            3 ┤        ┊  ⡜████████⢣  ┊
              │        ┊ ⡜██████████⢣ ┊
              │        ⢀⠜████████████⠣⡀
              │⣀⣀▁⣀▁▁⡠⠔⠊██████████████⠑⠢⢄▁▁▁⣀⣀⣀
            0 └─┬──────────────┬──────▲───────┬
              −0.3             0             0.3

        """)
    #expect(
      frame.roles == """
        ddddd         mmm mm   m mm  mmm
            d d        d   d  Llb d   d
              d        d   dlLbbLld   d
              d        d   llbbbbLl   d
              d        d   Lbbbbbbl   d
            d d        d  lbbbbbbbbL  d
              d        d lbbbbbbbbbbl d
              d        llbbbbbbbbbbbbll
              dllblbblLLbbbbbbbbbbbbbbLllbbblll
            d ddddddddddddddddddddddddhdddddddd
              dddd             d             ddd

        """)
  }

  @Test func `Normal law in blocks`() throws {
    let frame = try Examples.normal(count: 30).frame(
      size: Size(columns: 40, rows: 11), glyphs: .block)
    #expect(
      frame.text == """
        dens.         −2σ −σ   μ +σ  +2σ
            6 ┤        ┊   ┊  ▄▄▁ ┊   ┊
              │        ┊   ┊▗▀█▆▀▖┊   ┊
              │        ┊   ▗▘████▝▖   ┊
              │        ┊   ▞██████▚   ┊
            3 ┤        ┊  ▞████████▚  ┊
              │        ┊ ▞██████████▚ ┊
              │        ┊▞████████████▚┊
              │  ▁ ▁▁▄▞▀██████████████▀▚▄▁▁▁
            0 └─┬──────────────┬──────────────┬
              −0.3             0             0.3

        """)
    #expect(
      frame.roles == """
        ddddd         mmm mm   m mm  mmm
            d d        d   d  Llb d   d
              d        d   dlLbbLld   d
              d        d   llbbbbLl   d
              d        d   Lbbbbbbl   d
            d d        d  lbbbbbbbbL  d
              d        d lbbbbbbbbbbl d
              d        dlbbbbbbbbbbbbld
              d  b bblLLbbbbbbbbbbbbbbLllbbb
            d ddddddddddddddddddddddddddddddddd
              dddd             d             ddd

        """)
  }

  @Test func `Normal law in ASCII`() throws {
    let frame = try Examples.normal(count: 30).frame(
      size: Size(columns: 40, rows: 11), glyphs: .ascii)
    #expect(
      frame.text == """
        dens.         -2s -s   m +s  +2s
            6 +        '   '  **. '   '
              |        '   ' *#+* '   '
              |        '   '*####*'   '
              |        '   *######*   '
            3 +        '  *########*  '
              |        ' *##########* '
              |        '*############*'
              |  . ...**##############**:...
            0 +-+--------------+--------------+
              -0.3             0             0.3

        """)
    #expect(
      frame.roles == """
        ddddd         mmm mm   m mm  mmm
            d d        d   d  Llb d   d
              d        d   d LbbL d   d
              d        d   dlbbbbLd   d
              d        d   Lbbbbbbl   d
            d d        d  lbbbbbbbbL  d
              d        d lbbbbbbbbbbl d
              d        dlbbbbbbbbbbbbld
              d  b bbbLLbbbbbbbbbbbbbbLlbbbb
            d ddddddddddddddddddddddddddddddddd
              dddd             d             ddd

        """)
  }
}

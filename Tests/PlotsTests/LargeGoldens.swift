import Plots
import Screen
import Testing

/// Glyphs, and beneath them the roles.
struct LargeGoldens {
  @Test func `Normal law in a large panel`() throws {
    let frame = try Examples.normal(count: 64).frame(
      size: Size(columns: 73, rows: 18), glyphs: .braille)
    #expect(
      frame.text == """
        dens.                 −2σ     −σ       μ     +σ      +2σ
              │                ┊       ┊       ▅      ┊       ┊
              │                ┊       ┊    ▁⢀⡠⢄⡀     ┊       ┊
              │                ┊       ┊  ▃⢀⠔⠁▁█⠈⠢⡀   ┊       ┊
          5.0 ┤                ┊       ┊  ⡰⠁██████⠈⢆▂ ┊       ┊
              │                ┊       ┊ ⡔⠁▆███████⠈⢢ ┊       ┊
              │                ┊       ▂⡜▆█████████▇█⢣┊       ┊
              │                ┊       ⡸██████████████⢇▂      ┊
              │                ┊      ⡰⠁██████████████⠈⢆      ┊
              │                ┊     ⡰⠁████████████████⠈⢆     ┊
          2.5 ┤                ┊    ⡰⠁██████████████████⠈⢆    ┊
              │                ┊  ▂⡜██████████████████████⢣   ┊
              │                ┊ ⢀⠜▆███████████████████████⠣⡀ ┊
              │                ┊⡠⠃█████████████████████████▇⠘⢄┊
              │              ⢀⡠⠊██████████████████████████████⠑⢄⡀
              │⣀⣀⣀▁⣀⣀▁⣀▂▂⡠⠤⠔⠊⠁▇█████████████████████████████████⠈⠑⠢⠤⢄▁▁▁⣀▁⣀⣀▁⣀⣀
            0 └┬─────────┬──────────┬──────────┬─────────┬──────────┬─────────┬
             −0.3      −0.2       −0.1         0        0.1        0.2       0.3

        """)
    #expect(
      frame.roles == """
        ddddd                 mmm     mm       m     mm      mmm
              d                d       d       b      d       d
              d                d       d    bllLl     d       d
              d                d       d  blLLbbllL   d       d
          ddd d                d       d  LlbbbbbbLlb d       d
              d                d       d lLbbbbbbbblL d       d
              d                d       blbbbbbbbbbbbbld       d
              d                d       Lbbbbbbbbbbbbbblb      d
              d                d      lLbbbbbbbbbbbbbbLL      d
              d                d     LlbbbbbbbbbbbbbbbbLl     d
          ddd d                d    lLbbbbbbbbbbbbbbbbbbll    d
              d                d  blbbbbbbbbbbbbbbbbbbbbbbL   d
              d                d lLbbbbbbbbbbbbbbbbbbbbbbbbll d
              d                dllbbbbbbbbbbbbbbbbbbbbbbbbbbLld
              d              llLbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbLLl
              dlllbllblbblLlLLbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbLLLllbbblbllbll
            d ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
             dddd      dddd       dddd         d        ddd        ddd       ddd

        """)
  }

  @Test func `Density over a normal law`() throws {
    let frame = try Examples.density().frame(
      size: Size(columns: 68, rows: 9), glyphs: .braille)
    #expect(
      frame.text == """
              │                           oooooo            @ sample  o law
            5 ┤                        =oo@%@@%@oo-
              │                      :oo@@@@@@@@@@oo:
              │                     oo%@@@@@@@@@@@@%oo
              │                   oo@@@@@@@@@@@@@@@@@@oo
              │                ooo@@@@@@@@@@@@@@@@@@@@@@ooo
              │   .  . oooooooo@@@@@@@@@@@@@@@@@@@@@@@@@@@@oooooooo .  .
            0 └┬─────────┬─────────┬─────────┬─────────┬─────────┬────────┬
             −0.3      −0.2      −0.1        0        0.1       0.2      0.3

        """)
    #expect(
      frame.roles == """
              d                           llllll            s ssssss  l lll
            d d                        sllsssssslls
              d                      sllsssssssssslls
              d                     llssssssssssssssll
              d                   llssssssssssssssssssll
              d                lllsssssssssssssssssssssslll
              d   s  s llllllllssssssssssssssssssssssssssssllllllll s  s
            d ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
             dddd      dddd      dddd        d        ddd       ddd      ddd

        """)
  }
}

import Screen
import Testing

@Suite struct `Themes` {
  /// Both forms of a colour: in the palette and itself.
  private static func colors(_ paint: Paint) -> [RGB] {
    [paint.palette.map(Palette.color), paint.exact].compactMap(\.self)
  }

  private static func contrast(_ first: Double, _ second: Double) -> Double {
    (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// Roles that words are written in; the others are shapes.
  private static let words: [Role] = [
    .text, .dim, .bright, .title, .key, .law, .marker, .caution, .alert, .good,
    .code, .warning, .error,
  ]

  @Test(arguments: [
    (Theme.dark, [0x000000, 0x1c1c1c]), (.contrast, [0x000000]), (.light, [0xffffff, 0xeeeeee]),
  ])
  func `Words can be read on the background their theme is for`(theme: Theme, on: [UInt32]) {
    for role in Role.allCases where ![.chrome, .selection].contains(role) && !role.isGround {
      let needed = Self.words.contains(role) ? 3.9 : role == .bar ? 1.9 : 3
      for color in Self.colors(theme.look(of: role).foreground) {
        for background in on.map({ RGB($0) }) + Self.colors(theme.paper.ground) {
          let found = Self.contrast(color.luminance, background.luminance)
          #expect(found >= needed, "\(role) on \(background)")
        }
      }
    }
  }

  @Test(arguments: [Theme.dark, .light, .contrast])
  func `Lines can be read on the bands they lie on`(theme: Theme) {
    for band in [Role.band, .wideBand] {
      for role in [Role.law, .sample, .pinned, .code] {
        for color in Self.colors(theme.look(of: role).foreground) {
          for ground in Self.colors(theme.look(of: band).background) {
            #expect(Self.contrast(color.luminance, ground.luminance) >= 2.5, "\(role) on \(band)")
          }
        }
      }
    }
  }

  // WCAG 2.1's examples: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance, and a grey's 4.54.
  @Test func `Luminance is that of the guidelines`() {
    #expect(RGB(0xffffff).luminance == 1 && RGB(0).luminance == 0)
    #expect(abs(RGB(0xff0000).luminance - 0.2126) < 1e-12)
    #expect(abs(Self.contrast(RGB(0x767676).luminance, 1) - 4.54) < 0.005)
  }

  @Test(arguments: Theme.allCases, [ColorDepth.eight, .sixteen, .palette, .direct])
  func `A paper is under all that has no colour of its own`(theme: Theme, depth: ColorDepth) {
    for style in [Style.text, Style(.dim), Style(.law), Style(.text, on: .selection)] {
      let ink = theme.ink(for: style, colors: depth, onPaper: true)
      if theme.paper.isPainted {
        #expect(ink.foreground != .terminal && ink.background != .terminal, "\(style)")
        #expect(ink.foreground != ink.background, "\(style)")
      } else {
        #expect(ink == theme.ink(for: style, colors: depth))
      }
    }
    #expect(theme.ink(for: .text, colors: .none, onPaper: true) == .plain)
  }

  @Test func `Neutral colours can be read on black and on white`() {
    for role in Role.allCases where ![.chrome, .selection].contains(role) && !role.isGround {
      // Bars are shapes, and pale, so that the law can be read on them.
      let needed = role == .bar ? 2.2 : 3.6
      for color in Self.colors(Theme.neutral.look(of: role).foreground) {
        #expect(Self.contrast(color.luminance, 0) >= needed, "\(role) on black")
        #expect(Self.contrast(color.luminance, 1) >= needed, "\(role) on white")
      }
    }
  }

  @Test(arguments: [ColorDepth.eight, .sixteen, .palette, .direct])
  func `The neutral law has one colour, on bars and beside them`(depth: ColorDepth) throws {
    let beside = Theme.neutral.ink(for: Style(.law), colors: depth)
    let ink = Theme.neutral.ink(for: Style(.law, on: .bar), colors: depth)
    #expect(ink.foreground == beside.foreground)
    let (law, bar) = (try #require(ink.foreground.shown), try #require(ink.background.shown))
    #expect(Self.contrast(law.luminance, bar.luminance) >= 1.9)
  }

  @Test func `The neutral ramp can be seen on black and on white, and grows from grey`() throws {
    for vision in [ColorVision.normal, .protanopia, .deuteranopia] {
      for depth in [ColorDepth.palette, .direct] {
        let steps = Role.sequential.compactMap {
          Theme.neutral.look(of: $0).foreground.color(at: depth).shown
        }
        let first = try #require(steps.first)
        let distances = steps.map { vision.difference(first, $0) }
        #expect(zip(distances, distances.dropFirst()).allSatisfy { $1 > $0 - 1 }, "\(distances)")
        #expect(try #require(distances.last) > 60)
        for color in steps {
          #expect(Self.contrast(color.luminance, 0) >= 3.5)
          #expect(Self.contrast(color.luminance, 1) >= 3.4)
        }
      }
    }
  }

  @Test(arguments: Theme.allCases, [ColorDepth.palette, .direct])
  func `Everything can be read on chrome, the selection and bars`(
    theme: Theme, depth: ColorDepth
  ) throws {
    for fill in [Role.chrome, .selection, .bar] {
      for role in Role.allCases where !role.isGround && (role != fill || fill != .bar) {
        let ink = theme.ink(for: Style(role, on: fill), colors: depth)
        if ink.background == .terminal {
          #expect(ink.foreground == .terminal, "a fill in reverse video has no colours of its own")
          let isReversed = theme == .mono && role == .error
          #expect(ink.attributes.contains(.reverse) != isReversed, "\(role) on \(fill)")
        } else {
          let foreground = try #require(
            ink.foreground.shown, "a coloured fill needs coloured text: \(role) on \(fill)")
          let background = try #require(ink.background.shown)
          let found = Self.contrast(foreground.luminance, background.luminance)
          let isShape = [.bar, .dim, .residualUp].contains(role)
          #expect(found >= (fill == .bar || isShape ? 1.9 : 3), "\(role) on \(fill)")
        }
      }
    }
  }

  @Test(arguments: Theme.allCases)
  func `A filled cell has the colour of the block beside it`(theme: Theme) {
    for depth in ColorDepth.allCases {
      let block = theme.ink(for: Style(.bar), colors: depth)
      let fill = theme.ink(for: Style(.law, on: .bar), colors: depth)
      if fill.background != .terminal {
        #expect(fill.background == block.foreground)
      } else {
        #expect(fill.attributes.contains(.reverse) && block.foreground == .terminal)
      }
    }
  }

  @Test(arguments: Theme.allCases)
  func `Signals differ from their surroundings without colour`(theme: Theme) {
    for role in [Role.bright, .title, .key, .law, .alert, .caution, .warning, .error] {
      #expect(theme.ink(for: Style(role), colors: .none) != .plain, "\(role)")
    }
    let chrome = theme.ink(for: Style(.text, on: .chrome), colors: .none)
    let selection = theme.ink(for: Style(.text, on: .selection), colors: .none)
    #expect(chrome.attributes == .reverse)
    #expect(selection.attributes == [.reverse, .bold, .underline])
  }

  @Test(arguments: Theme.allCases, ColorDepth.allCases)
  func `Every style stays within its depth`(theme: Theme, depth: ColorDepth) {
    for foreground in Role.allCases {
      for background in Role.allCases {
        let ink = theme.ink(for: Style(foreground, on: background), colors: depth)
        for color in [ink.foreground, ink.background] {
          switch color {
          case .terminal: break
          case .indexed(let index):
            #expect(![.none, .direct].contains(depth) && Int(index) < depth.rawValue)
          case .direct: #expect(depth == .direct)
          }
        }
        if theme == .mono { #expect(ink.foreground == .terminal && ink.background == .terminal) }
        // Text must not vanish in its fill.
        if ink.background != .terminal && !foreground.isGround
          && [.chrome, .selection].contains(background)
        {
          #expect(ink.foreground != ink.background, "\(foreground) on \(background)")
        }
      }
    }
  }

  @Test func `Shapes are never reversed or underlined by their theme`() {
    for theme in Theme.allCases {
      for role in [Role.bar, .law, .sample, .residualUp, .residualDown] {
        #expect(theme.look(of: role).attributes.isDisjoint(with: [.reverse, .underline]))
      }
    }
  }

  @Test func `The palette is xterm's`() {
    // From xterm's 256colres.h.
    #expect(Palette.color(of: 16) == RGB(0x000000))
    #expect(Palette.color(of: 61) == RGB(0x5f5faf))
    #expect(Palette.color(of: 214) == RGB(0xffaf00))
    #expect(Palette.color(of: 231) == RGB(0xffffff))
    #expect(Palette.color(of: 232) == RGB(0x080808))
    #expect(Palette.color(of: 255) == RGB(0xeeeeee))
  }
}

extension Ink.Color {
  /// The colour as xterm shows it; nil for the default.
  var shown: RGB? {
    switch self {
    case .terminal: nil
    case .indexed(let index): Palette.color(of: index)
    case .direct(let color): color
    }
  }
}

import Glibc
import Screen
import Testing

@Suite struct `Themes` {
  /// WCAG 2.1's relative luminance of a palette colour.
  private static func luminance(_ index: UInt8) -> Double {
    func linear(_ value: UInt8) -> Double {
      let share = Double(value) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let (red, green, blue) = Palette.components(of: index)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  private static func contrast(_ first: Double, _ second: Double) -> Double {
    (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// Roles that words are written in; the others are shapes.
  private static let words: [Role] = [
    .text, .dim, .bright, .title, .key, .law, .marker, .alert, .good, .code, .warning, .error,
  ]

  @Test(arguments: [(Theme.dark, [UInt8(16), 234]), (.contrast, [16]), (.light, [231, 255])])
  func `Words can be read on the background their theme is for`(theme: Theme, on: [UInt8]) {
    for role in Role.allCases where ![.chrome, .selection].contains(role) && !role.isRamp {
      guard let color = theme.look(of: role).foreground.palette else { continue }
      let needed = Self.words.contains(role) ? 3.9 : role == .bar ? 1.9 : 3
      for background in on {
        let found = Self.contrast(Self.luminance(color), Self.luminance(background))
        #expect(found >= needed, "\(role) on \(background)")
      }
    }
  }

  @Test func `Neutral colours can be read on black and on white`() {
    for role in Role.allCases where ![.chrome, .selection].contains(role) && !role.isRamp {
      guard let color = Theme.neutral.look(of: role).foreground.palette else { continue }
      #expect(Self.contrast(Self.luminance(color), 0) >= 2.7, "\(role) on black")
      #expect(Self.contrast(Self.luminance(color), 1) >= 2.7, "\(role) on white")
    }
  }

  @Test(arguments: Theme.allCases)
  func `Everything can be read on chrome, the selection and bars`(theme: Theme) {
    for fill in [Role.chrome, .selection, .bar] {
      for role in Role.allCases where !role.isRamp && (role != fill || fill != .bar) {
        let ink = theme.ink(for: Style(role, on: fill), colors: .palette)
        if ink.background < 0 {
          #expect(ink.foreground == -1, "a fill in reverse video has no colours of its own")
          let isReversed = theme == .mono && role == .error
          #expect(ink.attributes.contains(.reverse) != isReversed, "\(role) on \(fill)")
        } else {
          let foreground = UInt8(clamping: ink.foreground)
          let background = UInt8(clamping: ink.background)
          let found = Self.contrast(Self.luminance(foreground), Self.luminance(background))
          #expect(ink.foreground >= 0, "a coloured fill needs coloured text: \(role) on \(fill)")
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
      if fill.background >= 0 {
        #expect(fill.background == block.foreground)
      } else {
        #expect(fill.attributes.contains(.reverse) && block.foreground == -1)
      }
    }
  }

  @Test(arguments: Theme.allCases)
  func `Signals differ from their surroundings without colour`(theme: Theme) {
    for role in [Role.bright, .title, .key, .law, .alert, .warning, .error] {
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
        let range = -1..<Int16(depth == .none ? 0 : depth.rawValue)
        #expect(range.contains(ink.foreground) && range.contains(ink.background))
        if theme == .mono { #expect(ink.foreground == -1 && ink.background == -1) }
        // Text must not vanish in its fill.
        if ink.background >= 0 && !foreground.isRamp && [.chrome, .selection].contains(background) {
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
    #expect(Palette.components(of: 16) == (0, 0, 0))
    #expect(Palette.components(of: 61) == (95, 95, 175))
    #expect(Palette.components(of: 214) == (255, 175, 0))
    #expect(Palette.components(of: 231) == (255, 255, 255))
    #expect(Palette.components(of: 232) == (8, 8, 8))
    #expect(Palette.components(of: 255) == (238, 238, 238))
  }
}

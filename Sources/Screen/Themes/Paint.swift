private import Glibc

/// A colour by its shares of red, green and blue, 0…255 each.
package struct RGB: Hashable, Sendable {
  /// The share of red.
  package let red: UInt8
  /// The share of green.
  package let green: UInt8
  /// The share of blue.
  package let blue: UInt8

  /// Makes a colour from its shares.
  package init(red: UInt8, green: UInt8, blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Makes a colour from the number that its six hexadecimal digits are.
  package init(_ code: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: code >> 16), green: UInt8(truncatingIfNeeded: code >> 8),
      blue: UInt8(truncatingIfNeeded: code))
  }

  /// The number that its six hexadecimal digits are.
  package var code: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// The relative luminance, from 0 for black to 1 for white (WCAG 2.1).
  package var luminance: Double {
    func linear(_ value: UInt8) -> Double {
      let share = Double(value) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}

/// One colour, exactly and as indices into the 256-colour palette and the sixteen of ANSI.
package struct Paint: Hashable, Sendable {
  /// The colour itself; `nil` is the terminal's own default colour.
  package let exact: RGB?
  /// The index into the 256-colour palette; `nil` is the terminal's own default colour.
  package let palette: UInt8?
  /// The index into the sixteen colours of ANSI; `nil` is the terminal's own default colour.
  package let basic: UInt8?

  /// Makes a paint from its six hexadecimal digits, its palette index and its twin among the sixteen.
  package init(_ code: UInt32?, _ palette: UInt8?, _ basic: UInt8?) {
    exact = code.map { RGB($0) }
    self.palette = palette
    self.basic = basic
  }

  /// The terminal's own default colour.
  package static let terminal = Paint(nil, nil, nil)

  /// The colour at a colour depth.
  ///
  /// With eight colours a bright one becomes its darker twin, and bright black, which would be
  /// black on black, the default.
  package func color(at depth: ColorDepth) -> Ink.Color {
    switch depth {
    case .none: return .terminal
    case .direct: return exact.map { .direct($0) } ?? .terminal
    case .palette: return palette.map { .indexed($0) } ?? .terminal
    case .sixteen: return basic.map { .indexed($0) } ?? .terminal
    case .eight:
      guard let basic, basic != 8 else { return .terminal }
      return .indexed(basic % 8)
    }
  }

  /// Whether eight colours need bold to tell this paint from its darker twin.
  func needsBold(at depth: ColorDepth) -> Bool {
    guard depth == .eight, let basic else { return false }
    return basic > 8
  }
}

/// What a terminal is told about a cell: two colours and attributes.
package struct Ink: Hashable, Sendable {
  /// A colour as a terminal is told of it.
  package enum Color: Hashable, Sendable {
    /// The terminal's own default.
    case terminal
    /// By its index into the palette.
    case indexed(UInt8)
    /// By itself.
    case direct(RGB)
  }

  /// The glyph's colour.
  package var foreground: Color
  /// The cell's colour.
  package var background: Color
  /// The attributes.
  package var attributes: Style.Attributes

  /// The terminal's defaults.
  package static let plain = Ink(foreground: .terminal, background: .terminal, attributes: [])
}

/// What a theme is written on.
package struct Paper: Hashable, Sendable {
  /// The colour of ordinary text.
  package let text: Paint
  /// The colour behind it.
  package let ground: Paint
  /// Whether a terminal is given it where the theme is asked for: its colours need it.
  package let isPainted: Bool
}

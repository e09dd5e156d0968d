/// One colour, as indices into the 256-colour palette and the sixteen of ANSI.
package struct Paint: Hashable, Sendable {
  /// The index into the 256-colour palette; `nil` is the terminal's own default colour.
  package let palette: UInt8?
  /// The index into the sixteen colours of ANSI; `nil` is the terminal's own default colour.
  package let basic: UInt8?

  /// Makes a paint from its palette index and its twin among the sixteen.
  package init(_ palette: UInt8?, _ basic: UInt8?) {
    self.palette = palette
    self.basic = basic
  }

  /// The terminal's own default colour.
  package static let terminal = Paint(nil, nil)

  /// The index at a colour depth, or −1 for the terminal's default colour.
  ///
  /// With eight colours a bright one becomes its darker twin, and bright black, which would be
  /// black on black, the default.
  package func index(at depth: ColorDepth) -> Int16 {
    switch depth {
    case .none: return -1
    case .palette: return palette.map(Int16.init) ?? -1
    case .sixteen: return basic.map(Int16.init) ?? -1
    case .eight:
      guard let basic, basic != 8 else { return -1 }
      return Int16(basic % 8)
    }
  }

  /// Whether eight colours need bold to tell this paint from its darker twin.
  func needsBold(at depth: ColorDepth) -> Bool {
    guard depth == .eight, let basic else { return false }
    return basic > 8
  }
}

/// What a terminal is told about a cell: two colour indices and attributes.
package struct Ink: Hashable, Sendable {
  /// The glyph's colour index, −1 for the terminal's default.
  package var foreground: Int16
  /// The cell's colour index, −1 for the terminal's default.
  package var background: Int16
  /// The attributes.
  package var attributes: Style.Attributes

  /// The terminal's defaults.
  package static let plain = Ink(foreground: -1, background: -1, attributes: [])
}

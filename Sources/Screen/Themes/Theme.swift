/// A mapping from roles to palette colours and attributes.
package enum Theme: String, CaseIterable, Sendable {
  /// For dark backgrounds.
  case dark
  /// For light backgrounds.
  case light
  /// For projectors: few colours, strong contrast.
  case contrast
  /// No colour at all.
  case mono
  /// Mid tones that can be read on any background; used where the background is unknown.
  case neutral
}

/// A row of the table of themes: what each role looks like.
struct ThemeEntry: Sendable {
  /// What the terminal's default colours are in a picture, as `#rrggbb`: the text and the page.
  let page: (text: String, background: String)
  // By the roles' numbers.
  private let looks: [Look]

  /// Makes a theme of the looks of words and lines, and of two ramps for heat maps.
  ///
  /// A step of a ramp has one colour that serves a half block's glyph and its fill alike. The step
  /// nearest to the background is the quietest: zero of the diverging ramp and the lowest of the
  /// sequential one. Lightness changes one way from there. Blue against orange and red stays apart
  /// for colour-blind eyes. Basic colours are below 8, since only those can be fills on every
  /// terminal.
  ///
  /// - Parameters:
  ///   - page: the text and the page of a picture, as `#rrggbb`.
  ///   - looks: a role that is not named has the terminal's own colours.
  ///   - diverging: palette and basic colours of the steps, the lowest first.
  ///   - sequential: the same, the lowest first.
  init(
    page: (text: String, background: String), looks: [Role: Look],
    diverging: [(palette: UInt8, basic: UInt8)],
    sequential: [(palette: UInt8, basic: UInt8)]
  ) {
    self.page = page
    var looks = looks
    for (roles, paints) in [(Role.diverging, diverging), (Role.sequential, sequential)] {
      for (role, paint) in zip(roles, paints) {
        looks[role] = Look(paint.palette, paint.basic)
      }
    }
    self.looks = Role.allCases.map { looks[$0] ?? Look(.terminal) }
  }

  /// How a role looks.
  func look(of role: Role) -> Look { looks[Int(role.rawValue)] }
}

extension Theme {
  /// How a role looks.
  package func look(of role: Role) -> Look { entry.look(of: role) }

  /// What the terminal's default colours are in a picture, as `#rrggbb`: the text and the page.
  ///
  /// The neutral theme has those of the light one; a picture in it brings the dark one too.
  var page: (text: String, background: String) { entry.page }

  /// The themes a picture has to have colours for.
  var pictureThemes: [Theme] { self == .neutral ? [.light, .dark] : [self] }

  /// Whether a role can fill cells with a colour of its own.
  package func fills(_ role: Role, colors: ColorDepth) -> Bool {
    ink(for: Style(.text, on: role), colors: colors).background >= 0
  }

  /// The theme of a picture that has one paper: the neutral one, made for any, becomes the light one.
  package var onPaper: Theme { pictureThemes.first ?? self }

  private var entry: ThemeEntry {
    switch self {
    case .dark: .dark
    case .light: .light
    case .contrast: .contrast
    case .mono: .mono
    case .neutral: .neutral
    }
  }

  /// What a style becomes at a colour depth.
  ///
  /// A fill without a colour of its own falls back to the fill's attributes (reverse video) and
  /// the default colours, so that text on it stays readable on every background.
  package func ink(for style: Style, colors: ColorDepth) -> Ink {
    let theme = colors == .none ? .mono : self
    let look = theme.look(of: style.foreground)
    var attributes = look.attributes
    guard style.background != .text else {
      if look.foreground.needsBold(at: colors) { attributes.insert(.bold) }
      return Ink(
        foreground: look.foreground.index(at: colors), background: -1,
        attributes: attributes.combined(with: style.attributes, toggling: .reverse))
    }
    let fill = theme.look(of: style.background)
    let background = fill.background.index(at: colors)
    guard background >= 0 else {
      attributes = attributes.combined(with: fill.fillAttributes, toggling: .reverse)
      return Ink(
        foreground: -1, background: -1,
        attributes: attributes.combined(with: style.attributes, toggling: .reverse))
    }
    let isFill = [.bar, .chrome, .selection].contains(style.background)
    let paint = isFill ? look.foregroundOnFill ?? look.foreground : look.foreground
    if paint.needsBold(at: colors) { attributes.insert(.bold) }
    return Ink(
      foreground: paint.index(at: colors), background: background,
      attributes: attributes.combined(with: style.attributes, toggling: .reverse))
  }
}

extension Style.Attributes {
  /// The union, except that an attribute in `toggling` which both have cancels itself.
  fileprivate func combined(
    with other: Style.Attributes, toggling: Style.Attributes
  ) -> Style.Attributes {
    union(other).subtracting(intersection(other).intersection(toggling))
  }
}

/// What a theme gives a role: its colours and attributes.
package struct Look: Hashable, Sendable {
  /// The colour of glyphs in this role.
  package var foreground: Paint
  /// The colour of cells filled with this role.
  package var background: Paint
  /// The glyph's colour on a bar, the chrome or the selection, where the usual one is too close
  /// to the fill; `nil` keeps `foreground`.
  package var foregroundOnFill: Paint?
  /// The attributes of glyphs in this role.
  package var attributes: Style.Attributes
  /// The attributes of cells filled with this role where the fill has no colour.
  package var fillAttributes: Style.Attributes

  /// Makes a look; without a background of its own a role fills with its foreground.
  package init(
    _ foreground: Paint, background: Paint? = nil, onFill: Paint? = nil,
    _ attributes: Style.Attributes = [], fill: Style.Attributes = .reverse
  ) {
    self.foreground = foreground
    self.background = background ?? foreground
    foregroundOnFill = onFill
    self.attributes = attributes
    fillAttributes = fill
  }

  /// Makes a look from a palette index and its twin among the sixteen of ANSI.
  init(
    _ palette: UInt8?, _ basic: UInt8?, onFill: Paint? = nil, _ attributes: Style.Attributes = []
  ) {
    self.init(Paint(palette, basic), onFill: onFill, attributes)
  }
}

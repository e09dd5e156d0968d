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
  /// What it is written on, in a picture and where it is asked for.
  let paper: Paper
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
  ///   - paper: what it is written on.
  ///   - looks: a role that is not named has the terminal's own colours.
  ///   - diverging: exact, palette and basic colours of the steps, the lowest first.
  ///   - sequential: the same, the lowest first.
  init(
    paper: Paper, looks: [Role: Look],
    diverging: [(exact: UInt32, palette: UInt8, basic: UInt8)],
    sequential: [(exact: UInt32, palette: UInt8, basic: UInt8)]
  ) {
    self.paper = paper
    var looks = looks
    for (roles, paints) in [(Role.diverging, diverging), (Role.sequential, sequential)] {
      for (role, paint) in zip(roles, paints) {
        looks[role] = Look(paint.exact, paint.palette, paint.basic)
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

  /// What it is written on.
  ///
  /// The neutral theme has the light one's; a picture in it brings the dark one too.
  package var paper: Paper { entry.paper }

  /// The themes a picture has to have colours for.
  var pictureThemes: [Theme] { self == .neutral ? [.light, .dark] : [self] }

  /// Whether a role can fill cells with a colour of its own.
  package func fills(_ role: Role, colors: ColorDepth) -> Bool {
    ink(for: Style(.text, on: role), colors: colors).background != .terminal
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
  ///
  /// - Parameter onPaper: whether the theme's paper takes the place of the terminal's defaults.
  package func ink(for style: Style, colors: ColorDepth, onPaper: Bool = false) -> Ink {
    var ink = inkOnTerminal(for: style, colors: colors)
    guard onPaper, colors != .none, paper.isPainted else { return ink }
    if ink.foreground == .terminal { ink.foreground = paper.text.color(at: colors) }
    if ink.background == .terminal { ink.background = paper.ground.color(at: colors) }
    return ink
  }

  private func inkOnTerminal(for style: Style, colors: ColorDepth) -> Ink {
    let theme = colors == .none ? .mono : self
    let look = theme.look(of: style.foreground)
    var attributes = look.attributes
    guard style.background != .text else {
      if look.foreground.needsBold(at: colors) { attributes.insert(.bold) }
      return Ink(
        foreground: look.foreground.color(at: colors), background: .terminal,
        attributes: attributes.combined(with: style.attributes, toggling: .reverse))
    }
    let fill = theme.look(of: style.background)
    let background = fill.background.color(at: colors)
    guard background != .terminal else {
      attributes = attributes.combined(with: fill.fillAttributes, toggling: .reverse)
      return Ink(
        foreground: .terminal, background: .terminal,
        attributes: attributes.combined(with: style.attributes, toggling: .reverse))
    }
    let isFill = [.bar, .chrome, .selection].contains(style.background)
    let paint = isFill ? look.foregroundOnFill ?? look.foreground : look.foreground
    if paint.needsBold(at: colors) { attributes.insert(.bold) }
    return Ink(
      foreground: paint.color(at: colors), background: background,
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

  /// Makes a look from a colour, its palette index and its twin among the sixteen of ANSI.
  init(
    _ code: UInt32?, _ palette: UInt8?, _ basic: UInt8?, onFill: Paint? = nil,
    _ attributes: Style.Attributes = []
  ) {
    self.init(Paint(code, palette, basic), onFill: onFill, attributes)
  }
}

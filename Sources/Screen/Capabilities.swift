/// What the terminal can show; decided once and handed to every view.
package struct Capabilities: Hashable, Sendable {
  /// How many colours.
  package var colors: ColorDepth
  /// Which glyphs.
  package var glyphs: GlyphSet
  /// Which theme.
  package var theme: Theme
  /// Whether the theme's paper takes the place of the terminal's own colours.
  package var isOnPaper: Bool
  /// Whether the theme is a guess, which the terminal's word about its background replaces.
  package var isThemeGuessed: Bool
  /// Whether the glyphs are a guess, which the terminal's word about their widths replaces.
  package var areGlyphsGuessed: Bool
  /// The glyphs that can be switched to; the C locale shows nothing but ASCII.
  package var availableGlyphs: [GlyphSet]

  /// Makes capabilities.
  package init(
    colors: ColorDepth, glyphs: GlyphSet, theme: Theme, isOnPaper: Bool = false,
    isThemeGuessed: Bool = false, areGlyphsGuessed: Bool = false,
    availableGlyphs: [GlyphSet] = GlyphSet.allCases
  ) {
    self.colors = colors
    self.glyphs = glyphs
    self.theme = theme
    self.isOnPaper = isOnPaper
    self.isThemeGuessed = isThemeGuessed
    self.areGlyphsGuessed = areGlyphsGuessed
    self.availableGlyphs = availableGlyphs
  }

  /// Takes a theme that was asked for, and brings the paper its colours need.
  package mutating func choose(_ theme: Theme) {
    (self.theme, isOnPaper, isThemeGuessed) = (theme, theme.paper.isPainted, false)
  }

  /// Takes the terminal's word about its background, if the theme is a guess: what fits it goes
  /// without a paper of its own.
  package mutating func fit(to background: RGB) {
    guard isThemeGuessed else { return }
    // Halfway to the eye, of black and white.
    theme = background.luminance > 0.18 ? .light : .dark
    isThemeGuessed = false
  }

  /// Takes glyphs that were asked for.
  package mutating func choose(_ glyphs: GlyphSet) {
    (self.glyphs, areGlyphsGuessed) = (glyphs, false)
  }

  /// Takes the terminal's word that it gives a set's sample other columns than frames do, as many do
  /// in East Asia to what Unicode calls ambiguous: sets made of such glyphs give way to one that is
  /// not, if they are a guess.
  package mutating func avoid(_ broken: GlyphSet) {
    guard areGlyphsGuessed, glyphs.parts.contains(broken) else { return }
    glyphs = GlyphSet.allCases.first { !$0.parts.contains(broken) } ?? .ascii
  }

  /// Braille and the palette on a background nobody knows.
  package static let plain = Capabilities(colors: .palette, glyphs: .braille, theme: .neutral)

  /// Decides from what was asked for, then the environment, then the terminal and the locale.
  ///
  /// `NO_COLOR` with any value but the empty one means no colour (https://no-color.org) unless a
  /// theme or a depth is asked for. `COLORFGBG`, which some terminals set, tells a dark background
  /// from a light one; where nothing tells, the theme is `.neutral`, a guess. `COLORTERM` tells of
  /// 24-bit colours, except to GNU screen, which hands it on from outside without having them.
  ///
  /// - Parameters:
  ///   - environment: the process's environment.
  ///   - terminalColors: terminfo's number of colours; `nil` without a terminal, where the
  ///     palette is assumed.
  ///   - isUTF8: whether the locale's encoding is UTF-8.
  ///   - colors: the depth asked for.
  ///   - glyphs: the glyphs asked for.
  ///   - theme: the theme asked for.
  package static func detect(
    environment: [String: String], terminalColors: Int?, isUTF8: Bool,
    colors: ColorDepth? = nil, glyphs: GlyphSet? = nil, theme: Theme? = nil
  ) -> Capabilities {
    let isConsole = environment["TERM"] == "linux"
    let isColorless = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    var depth = colors ?? ColorDepth(terminalColors: terminalColors ?? 256)
    let isDirect = ["truecolor", "24bit"].contains(environment["COLORTERM"])
    let isInScreen = environment["STY"] != nil && environment["TMUX"] == nil
    if colors == nil, depth == .palette, isDirect, !isInScreen { depth = .direct }
    if theme == .mono || (colors == nil && theme == nil && isColorless) { depth = .none }
    let background = environment["COLORFGBG"].flatMap(Self.theme(ofForegroundBackground:))
    let chosen = depth == .none ? .mono : background ?? (isConsole ? .dark : .neutral)
    // The console's fonts have blocks but no braille.
    let shown: GlyphSet = isUTF8 ? (isConsole ? .block : .braille) : .ascii
    var result = Capabilities(
      colors: depth, glyphs: glyphs ?? shown, theme: chosen, isThemeGuessed: chosen == .neutral,
      areGlyphsGuessed: glyphs == nil,
      availableGlyphs: isUTF8 || glyphs != nil ? GlyphSet.allCases : [.ascii])
    if let theme { result.choose(theme) }
    return result
  }

  /// The theme for a value such as "15;0" or "0;default;15", whose last field is the background.
  private static func theme(ofForegroundBackground value: String) -> Theme? {
    guard let last = value.split(separator: ";").last, let index = Int(last) else { return nil }
    switch index {
    case 0...6, 8: return .dark
    case 7, 9...15: return .light
    default: return nil
    }
  }
}

/// How many colours a terminal shows.
package enum ColorDepth: Int, Comparable, CaseIterable, Sendable {
  /// Attributes only.
  case none = 0
  /// The eight of ANSI.
  case eight = 8
  /// Eight and their bright twins.
  case sixteen = 16
  /// The 256-colour palette.
  case palette = 256
  /// Red, green and blue of 8 bits each.
  case direct = 16_777_216

  /// Orders depths by their number of colours.
  package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The depth of a terminal with this many colours.
  package init(terminalColors: Int) {
    switch terminalColors {
    case 16_777_216...: self = .direct
    case 256...: self = .palette
    case 16...: self = .sixteen
    case 8...: self = .eight
    default: self = .none
    }
  }
}

/// The glyphs a terminal can show; all three draw the same geometry.
package enum GlyphSet: String, CaseIterable, Sendable {
  /// Eighth blocks and braille.
  case braille
  /// Eighth blocks and quadrants, for fonts without braille.
  case block
  /// ASCII only.
  case ascii

  /// Glyphs that tell by the columns they take on a terminal whether it shows the set as it is meant.
  package var sample: String {
    switch self {
    case .braille: "⠿⡇"
    case .block: "█│√σ·"
    case .ascii: ""
    }
  }

  /// The sets whose samples speak for this one.
  var parts: [GlyphSet] {
    switch self {
    case .braille: [.braille, .block]
    case .block: [.block]
    case .ascii: []
    }
  }
}

/// The classes of an SVG picture and their colours in each of its themes.
///
/// A class is named by the role (`law`); one on a fill that asks for another colour says so
/// (`law-on-bar`), and so does a fill whose colour is not that of its role's glyphs (`chrome-fill`).
struct SVGStyleSheet {
  /// The themes, of which the first holds where no media query is understood.
  let themes: [Theme]
  /// The colours of each class, one a theme.
  private(set) var colors: [String: [String]]
  private var inks: [Style: SVGInk] = [:]

  /// Makes a sheet with the page's class.
  init(themes: [Theme]) {
    self.themes = themes
    colors = ["page": themes.map { Self.color($0.paper.ground) }]
  }

  /// How a style is drawn; its classes enter the sheet.
  mutating func ink(for style: Style) -> SVGInk {
    if let known = inks[style] { return known }
    let (role, ground) = (style.foreground, style.background)
    let plain = plainColors(of: Style(role, on: ground))
    var name = "\(role)"
    if ground != .text && plain.glyph != plainColors(of: Style(role)).glyph {
      name += "-on-\(ground)"
    }
    colors[name] = plain.glyph
    var fillName: String?
    if let fill = plain.fill {
      let filling = ground == .text ? role : ground
      let isOwn = fill == plainColors(of: Style(filling)).glyph
      let fillClass = isOwn ? "\(filling)" : "\(filling)-fill"
      colors[fillClass] = fill
      fillName = fillClass
    }
    let attributes = themes.reduce(into: style.attributes) {
      $0.formUnion($1.ink(for: style, colors: .direct).attributes)
    }
    var ink = SVGInk(
      glyph: name, fill: fillName, isBold: attributes.contains(.bold),
      isUnderlined: attributes.contains(.underline))
    if style.attributes.contains(.reverse) { (ink.glyph, ink.fill) = (fillName ?? "page", name) }
    inks[style] = ink
    return ink
  }

  /// The colour of a class in the first theme.
  func color(of name: String) -> String { colors[name]?.first ?? "" }

  /// The sheet as CSS; a second theme holds where dark colours are preferred.
  var css: String {
    let names = colors.keys.sorted()
    let rules = { (theme: Int) in
      names.map { ".\($0){fill:\(colors[$0]?[theme] ?? "")}\n" }.joined()
    }
    var result = rules(0)
    if themes.count > 1 {
      result += "@media (prefers-color-scheme:dark){\n\(rules(1))}\n"
    }
    return result
  }

  /// The colours of a style that is not reversed of itself: a theme may still reverse it.
  private func plainColors(of style: Style) -> (glyph: [String], fill: [String]?) {
    var glyphs: [String] = []
    var fills: [String] = []
    var isFilled = false
    for theme in themes {
      let ink = theme.ink(for: style, colors: .direct)
      let glyph = Self.color(ink.foreground) ?? Self.color(theme.paper.text)
      let fill = Self.color(ink.background)
      let isReversed = ink.attributes.contains(.reverse)
      isFilled = isFilled || isReversed || fill != nil
      let ground = fill ?? Self.color(theme.paper.ground)
      glyphs.append(isReversed ? ground : glyph)
      fills.append(isReversed ? glyph : ground)
    }
    return (glyphs, isFilled ? fills : nil)
  }

  /// A colour as `#rrggbb`; `nil` for the default colour.
  private static func color(_ color: Ink.Color) -> String? {
    switch color {
    case .terminal: nil
    case .indexed(let index): hexadecimal(Palette.color(of: index))
    case .direct(let color): hexadecimal(color)
    }
  }

  /// A paper's colour as `#rrggbb`.
  private static func color(_ paint: Paint) -> String { color(paint.color(at: .direct)) ?? "" }

  private static func hexadecimal(_ color: RGB) -> String {
    let digits = String(color.code, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

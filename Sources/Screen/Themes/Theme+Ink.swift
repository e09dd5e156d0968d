extension Theme {
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

extension Theme {
  /// What the terminal's default colours are in a picture, as `#rrggbb`: the text and the page.
  ///
  /// The neutral theme has those of the light one; a picture in it brings the dark one too.
  var page: (text: String, background: String) {
    switch self {
    case .dark: ("#c8ccd4", "#0f1420")
    case .light, .neutral: ("#1f2328", "#ffffff")
    case .contrast: ("#ffffff", "#000000")
    case .mono: ("#000000", "#ffffff")
    }
  }

  /// The themes a picture has to have colours for.
  var pictureThemes: [Theme] { self == .neutral ? [.light, .dark] : [self] }
}

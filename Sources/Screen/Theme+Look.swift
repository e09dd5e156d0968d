extension Theme {
  /// How a role looks; the colours of each theme are in a file of their own.
  package func look(of role: Role) -> Look {
    switch self {
    case .dark: darkLook(of: role)
    case .light: lightLook(of: role)
    case .contrast: contrastLook(of: role)
    case .mono: monoLook(of: role)
    case .neutral: neutralLook(of: role)
    }
  }
}

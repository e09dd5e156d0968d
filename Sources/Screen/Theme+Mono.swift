extension Theme {
  /// Attributes only: what carries a signal is bold, and bars of text are reversed.
  ///
  /// Roles drawn as blocks are never reversed or underlined, which would turn their shape.
  func monoLook(of role: Role) -> Look {
    switch role {
    case .text, .dim: Look(.terminal, fill: [])
    case .bright, .title, .key, .law, .warning: Look(.terminal, .bold)
    case .selection: Look(.terminal, .bold, fill: [.reverse, .bold, .underline])
    case .alert: Look(.terminal, [.bold, .underline])
    case .error: Look(.terminal, [.bold, .reverse])
    case .chrome, .bar, .sample, .pinned, .marker, .residualUp, .residualDown, .good, .code:
      Look(.terminal)
    default: Look(.terminal)
    }
  }
}

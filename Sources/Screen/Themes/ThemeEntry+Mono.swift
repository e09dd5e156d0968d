extension ThemeEntry {
  /// Attributes only: what carries a signal is bold, and bars of text are reversed.
  ///
  /// Roles drawn as blocks are never reversed or underlined, which would turn their shape.
  static let mono = ThemeEntry(
    page: ("#000000", "#ffffff"),
    looks: [
      .text: Look(.terminal, fill: []), .dim: Look(.terminal, fill: []),
      .bright: Look(.terminal, .bold), .title: Look(.terminal, .bold),
      .key: Look(.terminal, .bold), .law: Look(.terminal, .bold),
      .warning: Look(.terminal, .bold),
      .selection: Look(.terminal, .bold, fill: [.reverse, .bold, .underline]),
      .alert: Look(.terminal, [.bold, .underline]), .error: Look(.terminal, [.bold, .reverse]),
    ],
    diverging: [], sequential: [])
}

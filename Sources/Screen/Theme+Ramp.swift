extension Theme {
  /// How a step of a ramp looks: one colour that serves a half block's glyph and its fill alike.
  ///
  /// The step nearest to the background is the quietest: zero of the diverging ramp and the lowest
  /// of the sequential one. Lightness changes one way from there. Blue against orange and red stays
  /// apart for colour-blind eyes. Basic colours are below 8, since only those can be fills on every
  /// terminal.
  func rampLook(of role: Role) -> Look {
    if let step = Role.diverging.firstIndex(of: role) { return Self.look(divergingPaints, step) }
    if let step = Role.sequential.firstIndex(of: role) { return Self.look(sequentialPaints, step) }
    return Look(.terminal)
  }

  private static func look(_ paints: [(UInt8, UInt8)], _ step: Int) -> Look {
    Look(paints[step].0, paints[step].1)
  }

  private var divergingPaints: [(palette: UInt8, basic: UInt8)] {
    switch self {
    case .dark:
      [
        (117, 6), (74, 6), (32, 6), (25, 4), (18, 4), (233, 0),
        (52, 1), (94, 1), (166, 3), (208, 3), (222, 3),
      ]
    case .contrast:
      [
        (51, 6), (45, 6), (33, 6), (21, 4), (18, 4), (16, 0),
        (52, 1), (124, 1), (202, 3), (214, 3), (226, 3),
      ]
    case .light, .neutral, .mono:
      [
        (19, 4), (25, 4), (67, 4), (110, 6), (153, 6), (self == .light ? 231 : 255, 7),
        (223, 3), (216, 3), (173, 1), (167, 1), (88, 1),
      ]
    }
  }

  private var sequentialPaints: [(palette: UInt8, basic: UInt8)] {
    switch self {
    case .dark, .contrast:
      [
        (self == .dark ? 234 : 16, 0), (54, 4), (25, 4), (30, 6), (36, 6), (78, 3), (148, 3),
        (220, 7),
      ]
    case .light:
      [(230, 7), (193, 3), (151, 3), (73, 6), (31, 6), (25, 4), (19, 4), (17, 0)]
    case .neutral, .mono:
      [(53, 4), (25, 4), (60, 6), (30, 6), (36, 3), (78, 3), (148, 7), (220, 7)]
    }
  }
}

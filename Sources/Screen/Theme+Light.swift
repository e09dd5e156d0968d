extension Theme {
  /// Dark tones on pale blue; the law is purple, since no yellow can be read on white.
  func lightLook(of role: Role) -> Look {
    switch role {
    case .text: Look(.terminal, onFill: Paint(235, 0), fill: [])
    case .dim: Look(243, 8, onFill: Paint(239, 0))
    case .bright: Look(16, 0, .bold)
    case .title: Look(25, 4, .bold)
    case .chrome: Look(Paint(235, 0), background: Paint(189, 7))
    case .selection:
      Look(Paint(16, 0), background: Paint(117, nil), .bold, fill: [.reverse, .bold])
    case .key: Look(94, 4, .bold)
    case .bar: Look(110, 6, onFill: Paint(24, 4))
    case .law: Look(90, 5)
    case .sample: Look(27, 4, onFill: Paint(24, 4))
    case .pinned: Look(30, 6, onFill: Paint(23, 0))
    case .marker: Look(130, nil, onFill: Paint(94, 0))
    case .residualUp: Look(166, 3, onFill: Paint(94, 0))
    case .residualDown: Look(32, 4, onFill: Paint(24, 4))
    case .alert: Look(124, 1, onFill: Paint(88, 1), .bold)
    case .good: Look(29, 2, onFill: Paint(22, 0))
    case .code: Look(23, 2, onFill: Paint(23, 0))
    case .warning: Look(130, 5, onFill: Paint(94, 5), .bold)
    case .error: Look(160, 1, onFill: Paint(88, 1), .bold)
    default: rampLook(of: role)
    }
  }
}

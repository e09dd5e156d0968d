extension Theme {
  /// Five saturated colours on black, for a projector that washes out everything between.
  func contrastLook(of role: Role) -> Look {
    switch role {
    case .text: Look(Paint(231, 15), background: .terminal, fill: [])
    case .dim: Look(250, 7)
    case .bright: Look(231, 15, .bold)
    case .title: Look(51, 14, .bold)
    case .chrome: Look(Paint(231, 15), background: Paint(18, 4))
    case .selection:
      Look(Paint(231, 15), background: .terminal, .bold, fill: [.reverse, .bold])
    case .key: Look(226, 11, .bold)
    case .bar: Look(27, 4, onFill: Paint(231, 15))
    case .law: Look(226, 11)
    case .sample: Look(51, 14)
    case .pinned: Look(207, 13, onFill: Paint(225, 15))
    case .marker: Look(231, 15)
    case .residualUp: Look(214, 11)
    case .residualDown: Look(51, 14)
    case .alert: Look(203, 9, onFill: Paint(217, 11), .bold)
    case .good: Look(46, 10)
    case .code: Look(46, 10)
    case .warning: Look(214, 11, .bold)
    case .error: Look(203, 9, onFill: Paint(217, 11), .bold)
    default: rampLook(of: role)
    }
  }
}

extension Theme {
  /// Steel-blue bars under a yellow law, on navy chrome.
  func darkLook(of role: Role) -> Look {
    switch role {
    case .text: Look(.terminal, onFill: Paint(252, 7), fill: [])
    case .dim: Look(244, 8, onFill: Paint(249, 7))
    case .bright: Look(231, 15, .bold)
    case .title: Look(75, 12, onFill: Paint(117, 15), .bold)
    case .chrome: Look(Paint(252, 7), background: Paint(17, 4))
    case .selection:
      Look(Paint(231, 15), background: Paint(24, nil), .bold, fill: [.reverse, .bold])
    case .key: Look(221, 11, .bold)
    case .bar: Look(25, 4, onFill: Paint(110, 14))
    case .law: Look(221, 11)
    case .sample: Look(74, 14, onFill: Paint(117, 14))
    case .pinned: Look(141, 13, onFill: Paint(218, 13))
    case .marker: Look(173, 3, onFill: Paint(216, 3))
    case .residualUp: Look(214, 3)
    case .residualDown: Look(74, 6, onFill: Paint(117, 14))
    case .alert: Look(196, 9, onFill: Paint(216, 11), .bold)
    case .good: Look(36, 2, onFill: Paint(79, 10))
    case .code: Look(72, 2, onFill: Paint(115, 10))
    case .warning: Look(214, 11, .bold)
    case .error: Look(203, 9, onFill: Paint(217, 11), .bold)
    default: rampLook(of: role)
    }
  }
}

extension Theme {
  /// Mid tones with much the same contrast to black and to white; fills bring their own text.
  func neutralLook(of role: Role) -> Look {
    switch role {
    case .text: Look(.terminal, onFill: Paint(255, 15), fill: [])
    case .dim: Look(243, nil, onFill: Paint(250, 15))
    case .bright: Look(.terminal, onFill: Paint(231, 15), .bold)
    case .title: Look(32, nil, onFill: Paint(153, 15), .bold)
    case .chrome: Look(Paint(255, 15), background: Paint(24, 4))
    case .selection:
      Look(.terminal, onFill: Paint(231, 15), .bold, fill: [.reverse, .bold])
    case .key: Look(136, nil, onFill: Paint(221, 11), .bold)
    case .bar: Look(25, 4, onFill: Paint(153, 14))
    case .law: Look(172, 5, onFill: Paint(221, 11))
    case .sample: Look(37, nil, onFill: Paint(153, 14))
    case .pinned: Look(140, nil, onFill: Paint(225, 15))
    case .marker: Look(166, nil, onFill: Paint(216, 15))
    case .residualUp: Look(172, 3, onFill: Paint(221, 11))
    case .residualDown: Look(32, 4, onFill: Paint(153, 14))
    case .alert: Look(161, 1, onFill: Paint(217, 11), .bold)
    case .good: Look(28, 2, onFill: Paint(157, 10))
    case .code: Look(29, nil, onFill: Paint(157, 10))
    case .warning: Look(166, 5, onFill: Paint(216, 11), .bold)
    case .error: Look(160, 1, onFill: Paint(217, 11), .bold)
    default: rampLook(of: role)
    }
  }
}

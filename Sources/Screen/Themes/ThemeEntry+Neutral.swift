extension ThemeEntry {
  /// Mid tones with much the same contrast to black and to white; fills bring their own text.
  static let neutral = ThemeEntry(
    page: ("#1f2328", "#ffffff"),
    looks: [
      .text: Look(.terminal, onFill: Paint(255, 15), fill: []),
      .dim: Look(243, nil, onFill: Paint(250, 15)),
      .bright: Look(.terminal, onFill: Paint(231, 15), .bold),
      .title: Look(32, nil, onFill: Paint(153, 15), .bold),
      .chrome: Look(Paint(255, 15), background: Paint(24, 4)),
      .selection: Look(.terminal, onFill: Paint(231, 15), .bold, fill: [.reverse, .bold]),
      .key: Look(136, nil, onFill: Paint(221, 11), .bold),
      .bar: Look(25, 4, onFill: Paint(153, 14)),
      .law: Look(172, 5, onFill: Paint(221, 11)),
      .sample: Look(37, nil, onFill: Paint(153, 14)),
      .pinned: Look(140, nil, onFill: Paint(225, 15)),
      .marker: Look(166, nil, onFill: Paint(216, 15)),
      .residualUp: Look(172, 3, onFill: Paint(221, 11)),
      .residualDown: Look(32, 4, onFill: Paint(153, 14)),
      .alert: Look(161, 1, onFill: Paint(217, 11), .bold),
      .good: Look(28, 2, onFill: Paint(157, 10)),
      .code: Look(29, nil, onFill: Paint(157, 10)),
      .warning: Look(166, 5, onFill: Paint(216, 11), .bold),
      .error: Look(160, 1, onFill: Paint(217, 11), .bold),
    ],
    diverging: [
      (19, 4), (25, 4), (67, 4), (110, 6), (153, 6), (255, 7), (223, 3), (216, 3), (173, 1),
      (167, 1), (88, 1),
    ],
    sequential: [(53, 4), (25, 4), (60, 6), (30, 6), (36, 3), (78, 3), (148, 7), (220, 7)])
}

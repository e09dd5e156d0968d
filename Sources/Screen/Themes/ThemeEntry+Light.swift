extension ThemeEntry {
  /// Dark tones on pale blue; the law is purple, since no yellow can be read on white.
  static let light = ThemeEntry(
    page: ("#1f2328", "#ffffff"),
    looks: [
      .text: Look(.terminal, onFill: Paint(235, 0), fill: []),
      .dim: Look(243, 8, onFill: Paint(239, 0)),
      .bright: Look(16, 0, .bold),
      .title: Look(25, 4, .bold),
      .chrome: Look(Paint(235, 0), background: Paint(189, 7)),
      .selection: Look(Paint(16, 0), background: Paint(117, nil), .bold, fill: [.reverse, .bold]),
      .key: Look(94, 4, .bold),
      .bar: Look(110, 6, onFill: Paint(24, 4)),
      .law: Look(90, 5),
      .sample: Look(27, 4, onFill: Paint(24, 4)),
      .pinned: Look(30, 6, onFill: Paint(23, 0)),
      .marker: Look(130, nil, onFill: Paint(94, 0)),
      .residualUp: Look(166, 3, onFill: Paint(94, 0)),
      .residualDown: Look(32, 4, onFill: Paint(24, 4)),
      .alert: Look(124, 1, onFill: Paint(88, 1), .bold),
      .good: Look(29, 2, onFill: Paint(22, 0)),
      .code: Look(23, 2, onFill: Paint(23, 0)),
      .warning: Look(130, 5, onFill: Paint(94, 5), .bold),
      .error: Look(160, 1, onFill: Paint(88, 1), .bold),
    ],
    diverging: [
      (19, 4), (25, 4), (67, 4), (110, 6), (153, 6), (231, 7), (223, 3), (216, 3), (173, 1),
      (167, 1), (88, 1),
    ],
    sequential: [(230, 7), (193, 3), (151, 3), (73, 6), (31, 6), (25, 4), (19, 4), (17, 0)])
}

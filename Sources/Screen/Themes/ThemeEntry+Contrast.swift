extension ThemeEntry {
  /// Five saturated colours on black, for a projector that washes out everything between.
  static let contrast = ThemeEntry(
    page: ("#ffffff", "#000000"),
    looks: [
      .text: Look(Paint(231, 15), background: .terminal, fill: []),
      .dim: Look(250, 7),
      .bright: Look(231, 15, .bold),
      .title: Look(51, 14, .bold),
      .chrome: Look(Paint(231, 15), background: Paint(18, 4)),
      .selection: Look(Paint(231, 15), background: .terminal, .bold, fill: [.reverse, .bold]),
      .key: Look(226, 11, .bold),
      .bar: Look(27, 4, onFill: Paint(231, 15)),
      .law: Look(226, 11),
      .sample: Look(51, 14),
      .pinned: Look(207, 13, onFill: Paint(225, 15)),
      .marker: Look(231, 15),
      .residualUp: Look(214, 11),
      .residualDown: Look(51, 14),
      .alert: Look(203, 9, onFill: Paint(217, 11), .bold),
      .good: Look(46, 10),
      .code: Look(46, 10),
      .warning: Look(214, 11, .bold),
      .error: Look(203, 9, onFill: Paint(217, 11), .bold),
    ],
    diverging: [
      (51, 6), (45, 6), (33, 6), (21, 4), (18, 4), (16, 0), (52, 1), (124, 1), (202, 3),
      (214, 3), (226, 3),
    ],
    sequential: [(16, 0), (54, 4), (25, 4), (30, 6), (36, 6), (78, 3), (148, 3), (220, 7)])
}

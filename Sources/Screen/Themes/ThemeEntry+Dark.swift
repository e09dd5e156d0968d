extension ThemeEntry {
  /// Steel-blue bars under a yellow law, on navy chrome.
  static let dark = ThemeEntry(
    page: ("#c8ccd4", "#0f1420"),
    looks: [
      .text: Look(.terminal, onFill: Paint(252, 7), fill: []),
      .dim: Look(244, 8, onFill: Paint(249, 7)),
      .bright: Look(231, 15, .bold),
      .title: Look(75, 12, onFill: Paint(117, 15), .bold),
      .chrome: Look(Paint(252, 7), background: Paint(17, 4)),
      .selection: Look(Paint(231, 15), background: Paint(24, nil), .bold, fill: [.reverse, .bold]),
      .key: Look(221, 11, .bold),
      .bar: Look(25, 4, onFill: Paint(110, 14)),
      .law: Look(221, 11),
      .sample: Look(74, 14, onFill: Paint(117, 14)),
      .pinned: Look(141, 13, onFill: Paint(218, 13)),
      .marker: Look(173, 3, onFill: Paint(216, 3)),
      .residualUp: Look(214, 3),
      .residualDown: Look(74, 6, onFill: Paint(117, 14)),
      .alert: Look(196, 9, onFill: Paint(216, 11), .bold),
      .good: Look(36, 2, onFill: Paint(79, 10)),
      .code: Look(72, 2, onFill: Paint(115, 10)),
      .warning: Look(214, 11, .bold),
      .error: Look(203, 9, onFill: Paint(217, 11), .bold),
    ],
    diverging: [
      (117, 6), (74, 6), (32, 6), (25, 4), (18, 4), (233, 0), (52, 1), (94, 1), (166, 3),
      (208, 3), (222, 3),
    ],
    sequential: [(234, 0), (54, 4), (25, 4), (30, 6), (36, 6), (78, 3), (148, 3), (220, 7)])
}

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
      .band: Look(237, 8),
      .wideBand: Look(235, nil),
      .error: Look(203, 9, onFill: Paint(217, 11), .bold),
    ],
    diverging: [
      (117, 6), (74, 6), (32, 6), (25, 4), (18, 4), (233, 0), (52, 1), (94, 1), (166, 3),
      (208, 3), (222, 3),
    ],
    sequential: [(234, 0), (54, 4), (25, 4), (30, 6), (36, 6), (78, 3), (148, 3), (220, 7)])

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
      .band: Look(254, 7),
      .wideBand: Look(255, nil),
      .error: Look(160, 1, onFill: Paint(88, 1), .bold),
    ],
    diverging: [
      (19, 4), (25, 4), (67, 4), (110, 6), (153, 6), (231, 7), (223, 3), (216, 3), (173, 1),
      (167, 1), (88, 1),
    ],
    sequential: [(230, 7), (193, 3), (151, 3), (73, 6), (31, 6), (25, 4), (19, 4), (17, 0)])

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
      .band: Look(239, 8),
      .wideBand: Look(236, nil),
      .error: Look(203, 9, onFill: Paint(217, 11), .bold),
    ],
    diverging: [
      (51, 6), (45, 6), (33, 6), (21, 4), (18, 4), (16, 0), (52, 1), (124, 1), (202, 3),
      (214, 3), (226, 3),
    ],
    sequential: [(16, 0), (54, 4), (25, 4), (30, 6), (36, 6), (78, 3), (148, 3), (220, 7)])

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

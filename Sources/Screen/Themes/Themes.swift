extension ThemeEntry {
  /// Steel-blue bars under a yellow law, on navy chrome.
  static let dark = ThemeEntry(
    paper: Paper(
      text: Paint(0xc8ccd4, 252, 7), ground: Paint(0x0f1420, 233, 0), isPainted: true),
    looks: [
      .text: Look(.terminal, onFill: Paint(0xd7dae0, 252, 7), fill: []),
      .dim: Look(0x8590a3, 245, 8, onFill: Paint(0xb9c2d0, 252, 7)),
      .bright: Look(0xffffff, 231, 15, .bold),
      .title: Look(0x6cb6ff, 75, 12, onFill: Paint(0x9fd8ff, 117, 15), .bold),
      .chrome: Look(Paint(0xc8ccd4, 252, 7), background: Paint(0x18233f, 17, 4)),
      .selection: Look(
        Paint(0xffffff, 231, 15), background: Paint(0x2b5278, 24, nil), .bold,
        fill: [.reverse, .bold]),
      .key: Look(0xf2cc60, 221, 11, .bold),
      .bar: Look(0x3a6ea5, 67, 4, onFill: Paint(0x8fb8de, 110, 14)),
      .law: Look(0xffd75f, 221, 11),
      .sample: Look(0x7fdcf2, 117, 14, onFill: Paint(0x9fdcff, 117, 14)),
      .pinned: Look(0xb07bff, 141, 13, onFill: Paint(0xffb3dc, 218, 13)),
      .marker: Look(0xe0956a, 173, 3, onFill: Paint(0xffb48a, 216, 3)),
      .residualUp: Look(0xf5a742, 214, 3),
      .residualDown: Look(0x58b4e0, 74, 6, onFill: Paint(0x9fdcff, 117, 14)),
      .alert: Look(0xff4f4f, 196, 9, onFill: Paint(0xffb48a, 216, 11), .bold),
      .caution: Look(0xf0a030, 214, 3),
      .good: Look(0x4cc38a, 36, 2, onFill: Paint(0x7fe0b0, 79, 10)),
      .code: Look(0x7cc4a0, 72, 2, onFill: Paint(0x9fe0c0, 115, 10)),
      .warning: Look(0xf5a742, 214, 11, .bold),
      .band: Look(0x262e3d, 236, 8),
      .wideBand: Look(0x1a2130, 235, nil),
      .error: Look(0xff6b6b, 203, 9, onFill: Paint(0xffb3b3, 217, 11), .bold),
    ],
    diverging: [
      (0x9fe3ff, 117, 6), (0x5fb8e8, 74, 6), (0x3b8ac0, 32, 6), (0x285f8e, 25, 4),
      (0x1a3652, 18, 4), (0x0f1420, 233, 0), (0x4a2a14, 52, 1), (0x7f4519, 94, 1),
      (0xb9681f, 166, 3), (0xe59a3c, 208, 3), (0xffd98a, 222, 3),
    ],
    sequential: [
      (0x0f1420, 233, 0), (0x173154, 236, 4), (0x1c5280, 24, 4), (0x23779f, 31, 6),
      (0x3c9fae, 73, 6), (0x74c5ae, 115, 6), (0xb5e2b0, 157, 7), (0xf6f7c9, 230, 7),
    ])

  /// Dark tones on pale blue; the law is purple, since no yellow can be read on white.
  static let light = ThemeEntry(
    paper: Paper(
      text: Paint(0x1f2328, 235, 0), ground: Paint(0xffffff, 231, 15), isPainted: true),
    looks: [
      .text: Look(.terminal, onFill: Paint(0x1f2328, 235, 0), fill: []),
      .dim: Look(0x66707c, 243, 8, onFill: Paint(0x3f4650, 239, 0)),
      .bright: Look(0x000000, 16, 0, .bold),
      .title: Look(0x0a5aa8, 25, 4, .bold),
      .chrome: Look(Paint(0x1f2328, 235, 0), background: Paint(0xdfe6f5, 189, 6)),
      .selection: Look(
        Paint(0x000000, 16, 0), background: Paint(0x8fd0f5, 117, nil), .bold,
        fill: [.reverse, .bold]),
      .key: Look(0x8a5a00, 94, 4, onFill: Paint(0x8a5a00, 94, 0), .bold),
      .bar: Look(0x86aedb, 110, 6, onFill: Paint(0x10508a, 24, 4)),
      .law: Look(0x8c1a8c, 90, 5),
      .sample: Look(0x0f5cf0, 27, 4, onFill: Paint(0x0f4f8f, 24, 4)),
      .pinned: Look(0x008070, 30, 6, onFill: Paint(0x00595c, 23, 0)),
      .marker: Look(0xa85800, 130, nil, onFill: Paint(0x804400, 94, 0)),
      .residualUp: Look(0xcf6a10, 166, 3, onFill: Paint(0x804400, 94, 0)),
      .residualDown: Look(0x2d86cf, 32, 4, onFill: Paint(0x10508a, 24, 4)),
      .alert: Look(0x8f0a0a, 88, 1, onFill: Paint(0x8c0808, 88, 1), .bold),
      .caution: Look(0xa86400, 130, 5, onFill: Paint(0x804400, 94, 5)),
      .good: Look(0x18804f, 29, 2, onFill: Paint(0x0b5a34, 22, 0)),
      .code: Look(0x0f5f5f, 23, 2, onFill: Paint(0x0f5f5f, 23, 0)),
      .warning: Look(0xb05c00, 130, 5, onFill: Paint(0x804400, 94, 5), .bold),
      .band: Look(0xe2e5ea, 254, 7),
      .wideBand: Look(0xf0f2f5, 255, nil),
      .error: Look(0xcf1414, 160, 1, onFill: Paint(0x8c0808, 88, 1), .bold),
    ],
    diverging: [
      (0x0b2a8a, 19, 4), (0x2356a8, 25, 4), (0x4f86c0, 67, 4), (0x8db4da, 110, 6),
      (0xc5dbee, 153, 6), (0xffffff, 231, 7), (0xfbdcc4, 223, 3), (0xf2b28a, 216, 3),
      (0xdc7f52, 173, 1), (0xbf4a30, 167, 1), (0x821414, 88, 1),
    ],
    sequential: [
      (0xfffff0, 230, 7), (0xe3f3c0, 193, 3), (0xb5dfb8, 151, 3), (0x79c4bd, 73, 6),
      (0x43a0bf, 31, 6), (0x2676ae, 25, 4), (0x234a93, 19, 4), (0x10205a, 17, 0),
    ])

  /// Five saturated colours on black, for a projector that washes out everything between.
  static let contrast = ThemeEntry(
    paper: Paper(
      text: Paint(0xffffff, 231, 15), ground: Paint(0x000000, 16, 0), isPainted: true),
    looks: [
      .text: Look(Paint(0xffffff, 231, 15), background: .terminal, fill: []),
      .dim: Look(0xc0c0c0, 250, 7),
      .bright: Look(0xffffff, 231, 15, .bold),
      .title: Look(0x40ffff, 51, 14, .bold),
      .chrome: Look(Paint(0xffffff, 231, 15), background: Paint(0x000087, 18, 4)),
      .selection: Look(
        Paint(0xffffff, 231, 15), background: .terminal, .bold, fill: [.reverse, .bold]),
      .key: Look(0xffff40, 226, 11, .bold),
      .bar: Look(0x0055d0, 27, 4, onFill: Paint(0xffffff, 231, 15)),
      .law: Look(0xffff30, 226, 11),
      .sample: Look(0x40ffff, 51, 14),
      .pinned: Look(0xff66ff, 207, 13, onFill: Paint(0xffd9ff, 225, 15)),
      .marker: Look(0xffffff, 231, 15),
      .residualUp: Look(0xffb000, 214, 11),
      .residualDown: Look(0x40ffff, 51, 14),
      .alert: Look(0xff6060, 203, 9, onFill: Paint(0xffb3b3, 217, 11), .bold),
      .caution: Look(0xffb000, 214, 11),
      .good: Look(0x30ff30, 46, 10),
      .code: Look(0x30ff30, 46, 10),
      .warning: Look(0xffb000, 214, 11, .bold),
      .band: Look(0x4a4a4a, 239, 8),
      .wideBand: Look(0x2c2c2c, 236, nil),
      .error: Look(0xff6060, 203, 9, onFill: Paint(0xffb3b3, 217, 11), .bold),
    ],
    diverging: [
      (0x80ffff, 51, 6), (0x20c8ff, 45, 6), (0x2090ff, 33, 6), (0x1050f0, 21, 4),
      (0x000080, 18, 4), (0x000000, 16, 0), (0x500000, 52, 1), (0xa02000, 124, 1),
      (0xf06000, 202, 3), (0xffa800, 214, 3), (0xffff40, 226, 3),
    ],
    sequential: [
      (0x000000, 16, 0), (0x002a66, 17, 4), (0x0055a0, 24, 4), (0x0088c8, 31, 6),
      (0x20b8d0, 38, 6), (0x60e0c0, 79, 6), (0xb0ffa0, 157, 7), (0xffffc0, 230, 7),
    ])

  /// Mid tones with much the same contrast to black and to white; fills are pale, with dark text.
  ///
  /// Bars alone are paler than that, so that the law can be read on them and beside them in one
  /// colour. The sequential ramp goes from grey to ever stronger blues much as light as each other:
  /// one end of a ramp of lightness would be lost on black, the other on white.
  static let neutral = ThemeEntry(
    paper: Paper(
      text: Paint(0x1f2328, 235, 0), ground: Paint(0xffffff, 231, 15), isPainted: false),
    looks: [
      .text: Look(.terminal, onFill: Paint(0x1f2328, 235, 0), fill: []),
      .dim: Look(0x767676, 243, nil, onFill: Paint(0x3f4650, 239, 0)),
      .bright: Look(.terminal, onFill: Paint(0x000000, 16, 0), .bold),
      .title: Look(0x1f7fd4, 32, nil, onFill: Paint(0x0a4a90, 24, 4), .bold),
      .chrome: Look(Paint(0x1f2328, 235, 0), background: Paint(0xb4ccec, 153, 6)),
      .selection: Look(
        .terminal, onFill: Paint(0x000000, 16, 0), .bold, fill: [.reverse, .bold]),
      .key: Look(0xa06a00, 130, nil, onFill: Paint(0x804400, 94, 0), .bold),
      .bar: Look(0x87afd7, 110, 6, onFill: Paint(0x10508a, 24, 4)),
      .law: Look(0xaf00d7, 128, 5),
      .sample: Look(0x008787, 30, nil, onFill: Paint(0x0f4f8f, 24, 4)),
      .pinned: Look(0xd05a00, 166, 3, onFill: Paint(0x804400, 94, 1)),
      .marker: Look(0xb8611a, 130, nil, onFill: Paint(0x804400, 94, 0)),
      .residualUp: Look(0xa86a10, 130, 3, onFill: Paint(0x804400, 94, 0)),
      .residualDown: Look(0x1f7fd4, 32, 4, onFill: Paint(0x10508a, 24, 4)),
      .alert: Look(0xd7005f, 161, 1, onFill: Paint(0x8c0808, 88, 1), .bold),
      .caution: Look(0xa86a00, 130, 5, onFill: Paint(0x804400, 94, 5)),
      .good: Look(0x008700, 28, 2, onFill: Paint(0x0b5a34, 22, 0)),
      .code: Look(0x0c8060, 29, nil, onFill: Paint(0x0f5f5f, 23, 0)),
      .warning: Look(0xc8561e, 166, 5, onFill: Paint(0x804400, 94, 5), .bold),
      .error: Look(0xe01b24, 160, 1, onFill: Paint(0x8c0808, 88, 1), .bold),
    ],
    diverging: [
      (0x16359a, 19, 4), (0x2f5fb0, 25, 4), (0x5b8cc6, 67, 4), (0x92badd, 110, 6),
      (0xc3daee, 153, 6), (0xf0f0f0, 255, 7), (0xf8d9bf, 223, 3), (0xefb08a, 216, 3),
      (0xda7f55, 173, 1), (0xbf4a30, 167, 1), (0x8a1818, 88, 1),
    ],
    sequential: [
      (0x868686, 244, 4), (0x848299, 103, 4), (0x807dab, 67, 4), (0x7a79be, 68, 5),
      (0x7174d0, 32, 5), (0x6570e3, 33, 5), (0x536cf6, 63, 1), (0x3368ff, 27, 1),
    ])

  /// Attributes only: what carries a signal is bold, and bars of text are reversed.
  ///
  /// Roles drawn as blocks are never reversed or underlined, which would turn their shape.
  static let mono = ThemeEntry(
    paper: Paper(
      text: Paint(0x000000, 16, 0), ground: Paint(0xffffff, 231, 15), isPainted: false),
    looks: [
      .text: Look(.terminal, fill: []), .dim: Look(.terminal, fill: []),
      .bright: Look(.terminal, .bold), .title: Look(.terminal, .bold),
      .key: Look(.terminal, .bold), .law: Look(.terminal, .bold),
      .warning: Look(.terminal, .bold), .caution: Look(.terminal, .bold),
      .selection: Look(.terminal, .bold, fill: [.reverse, .bold, .underline]),
      .alert: Look(.terminal, [.bold, .underline]), .error: Look(.terminal, [.bold, .reverse]),
    ],
    diverging: [], sequential: [])
}

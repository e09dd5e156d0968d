internal import Screen

/// Keys bound to an action, with the words that the footer and the help show for it.
struct Binding: Sendable {
  let action: Action
  let keys: [Key]
  /// The keys as the user reads them.
  let keyText: String
  /// One or two words for the footer; nil keeps it out of there.
  let footer: String?
  /// The help's words; nil where the binding before speaks for both.
  let help: String?

  /// The one table that decides what keys do, the footer and the help.
  static let table: [Binding] = [
    Binding(
      action: .previousRow, keys: [.up, .character("k")], keyText: "↑↓ kj", footer: nil,
      help: "method or row"),
    Binding(
      action: .nextRow, keys: [.down, .character("j")], keyText: "↓", footer: nil,
      help: nil),
    Binding(
      action: .decrease, keys: [.left, .character("h")], keyText: "←→ hl", footer: nil,
      help: "less or more"),
    Binding(
      action: .increase, keys: [.right, .character("l")], keyText: "→", footer: nil,
      help: nil),
    Binding(
      action: .switchPane, keys: [.tab, .backTab], keyText: "Tab", footer: "parameters",
      help: "the next list"),
    Binding(
      action: .decreaseFinely, keys: [.character("[")], keyText: "[ ]", footer: nil,
      help: "a tenth as much"),
    Binding(
      action: .increaseFinely, keys: [.character("]")], keyText: "]", footer: nil,
      help: nil),
    Binding(
      action: .type, keys: [.enter, .character("e")], keyText: "⏎ e", footer: "type",
      help: "type: 0.02, sqrt(5)"),
    Binding(
      action: .resetField, keys: [.backspace, .delete], keyText: "⌫", footer: nil,
      help: "PyTorch's default"),
    Binding(
      action: .nextSeed, keys: [.character("r")], keyText: "r R", footer: "resample",
      help: "next, previous seed"),
    Binding(
      action: .previousSeed, keys: [.character("R")], keyText: "R", footer: nil,
      help: nil),
    Binding(
      action: .play, keys: [.character(" ")], keyText: "space", footer: "play",
      help: "play, 5 seeds/s"),
    Binding(
      action: .grow, keys: [.character("+"), .character("=")], keyText: "+ −", footer: "size",
      help: "double, halve fans"),
    Binding(
      action: .shrink, keys: [.character("-"), .character("_")], keyText: "−", footer: nil,
      help: nil),
    Binding(
      action: .showDistribution, keys: [.character("1")], keyText: "1 2 3", footer: nil,
      help: "show a view"),
    Binding(
      action: .showPropagation, keys: [.character("2")], keyText: "2", footer: nil,
      help: nil),
    Binding(
      action: .showMatrix, keys: [.character("3")], keyText: "3", footer: nil,
      help: nil),
    Binding(
      action: .nextPanel, keys: [.character("d")], keyText: "d D", footer: "panel",
      help: "switch the panel"),
    Binding(
      action: .previousPanel, keys: [.character("D")], keyText: "D", footer: nil,
      help: nil),
    Binding(
      action: .crosshair, keys: [.character("c")], keyText: "c", footer: "crosshair",
      help: "crosshair over bins"),
    Binding(
      action: .nextBins, keys: [.character("b")], keyText: "b B", footer: "bins",
      help: "switch bin rule"),
    Binding(
      action: .previousBins, keys: [.character("B")], keyText: "B", footer: nil,
      help: nil),
    Binding(
      action: .pin, keys: [.character("p")], keyText: "p P", footer: "pin A",
      help: "pin as A, let A go"),
    Binding(
      action: .unpin, keys: [.character("P")], keyText: "P", footer: nil,
      help: nil),
    Binding(
      action: .exchange, keys: [.character("x")], keyText: "x", footer: nil,
      help: "exchange A and B"),
    Binding(
      action: .nextGlyphs, keys: [.character("g")], keyText: "g", footer: nil,
      help: "switch glyphs"),
    Binding(
      action: .nextTheme, keys: [.character("t")], keyText: "t", footer: nil,
      help: "switch the theme"),
    Binding(
      action: .enterScene, keys: [.character(":")], keyText: ":", footer: "scene",
      help: "type a scene"),
    Binding(
      action: .showCopy, keys: [.character("y")], keyText: "y", footer: "copy",
      help: "code and command"),
    Binding(
      action: .showGains, keys: [.character("G")], keyText: "G", footer: nil,
      help: "table of gains"),
    Binding(
      action: .showKeys, keys: [.character("?"), .function(1)], keyText: "?", footer: "keys",
      help: "this table"),
    Binding(
      action: .quit, keys: [.character("q"), .control("c")], keyText: "q", footer: "quit",
      help: "leave"),
  ]

  private static let actions: [Key: Action] = {
    var actions: [Key: Action] = [:]
    for binding in table {
      for key in binding.keys { actions[key] = binding.action }
    }
    return actions
  }()

  /// The action a key is bound to.
  static func action(for key: Key) -> Action? { actions[key] }
}

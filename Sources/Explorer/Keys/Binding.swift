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
  /// The front page's words, of the same bindings as the help's.
  let explanation: String?

  /// The one table that decides what keys do, the footer, the help and the front page.
  static let table: [Binding] = [
    Binding(
      action: .previousRow, keys: [.up, .character("k")], keyText: "↑↓ kj", footer: nil,
      help: "method or row",
      explanation: "choose a method, or a row of the parameters"),
    Binding(
      action: .nextRow, keys: [.down, .character("j")], keyText: "↓", footer: nil,
      help: nil, explanation: nil),
    Binding(
      action: .decrease, keys: [.left, .character("h")], keyText: "←→ hl", footer: nil,
      help: "less or more",
      explanation: "change the parameter, or move the crosshair"),
    Binding(
      action: .increase, keys: [.right, .character("l")], keyText: "→", footer: nil,
      help: nil, explanation: nil),
    Binding(
      action: .switchPane, keys: [.tab, .backTab], keyText: "Tab", footer: "parameters",
      help: "the next list",
      explanation: "between the methods, the parameters and the crosshair"),
    Binding(
      action: .decreaseFinely, keys: [.character("[")], keyText: "[ ]", footer: nil,
      help: "a tenth as much",
      explanation: "change the parameter by a tenth of that step, or move the crosshair by "
        + "ten bins"),
    Binding(
      action: .increaseFinely, keys: [.character("]")], keyText: "]", footer: nil,
      help: nil, explanation: nil),
    Binding(
      action: .type, keys: [.enter, .character("e")], keyText: "⏎ e", footer: "type",
      help: "type: 0.02, sqrt(5)",
      explanation: "type an exact value: `0.02`, `sqrt(5)`, `tanh`, `64,3,7,7`"),
    Binding(
      action: .resetField, keys: [.backspace, .delete], keyText: "⌫", footer: nil,
      help: "PyTorch's default",
      explanation: "back to PyTorch's default"),
    Binding(
      action: .nextSeed, keys: [.character("r")], keyText: "r R", footer: "resample",
      help: "next, previous seed",
      explanation: "draw with the next seed, with the one before"),
    Binding(
      action: .previousSeed, keys: [.character("R")], keyText: "R", footer: nil,
      help: nil, explanation: nil),
    Binding(
      action: .play, keys: [.character(" ")], keyText: "space", footer: "play",
      help: "play, 5 seeds/s",
      explanation: "play: a new seed five times a second, to see sampling noise"),
    Binding(
      action: .grow, keys: [.character("+"), .character("=")], keyText: "+ −", footer: "size",
      help: "double, halve fans",
      explanation: "double or halve both fans"),
    Binding(
      action: .shrink, keys: [.character("-"), .character("_")], keyText: "−", footer: nil,
      help: nil, explanation: nil),
    Binding(
      action: .showDistribution, keys: [.character("1")], keyText: "1 2 3", footer: nil,
      help: "show a view",
      explanation: "the distribution, the signal through depth, the matrix"),
    Binding(
      action: .showPropagation, keys: [.character("2")], keyText: "2", footer: nil,
      help: nil, explanation: nil),
    Binding(
      action: .showMatrix, keys: [.character("3")], keyText: "3", footer: nil,
      help: nil, explanation: nil),
    Binding(
      action: .nextPanel, keys: [.character("d")], keyText: "d D", footer: "panel",
      help: "switch the panel",
      explanation: "the lower panel: density, ECDF − law, QQ − law, tails, or the histogram "
        + "alone; the one before"),
    Binding(
      action: .previousPanel, keys: [.character("D")], keyText: "D", footer: nil,
      help: nil, explanation: nil),
    Binding(
      action: .crosshair, keys: [.character("c")], keyText: "c", footer: "crosshair",
      help: "crosshair over bins",
      explanation: "a crosshair over the bins: interval, observed, expected, z, cumulative share"),
    Binding(
      action: .nextBins, keys: [.character("b")], keyText: "b B", footer: "bins",
      help: "switch bin rule",
      explanation: "the rule for the number of bins: Freedman–Diaconis, Scott, √n, Rice, "
        + "Doane, Sturges, a bin a column"),
    Binding(
      action: .previousBins, keys: [.character("B")], keyText: "B", footer: nil,
      help: nil, explanation: nil),
    Binding(
      action: .pin, keys: [.character("p")], keyText: "p P", footer: "pin A",
      help: "pin as A, let A go",
      explanation: "pin the present scene as A; let A go"),
    Binding(
      action: .unpin, keys: [.character("P")], keyText: "P", footer: nil,
      help: nil, explanation: nil),
    Binding(
      action: .exchange, keys: [.character("x")], keyText: "x", footer: nil,
      help: "exchange A and B",
      explanation: "exchange A and B"),
    Binding(
      action: .nextGlyphs, keys: [.character("g")], keyText: "g", footer: nil,
      help: "switch glyphs",
      explanation: "the next glyphs: braille, blocks, ASCII"),
    Binding(
      action: .nextTheme, keys: [.character("t")], keyText: "t", footer: nil,
      help: "switch the theme",
      explanation: "the next theme"),
    Binding(
      action: .enterScene, keys: [.character(":")], keyText: ":", footer: "scene",
      help: "type a scene",
      explanation: "type a scene, or options that change the present one"),
    Binding(
      action: .showCopy, keys: [.character("y")], keyText: "y", footer: "copy",
      help: "code and command",
      explanation: "the command and the PyTorch code, to copy"),
    Binding(
      action: .showGains, keys: [.character("G")], keyText: "G", footer: nil,
      help: "table of gains",
      explanation: "the gains of every activation beside PyTorch's"),
    Binding(
      action: .showKeys, keys: [.character("?"), .function(1)], keyText: "?", footer: "keys",
      help: "this table",
      explanation: "the keys"),
    Binding(
      action: .quit, keys: [.character("q"), .control("c")], keyText: "q", footer: "quit",
      help: "leave",
      explanation: "leave"),
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

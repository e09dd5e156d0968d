internal import Screen

/// Keys bound to an action, with the words that the footer and the help show for it.
struct Binding: Sendable {
  let action: Action
  let keys: [Key]
  /// The keys as the user reads them.
  let keyText: String
  /// One or two words for the footer; nil keeps it out of there.
  let footer: String?
  /// The help's sentence.
  let help: String

  /// The one table that decides what keys do, the footer and the help.
  static let table: [Binding] = [
    Binding(
      action: .previousRow, keys: [.up, .character("k")], keyText: "↑ k", footer: nil,
      help: "previous method or parameter"),
    Binding(
      action: .nextRow, keys: [.down, .character("j")], keyText: "↓ j", footer: nil,
      help: "next method or parameter"),
    Binding(
      action: .switchPane, keys: [.tab, .backTab], keyText: "Tab", footer: "parameters",
      help: "between the methods and the parameters"),
    Binding(
      action: .decrease, keys: [.left, .character("h")], keyText: "← h", footer: nil,
      help: "decrease the parameter, or its previous choice"),
    Binding(
      action: .increase, keys: [.right, .character("l")], keyText: "→ l", footer: nil,
      help: "increase the parameter, or its next choice"),
    Binding(
      action: .decreaseFinely, keys: [.character("[")], keyText: "[", footer: nil,
      help: "decrease by a tenth of that step"),
    Binding(
      action: .increaseFinely, keys: [.character("]")], keyText: "]", footer: nil,
      help: "increase by a tenth of that step"),
    Binding(
      action: .type, keys: [.enter, .character("e")], keyText: "⏎ e", footer: "type",
      help: "type an exact value: 0.02, sqrt(5), tanh, 64,3,7,7"),
    Binding(
      action: .resetField, keys: [.backspace, .delete], keyText: "⌫", footer: nil,
      help: "back to PyTorch's default"),
    Binding(
      action: .nextSeed, keys: [.character("r")], keyText: "r", footer: "resample",
      help: "draw with the next seed"),
    Binding(
      action: .previousSeed, keys: [.character("R")], keyText: "R", footer: nil,
      help: "draw with the seed before"),
    Binding(
      action: .play, keys: [.character(" ")], keyText: "space", footer: "play",
      help: "play: a new seed five times a second"),
    Binding(
      action: .grow, keys: [.character("+"), .character("=")], keyText: "+", footer: "size",
      help: "double both fans"),
    Binding(
      action: .shrink, keys: [.character("-"), .character("_")], keyText: "−", footer: nil,
      help: "halve both fans"),
    Binding(
      action: .enterScene, keys: [.character(":")], keyText: ":", footer: "scene",
      help: "type a scene: kaiming_normal --shape 512,256"),
    Binding(
      action: .showCopy, keys: [.character("y")], keyText: "y", footer: "copy",
      help: "the command and the PyTorch code, to copy"),
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

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
      help: "previous row"),
    Binding(
      action: .nextRow, keys: [.down, .character("j")], keyText: "↓ j", footer: nil,
      help: "next row"),
    Binding(
      action: .switchPane, keys: [.tab, .backTab], keyText: "Tab", footer: "parameters",
      help: "to the other list"),
    Binding(
      action: .decrease, keys: [.left, .character("h")], keyText: "← h", footer: nil,
      help: "less, or previous"),
    Binding(
      action: .increase, keys: [.right, .character("l")], keyText: "→ l", footer: nil,
      help: "more, or next"),
    Binding(
      action: .decreaseFinely, keys: [.character("[")], keyText: "[", footer: nil,
      help: "a tenth less"),
    Binding(
      action: .increaseFinely, keys: [.character("]")], keyText: "]", footer: nil,
      help: "a tenth more"),
    Binding(
      action: .type, keys: [.enter, .character("e")], keyText: "⏎ e", footer: "type",
      help: "type: 0.02, sqrt(5)"),
    Binding(
      action: .resetField, keys: [.backspace, .delete], keyText: "⌫", footer: nil,
      help: "PyTorch's default"),
    Binding(
      action: .nextSeed, keys: [.character("r")], keyText: "r", footer: "resample",
      help: "next seed"),
    Binding(
      action: .previousSeed, keys: [.character("R")], keyText: "R", footer: nil,
      help: "seed before"),
    Binding(
      action: .play, keys: [.character(" ")], keyText: "space", footer: "play",
      help: "play, 5 seeds/s"),
    Binding(
      action: .grow, keys: [.character("+"), .character("=")], keyText: "+", footer: "size",
      help: "double both fans"),
    Binding(
      action: .shrink, keys: [.character("-"), .character("_")], keyText: "−", footer: nil,
      help: "halve both fans"),
    Binding(
      action: .enterScene, keys: [.character(":")], keyText: ":", footer: "scene",
      help: "type a scene"),
    Binding(
      action: .showCopy, keys: [.character("y")], keyText: "y", footer: "copy",
      help: "code and command"),
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

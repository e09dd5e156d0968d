/// A key as the explorer hears it.
package enum Key: Hashable, Sendable {
  /// A printable character.
  case character(Character)
  /// Control and a letter, lower case.
  case control(Character)
  /// A function key, from 1.
  case function(Int)
  /// Keys with names.
  case up, down, left, right, enter, escape, tab, backTab, backspace, delete
  /// Keys that move far; a presenter's clicker sends the page keys.
  case home, end, pageUp, pageDown
}

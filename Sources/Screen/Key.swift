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
  /// A mouse's button or wheel, on a cell of the screen.
  case mouse(MouseAction, column: Int, row: Int)
}

/// What is done with a mouse.
package enum MouseAction: Hashable, Sendable {
  /// The first button is pressed.
  case press
  /// The wheel is turned away from the hand.
  case wheelUp
  /// The wheel is turned towards the hand.
  case wheelDown
}

/// A key as the explorer hears it.
package enum Key: Hashable, Sendable {
  /// A printable character.
  case character(Character)
  /// Control and a letter, lower case.
  case control(Character)
  /// Alt and a character, U+007F for Backspace. Keys that go by words are the letters that do so
  /// elsewhere: Control and an arrow are Alt and `b` or `f`, Control and Delete are Alt and `d`.
  case alt(Character)
  /// Text that was pasted and not typed, as it came.
  case paste(String)
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

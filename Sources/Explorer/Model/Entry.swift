/// A line of text being typed.
struct Entry: Equatable, Sendable {
  /// What the text is for.
  enum Purpose: Equatable, Sendable {
    case scene
    case value(Field)
  }

  let purpose: Purpose
  private(set) var text: String
  /// The characters before the cursor.
  private(set) var cursor: Int
  /// Why the text was refused, until it is changed.
  var complaint: String?
  // The first character typed replaces a value that was put there to start from.
  private var isUntouched: Bool

  init(_ purpose: Purpose, text: String) {
    self.purpose = purpose
    self.text = text
    cursor = text.count
    isUntouched = !text.isEmpty && purpose != .scene
  }

  /// Whether the whole text is selected, so that typing replaces it.
  var isSelected: Bool { isUntouched }

  mutating func insert(_ character: Character) {
    if isUntouched { (text, cursor) = ("", 0) }
    text.insert(character, at: index)
    cursor += 1
    touch()
  }

  mutating func deleteBackward() {
    if isUntouched {
      (text, cursor) = ("", 0)
    } else if cursor > 0 {
      cursor -= 1
      text.remove(at: index)
    }
    touch()
  }

  mutating func deleteForward() {
    if cursor < text.count { text.remove(at: index) }
    touch()
  }

  mutating func clear() {
    (text, cursor) = ("", 0)
    touch()
  }

  mutating func moveCursor(by distance: Int) {
    cursor = min(text.count, max(0, cursor + distance))
    isUntouched = false
  }

  private mutating func touch() {
    isUntouched = false
    complaint = nil
  }

  private var index: String.Index { text.index(text.startIndex, offsetBy: cursor) }
}

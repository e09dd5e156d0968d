internal import Screen
internal import Words

/// A line of text being typed.
///
/// The cursor stands between two characters as the reader sees them, grapheme clusters; it cannot
/// be anywhere else. What is typed may join the characters beside it, as a combining accent, the
/// second half of a flag or a Hangul vowel does, so it is counted anew after every change.
struct Entry: Equatable, Sendable {
  /// What the text is for.
  enum Purpose: Equatable, Sendable {
    case scene
    case value(Field)
    /// The name of a file for what is on the screen.
    case save
    /// The same, after the name given turned out to be that of a file: as it is, it replaces that.
    case replace(String)
    /// What the names of listed tensors contain.
    case find

    /// Whether it is for a file's name.
    var isName: Bool {
      switch self {
      case .scene, .value, .find: false
      case .save, .replace: true
      }
    }
  }

  let purpose: Purpose
  private(set) var text: String
  /// The characters before the cursor.
  private(set) var cursor: Int
  /// Why the text was refused, until it is changed.
  var complaint: Phrase?
  /// What Tab goes through, until something else is done.
  private(set) var completion: EntryCompletion?
  // The earlier line on the screen, counted back from the newest, and what was typed before it.
  private var recalled = 0
  private var draft = ""
  // The first character typed replaces a value that was put there to start from.
  private var isUntouched: Bool

  /// The longest text in bytes; a scene with everything set and a pinned one takes some 400.
  static let longest = 2000

  /// Begins a line.
  ///
  /// - Parameter isProposed: whether the text is only proposed, so that the first character typed
  ///   takes its place.
  init(_ purpose: Purpose, text: String, isProposed: Bool = false) {
    self.purpose = purpose
    self.text = text
    cursor = text.count
    isUntouched = !text.isEmpty && isProposed
  }

  /// Whether the whole text is selected, so that typing replaces it.
  var isSelected: Bool { isUntouched }

  /// The text before the cursor.
  var head: Substring { text.prefix(cursor) }

  /// The text from the cursor on.
  var tail: Substring { text.dropFirst(cursor) }

  mutating func insert(_ character: Character) { insert(String(character)) }

  /// Puts text that was pasted where the cursor is, its lines one after the other.
  ///
  /// A backslash at the end of a line goes on with it in the next, as in a shell.
  mutating func paste(_ text: String) {
    let lines = text.split { $0.isNewline }.map { line in
      line.last == "\\" ? line.dropLast() : line
    }
    let words = lines.joined(separator: " ").withoutControlCharacters.drop { $0 == " " }
    let end = words.lastIndex { $0 != " " }.map { words.index(after: $0) } ?? words.startIndex
    if end > words.startIndex { insert(String(words[..<end])) }
  }

  private mutating func insert(_ addition: String) {
    if isUntouched { put("", "") }
    touch()
    guard text.utf8.count + addition.utf8.count <= Self.longest else {
      complaint = Phrase("prompt.too-long", ["most": "\(Self.longest)"])
      return
    }
    put(head + addition, tail)
  }

  mutating func deleteBackward() {
    if isReplaced { put("", "") } else { put(head.dropLast(), tail) }
    touch()
  }

  mutating func deleteForward() {
    if isReplaced { put("", "") } else { put(head, tail.dropFirst()) }
    touch()
  }

  // A value is put there to be replaced, a file's name to be added to.
  private var isReplaced: Bool { isUntouched && !purpose.isName }

  mutating func clear() {
    put("", "")
    touch()
  }

  /// Deletes back to the beginning of the word before the cursor.
  mutating func deleteWordBackward() {
    put(head.prefix(Self.wordStart(in: head)), tail)
    touch()
  }

  /// Deletes up to the end of the word after the cursor.
  mutating func deleteWordForward() {
    put(head, tail.dropFirst(Self.wordEnd(in: tail)))
    touch()
  }

  /// Goes to the beginning of the word before the cursor.
  mutating func moveToPreviousWord() { moveCursor(by: Self.wordStart(in: head) - cursor) }

  /// Goes to the end of the word after the cursor.
  mutating func moveToNextWord() { moveCursor(by: Self.wordEnd(in: tail)) }

  // Words are letters and digits, as a shell's Alt-b and Alt-f see them.
  private static func wordStart(in text: Substring) -> Int {
    text.count - wordEnd(in: text.reversed())
  }

  private static func wordEnd(in text: some Collection<Character>) -> Int {
    let word = text.drop { !$0.isLetter && !$0.isNumber }
    return text.count - word.drop { $0.isLetter || $0.isNumber }.count
  }

  /// Completes the word before the cursor as far as all that it may become agree, or goes on to the
  /// next of those, or to the one before.
  ///
  /// - Parameter find: what the text before the cursor may end with, and where that begins.
  mutating func complete(
    by distance: Int, _ find: (String) -> (start: Int, candidates: [String])
  ) {
    complaint = nil
    if var known = completion, known.candidates.count > 1 {
      let candidate = known.advance(by: distance)
      replace(from: known.start, by: candidate)
      completion = known
      return
    }
    // A value that typing would replace gives way to those that follow it.
    let (start, candidates) = find(isUntouched ? "" : String(head))
    let chosen = isUntouched ? candidates.firstIndex(of: text) : nil
    if isUntouched { put("", "") }
    isUntouched = false
    guard var found = EntryCompletion(candidates, from: start, chosen: chosen) else { return }
    let typed = head.dropFirst(start)
    let next =
      chosen == nil && found.commonPrefix.count > typed.count
      ? found.commonPrefix : found.advance(by: distance)
    let isWhole = candidates.count == 1 && purpose == .scene && !tail.hasPrefix(" ")
    replace(from: start, by: isWhole ? next + " " : next)
    completion = found
  }

  private mutating func replace(from start: Int, by word: String) {
    put(head.prefix(start) + word, tail)
  }

  /// Puts an earlier line in the text's place, or the one after it.
  ///
  /// - Parameter lines: the lines there were, the newest last.
  mutating func recall(by distance: Int, of lines: [String]) {
    let wanted = min(lines.count, max(0, recalled - distance))
    guard wanted != recalled else { return }
    if recalled == 0 { draft = text }
    recalled = wanted
    put(wanted == 0 ? draft : lines[lines.count - wanted], "")
    touch()
  }

  mutating func moveCursor(by distance: Int) {
    completion = nil
    cursor = min(text.count, max(0, cursor + distance))
    isUntouched = false
  }

  // Sets what is before the cursor and after it; a character that reaches over both is before it.
  private mutating func put(_ head: some StringProtocol, _ tail: some StringProtocol) {
    let length = head.utf8.count
    text = String(head) + String(tail)
    cursor = 0
    var covered = 0
    for character in text {
      if covered >= length { break }
      covered += character.utf8.count
      cursor += 1
    }
  }

  private mutating func touch() {
    isUntouched = false
    complaint = nil
    completion = nil
  }
}

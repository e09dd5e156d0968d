import Screen
import TestSupport
import Testing

@testable import Explorer

@Suite("Text being typed")
struct EntryTests {
  // Characters that join what stands before or behind them, and some that do not.
  static let scalars: [Unicode.Scalar] = [
    "a", "e", "x", " ", "-", "1", "é", "宽", "σ", "\u{301}", "\u{308}", "\u{20DD}", "\u{FE0F}",
    "\u{200D}", "👩", "💻", "🏽", "🇩", "🇪", "ᄒ", "ᅡ", "ᆫ", "한", "ก", "ำ", "ิ", "क", "्", "ष",
    "\u{600}", "\u{200B}", "\u{202E}", "\u{85}", "\u{E0061}", "\u{E007F}", "🏴", "\u{0}",
  ]

  @Test("what joins the character before it does not move the cursor on")
  func joining() {
    var entry = Entry(.scene, text: "")
    for scalar in "e\u{301}x".unicodeScalars { entry.insert(Character(scalar)) }
    #expect(entry.text == "e\u{301}x" && entry.cursor == 2)
    entry.moveCursor(by: -1)
    entry.deleteBackward()
    #expect(entry.text == "x" && entry.cursor == 0)
  }

  @Test("the halves of a flag become one when what parted them is deleted")
  func flags() {
    var entry = Entry(.scene, text: "🇩x🇪")
    entry.moveCursor(by: -1)
    #expect(entry.cursor == 2)
    entry.deleteBackward()
    #expect(entry.text == "🇩🇪" && entry.cursor == 1)
    entry.deleteForward()
    #expect(entry.text == "🇩🇪")
    entry.deleteBackward()
    #expect(entry.text.isEmpty && entry.cursor == 0)
  }

  @Test("the cursor never leaves the text, whatever is typed", arguments: 0..<20)
  func everything(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var entry = Entry(.scene, text: "")
    for _ in 0..<2000 {
      switch random.below(14) {
      case 10: entry.moveToPreviousWord()
      case 11: entry.moveToNextWord()
      case 12 where random.below(9) == 0: entry.deleteWordBackward()
      case 13 where random.below(9) == 0: entry.deleteWordForward()
      case 0: entry.moveCursor(by: random.below(7) - 3)
      case 1: entry.deleteBackward()
      case 2: entry.deleteForward()
      case 3: entry.moveCursor(by: random.pick([.min / 2, .max / 2]))
      case 4 where random.below(20) == 0: entry.clear()
      default: entry.insert(Character(random.pick(Self.scalars)))
      }
      #expect((0...entry.text.count).contains(entry.cursor))
      #expect(entry.head + entry.tail == entry.text)
      #expect(entry.head.count == entry.cursor)
    }
  }

  @Test("Alt goes by words, of letters and digits")
  func words() {
    var entry = Entry(.scene, text: "normal --mean 0.5 ")
    let places = (0..<6).map { _ in
      entry.moveToPreviousWord()
      return entry.cursor
    }
    #expect(places == [16, 14, 9, 0, 0, 0])
    entry.moveToNextWord()
    #expect(entry.cursor == 6)
    entry.deleteWordForward()
    #expect(entry.text == "normal 0.5 " && entry.cursor == 6)
    entry.moveCursor(by: .max / 2)
    entry.deleteWordBackward()
    #expect(entry.text == "normal 0." && entry.cursor == 9)
  }

  @Test("pasted lines are one, and as long as they may be")
  func pastes() {
    var entry = Entry(.scene, text: "ab")
    entry.moveCursor(by: -1)
    entry.paste("\u{1B}[31mx\r\ny\tz \\\n\u{7}w\n\n")
    #expect(entry.text == "a[31mx y z  wb" && entry.cursor == 13)
    entry.paste("\n \t")
    #expect(entry.text == "a[31mx y z  wb")
    entry.paste(String(repeating: "é", count: 1000))
    #expect(entry.text == "a[31mx y z  wb" && entry.complaint != nil)
    var value = Entry(.value(.shape), text: "256, 128", isProposed: true)
    value.paste("8,\n8")
    #expect(value.text == "8, 8" && value.cursor == 4)
  }

  @Test("typing at the end keeps every scalar in order")
  func order() {
    var random = SplitMix(seed: 5)
    let typed = (0..<300).map { _ in random.pick(Self.scalars) }
    var entry = Entry(.scene, text: "")
    for scalar in typed { entry.insert(Character(scalar)) }
    #expect(Array(entry.text.unicodeScalars) == typed)
    #expect(entry.cursor == entry.text.count)
  }

  @Test("a text is no longer than any scene, and says so")
  func longest() {
    var entry = Entry(.scene, text: "")
    for _ in 0..<Entry.longest + 5 { entry.insert("a") }
    #expect(entry.text.utf8.count == 2000 && entry.cursor == 2000)
    #expect(entry.complaint?.english == "no more than 2000 bytes can be typed")
    entry.deleteBackward()
    #expect(entry.complaint == nil)
    entry.insert("b")
    #expect(entry.text.last == "b" && entry.complaint == nil)
  }

  @Test(
    "the cursor is where the eye expects it",
    arguments: [
      ("ab", 0, 2), ("ab", 1, 1), ("宽宽", 0, 4), ("宽宽", 1, 2), ("e\u{301}x", 0, 2),
      ("e\u{301}x", 1, 1), ("\u{301}a", 0, 1),
    ])
  func column(text: String, back: Int, column: Int) throws {
    var model = Model().pressing(.character(":"))
    for scalar in text.unicodeScalars {
      model = model.updated(by: .key(.character(Character(scalar))))
    }
    for _ in 0..<back { model = model.pressing(.left) }
    let frame = view(model.on(Size(columns: 60, rows: 18)))
    // The prompt " :" comes first.
    let reversed = (0..<60).filter { frame[$0, 17].style.attributes.contains(.reverse) }
    #expect(reversed.first == 2 + column)
  }

  @Test("a long text scrolls so that the cursor is seen", arguments: ["a", "宽", "σ"])
  func scrolling(character: Character) {
    var model = Model().pressing(.character(":"))
    for step in 0..<200 {
      model = model.updated(by: .key(step < 120 ? .character(character) : .left))
      let frame = view(model.on(Size(columns: 60, rows: 18)))
      let reversed = (0..<60).filter { frame[$0, 17].style.attributes.contains(.reverse) }
      #expect(!reversed.isEmpty && reversed.count <= 2, "step \(step)")
    }
  }
}

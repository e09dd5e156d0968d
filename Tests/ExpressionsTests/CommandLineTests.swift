import Expressions
import Testing

@Suite("Words of command lines and parts of paths")
struct CommandLineTests {
  // Signs that mean something to a line, to characters or to neither.
  private static let signs: [Unicode.Scalar] = [
    "a", "'", "\"", " ", "\u{301}", "\u{200D}", "\r", "\n",
  ]

  /// All words of up to four signs.
  private static let words: [String] = {
    var all: [String.UnicodeScalarView] = [.init()]
    var longest = all
    for _ in 0..<4 {
      longest = longest.flatMap { word in signs.map { word + [$0] } }
      all += longest
    }
    return all.map { String($0) }
  }()

  @Test("a quoted word is read as the same again, whatever signs it is made of")
  func quotes() {
    for word in Self.words {
      for quoted in [word.quotedForLine, word.quotedForShell] {
        let read = "before \(quoted) after".commandLineWords
        #expect(
          read.map { Array($0.unicodeScalars) }
            == ["before", word, "after"].map { Array($0.unicodeScalars) })
      }
    }
  }

  @Test("an accent after a quote belongs to the word, as in a shell")
  func accents() {
    #expect("'\u{301}a b' c".commandLineWords == ["\u{301}a b", "c"])
    #expect("x '\u{301}".commandLineWords == ["x", "\u{301}"])
    #expect("a \u{301}b".placedCommandLineWords.map(\.column) == [1, 2])
  }

  @Test(
    "a path's folder, name and ending are what a file system takes them for",
    arguments: [
      ("a/b.npy", "a/", "b.npy", "a/b", "npy"), ("/x", "/", "x", "/x", nil),
      ("a.b/c", "a.b/", "c", "a.b/c", nil), (".npy", "", ".npy", ".npy", nil),
      ("a.", "", "a.", "a", nil),
      ("d/\u{301}.\u{301}n", "d/", "\u{301}.\u{301}n", "d/\u{301}", "\u{301}n"),
    ] as [(String, String, String, String, String?)])
  func paths(path: String, folder: String, name: String, stem: String, ending: String?) {
    #expect(path.folder == folder && path.withoutFolders == name)
    #expect(path.withoutEnding == stem && path.fileEnding.map(String.init) == ending)
  }
}

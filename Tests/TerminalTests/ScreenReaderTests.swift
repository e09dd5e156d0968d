import PseudoTerminals
import Testing

@Suite struct `The screen reader of the tests` {
  private func lines(_ output: String, columns: Int = 6, rows: Int = 3) -> [String] {
    var screen = ScreenReader(columns: columns, rows: rows)
    screen.feed(output.utf8)
    return screen.lines
  }

  @Test(arguments: [
    ("abc\r\ndef", ["abc", "def", ""]),
    ("abcdefgh", ["abcdef", "gh", ""]),
    ("abcdef\rX", ["Xbcdef", "", ""]),
    ("\u{1B}[2;3Hx", ["", "  x", ""]),
    ("abc\u{1B}[1;2H\u{1B}[K", ["a", "", ""]),
    ("abc\u{1B}[1;2H\u{1B}[1K", ["  c", "", ""]),
    ("abc\u{1B}[H\u{1B}[2Pz", ["z", "", ""]),
    ("abc\u{1B}[H\u{1B}[2@", ["  abc", "", ""]),
    ("abc\u{1B}[H\u{1B}[2X", ["  c", "", ""]),
    ("a\u{1B}[3b", ["aaaa", "", ""]),
    ("1\r\n2\r\n3\r\n4", ["2", "3", "4"]),
    ("1\r\n2\r\n3\u{1B}[2;3r\u{1B}[3;1H\n", ["1", "3", ""]),
    ("1\r\n2\u{1B}[H\u{1B}M", ["", "1", "2"]),
    ("1\r\n2\r\n3\u{1B}[2H\u{1B}[M", ["1", "3", ""]),
    ("1\r\n2\r\n3\u{1B}[2H\u{1B}[L", ["1", "", "2"]),
    ("ab\u{8}c", ["ac", "", ""]),
    ("\u{1B}(0qx\u{1B}(Bq", ["─│q", "", ""]),
    ("宽a\u{1B}[1;3Hb", ["宽b", "", ""]),
    ("a\u{1B}[3d\u{1B}[5Gz", ["a", "", "    z"]),
    ("\u{1B}]0;title\u{7}x\u{1B}[1;31my\u{1B}[0m", ["xy", "", ""]),
    ("ab\u{1B}[2J", ["", "", ""]),
    ("ab\u{1B}[?1049hcd\u{1B}[?1049l", ["ab", "", ""]),
  ])
  func `reads what terminals draw`(output: String, expected: [String]) {
    #expect(lines(output) == expected)
  }

  @Test func `survives any bytes`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var screen = ScreenReader(columns: 5, rows: 4)
      screen.feed(
        (0..<400).map { _ in
          let dice = generator.next() % 4
          if dice == 0 { return 0x1B }
          if dice == 1 { return 0x5B }
          return dice == 2 ? UInt8(0x30 + generator.next() % 0x4F) : UInt8(generator.next() % 256)
        })
      #expect(screen.lines.count == 4)
    }
  }
}

import Foundation
import Testing

@testable import Screen

@Suite struct `The clipboard by way of the terminal` {
  // The vectors of RFC 4648, section 10, and a text beyond ASCII by Python's base64.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("σ²·√5", "z4PCssK34oiaNQ=="),
  ])
  func `Text is encoded in base 64`(text: String, encoded: String) {
    #expect(Clipboard.base64(text) == encoded)
  }

  @Test(
    arguments: [
      ("xterm-256color", [:], Clipboard.direct), ("alacritty", [:], .direct),
      ("foot", [:], .direct),
      ("tmux-256color", [:], .tmux),
      ("screen-256color", ["TMUX": "/tmp/tmux-0/default,1,0"], .tmux),
      ("screen", ["STY": "1.pts"], .screen), ("xterm", ["TMUX": ""], .direct),
      ("linux", [:], nil), ("vt100", [:], nil), ("vt220", [:], nil), ("dumb", [:], nil),
      ("", [:], nil),
      ("linux", ["TMUX": "x"], nil),
    ] as [(String, [String: String], Clipboard?)])
  func `The environment tells the way`(
    name: String, others: [String: String], way: Clipboard?
  ) {
    #expect(Clipboard(environment: others.merging(["TERM": name]) { $1 }) == way)
  }

  @Test func `The sequence is wrapped where something lies between`() {
    func text(_ way: Clipboard, _ text: String) -> String {
      String(decoding: way.sequence(for: text), as: UTF8.self)
    }
    let plain = "\u{1B}]52;c;Zm9v\u{7}"
    #expect(text(.direct, "foo") == plain)
    #expect(text(.tmux, "foo") == plain + "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{7}\u{1B}\\")
    #expect(text(.screen, "foo") == "\u{1B}P\(plain)\u{1B}\\")
    let long = String(repeating: "a", count: 1000)
    let pieces = text(.screen, long).components(separatedBy: "\u{1B}\\")
    #expect(pieces.allSatisfy { $0.utf8.count <= 202 } && pieces.count > 6)
    let joined = pieces.map { $0.dropFirst(2) }.joined()
    #expect(joined == text(.direct, long))
  }
}

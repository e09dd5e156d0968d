import Screen
import Testing

@testable import Terminal

@Suite struct `Keys from bytes` {
  private func keys(_ bursts: [Int32]...) -> [Key] {
    var decoder = KeyDecoder()
    return bursts.flatMap { decoder.keys(from: $0) }
  }

  @Test func `A character may come in pieces`() {
    #expect(keys([0xE5, 0xAE], [0xBD, 0x61]) == [.character("宽"), .character("a")])
    #expect(keys([0xF0], [0x9F, 0x9A], [0x80]) == [.character("🚀")])
  }

  @Test func `What is not UTF-8 is dropped`() {
    #expect(keys([0xFF, 0x80, 0xC3, 0x61, 0xC3, 0xA9]) == [.character("a"), .character("é")])
    #expect(keys([0xED, 0xA0, 0x80]).isEmpty, "a surrogate")
  }

  @Test func `Control characters have names`() {
    #expect(
      keys([1, 26, 13, 10, 9, 8, 127, 0]) == [
        .control("a"), .control("z"), .enter, .enter, .tab, .backspace, .backspace, .control(" "),
      ])
  }

  @Test func `Unknown escape sequences are dropped as a whole`() {
    let sequence = "\u{1B}[1;5Px\u{1B}Oz".utf8.map { Int32($0) }
    #expect(keys(sequence) == [.character("x")])
    #expect(keys([27], [0x5B]) == [.escape, .character("[")], "typed one after the other")
    #expect(keys([27]) == [.escape])
  }

  // XTerm Control Sequences, "Extended coordinates": SGR reports, counted from 1.
  @Test func `A mouse reports where its button and its wheel are used`() {
    #expect(keys(codes("\u{1B}[<0;1;1M")) == [.mouse(.press, column: 0, row: 0)])
    #expect(keys(codes("\u{1B}[<64;120;7M")) == [.mouse(.wheelUp, column: 119, row: 6)])
    #expect(keys(codes("\u{1B}[<65;3;40M")) == [.mouse(.wheelDown, column: 2, row: 39)])
    #expect(
      keys(codes("\u{1B}[<16;3;4Mx")) == [.mouse(.press, column: 2, row: 3), .character("x")])
    // Releases, other buttons, movement, and what is no report.
    for other in [
      "0;1;1m", "2;1;1M", "32;1;1M", "35;1;1M", "0;0;1M", "0;1M", "M", "0;1;1;1M", "0;;1M",
    ] {
      #expect(keys(codes("\u{1B}[<\(other)")).isEmpty, "\(other)")
    }
    #expect(keys(codes("\u{1B}[M !\"x")) == [.character("x")], "a report that cannot be read")
  }

  @Test func `A mouse's report may come in pieces`() {
    #expect(
      keys(codes("a\u{1B}[<0;1"), codes("2;5Mb")) == [
        .character("a"), .mouse(.press, column: 11, row: 4), .character("b"),
      ])
    let long = codes("\u{1B}[<" + String(repeating: "1", count: 40))
    #expect(!keys(long, codes("q")).isEmpty, "what is no report is not waited for")
  }

  private static let replies: [(String, UInt32)] = [
    ("\u{1B}]11;rgb:1d1d/1f1f/2121\u{1B}\\", 0x1d1f21), ("\u{1B}]11;rgb:ff/fa/00\u{07}", 0xfffa00),
    ("\u{1B}]11;rgba:ffff/0000/8080/ffff\u{1B}\\", 0xff0080), ("\u{1B}]11;#fdf6e3\u{07}", 0xfdf6e3),
    ("\u{1B}]11;#fff\u{07}", 0xffffff), ("\u{1B}]11;rgb:f/0/8\u{07}", 0xff0088),
  ]

  private func codes(_ text: String) -> [Int32] { text.utf8.map { Int32($0) } }

  @Test(arguments: replies)
  func `A reply is no key, wherever it is split`(reply: String, code: UInt32) {
    let whole = codes(reply + "\u{1B}[?64;1;22c")
    for first in 0...whole.count {
      for second in first...whole.count {
        var decoder = KeyDecoder()
        decoder.expectsReply = true
        var keys = decoder.keys(from: codes("a") + whole[..<first])
        keys += decoder.keys(from: Array(whole[first..<second]))
        keys += decoder.keys(from: whole[second...] + codes("z"))
        #expect(keys == [.character("a"), .character("z")], "\(first), \(second)")
        #expect(decoder.takeBackground() == RGB(code))
        #expect(decoder.takeBackground() == nil)
        #expect(!decoder.expectsReply && decoder.patience == nil)
      }
    }
  }

  @Test func `A reply that comes late, or is cut short, is no key either`() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: codes("x\u{1B}]11;rgb:00/00")) == [.character("x")])
    #expect(decoder.patience == nil, "nothing else begins like that")
    #expect(decoder.keys(from: codes("/00\u{1B}")).isEmpty)
    #expect(decoder.keys(from: codes("\\q")) == [.character("q")])
    #expect(decoder.takeBackground() == RGB(0))
    #expect(decoder.keys(from: codes("\u{1B}]11;rgb:00/00")).isEmpty)
    #expect(decoder.keys(from: codes("q")) == [.character("q")])
    #expect(decoder.takeBackground() == nil)
  }

  @Test func `Keys that begin like a reply are keys when nothing follows`() {
    var decoder = KeyDecoder()
    decoder.expectsReply = true
    #expect(decoder.keys(from: [27]).isEmpty && decoder.patience == .milliseconds(50))
    #expect(decoder.giveUp() == [.escape] && decoder.patience == nil)
    #expect(decoder.keys(from: codes("\u{1B}]")).isEmpty && decoder.patience == .seconds(1))
    #expect(decoder.keys(from: codes("r")) == [.escape, .character("]"), .character("r")])
    decoder.expectsReply = false
    #expect(decoder.keys(from: [27]) == [.escape])
  }

  @Test(arguments: [
    "\u{1B}]52;c;?\u{07}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_G\u{1B}\\", "\u{1B}[?1;2c",
  ])
  func `Other replies are dropped as a whole`(reply: String) {
    #expect(keys(codes("a" + reply + "b")) == [.character("a"), .character("b")])
  }

  @Test(arguments: [
    "", "rgb:", "rgb:1/2", "rgb:1/2/3/4", "rgba:1/2/3", "#", "#12", "#1234", "rgb:12345/0/0",
    "rgb:+1/2/3", "rgb:g/0/0", "cmyk:1/2/3", "black", "rgb:1:2/3/4",
  ])
  func `What is no colour is none`(text: String) { #expect(RGB(ofX11: text) == nil) }

  @Test func `No code traps`() {
    for code in Int32(-2)...2000 { _ = keys([code], [27, code, code], [27, 0x5B, code]) }
    #expect(keys([Int32.max - 3000]).count == 1)
  }

  @Test func `Any bytes in any bursts are keys or nothing`() {
    var random = SystemRandomNumberGenerator()
    var decoder = KeyDecoder()
    for _ in 0..<3000 {
      let burst = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Bool.random(using: &random)
          ? [0x1B, 0x5B, 0x4F, 0xCC, 0x81, 0xF0, 0x9F, 0xFF].randomElement(using: &random) ?? 0
          : Int32.random(in: 0...600, using: &random)
      }
      for case .character(let character) in decoder.keys(from: burst) {
        #expect(character.unicodeScalars.count == 1)
        #expect(character.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
      }
    }
  }
}

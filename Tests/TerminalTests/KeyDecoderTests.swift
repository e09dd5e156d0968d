import Screen
import Testing

@testable import Terminal

@Suite struct `Keys from bytes` {
  private func keys(_ bursts: [UInt8]...) -> [Key] {
    var decoder = KeyDecoder()
    return bursts.flatMap { decoder.keys(from: $0) }
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `A character may come in pieces`() {
    #expect(keys([0xE5, 0xAE], [0xBD, 0x61]) == [.character("宽"), .character("a")])
    #expect(keys([0xF0], [0x9F, 0x9A], [0x80]) == [.character("🚀")])
  }

  @Test func `What is not UTF-8 is dropped`() {
    #expect(keys([0xFF, 0x80, 0xC3, 0x61, 0xC3, 0xA9]) == [.character("a"), .character("é")])
    #expect(keys([0xED, 0xA0, 0x80]).isEmpty, "a surrogate")
    #expect(keys([0xC2, 0x9B]).isEmpty, "a control character")
  }

  @Test func `Control characters have names`() {
    #expect(
      keys([1, 26, 13, 10, 9, 8, 127, 0]) == [
        .control("a"), .control("z"), .enter, .enter, .tab, .backspace, .backspace, .control(" "),
      ])
  }

  // XTerm Control Sequences, "PC-Style Function Keys" and "VT220-Style Function Keys"; rxvt's
  // reference, "Key Codes"; console_codes(4).
  @Test(
    arguments: [
      ("[A", .up), ("OB", .down), ("[1;2C", .right), ("[D", .left), ("[H", .home), ("OF", .end),
      ("[1~", .home), ("[7~", .home), ("[3~", .delete), ("[4~", .end), ("[8~", .end),
      ("[5~", .pageUp),
      ("[6~", .pageDown), ("[Z", .backTab), ("OP", .function(1)), ("[S", .function(4)),
      ("[15~", .function(5)), ("[17~", .function(6)), ("[24~", .function(12)),
      ("[34~", .function(20)),
      ("[[A", .function(1)), ("[[E", .function(5)), ("[a", .up), ("[3$", .delete),
      ("[1;5D", .alt("b")), ("[1;3C", .alt("f")), ("Oc", .alt("f")), ("Od", .alt("b")),
      ("[3;5~", .alt("d")), ("[3^", .alt("d")), ("\u{1B}[D", .alt("b")),
      ("OM", .enter), ("Or", .character("2")), ("Op", .character("0")), ("On", .character(".")),
      ("Ok", .character("+")), ("Om", .character("-")), ("OX", .character("=")),
    ] as [(String, Key)])
  func `Sequences are keys, wherever they are split`(sequence: String, key: Key) {
    expect([key], of: "\u{1B}" + sequence)
  }

  @Test(
    arguments: [
      ("b", .alt("b")), ("q", .alt("q")), ("\u{7F}", .alt("\u{7F}")), ("\u{8}", .alt("\u{7F}")),
      (":", .alt(":")), ("é", .alt("é")),
    ] as [(String, Key)])
  func `An escape and a character in one burst are Alt`(text: String, key: Key) {
    expect([key], of: "\u{1B}" + text)
  }

  // Answers and reports of terminals: XTerm Control Sequences; the kitty keyboard and graphics
  // protocols.
  @Test(arguments: [
    "]52;c;cXVpdA==\u{7}", "]4;1;rgb:qq/2/3\u{1B}\\", "P1$r0mq\u{1B}\\", "P1+r436f=qq\u{1B}\\",
    "P>|XTerm(370)q\u{1B}\\", "_Gq=1;OK\u{1B}\\", "^q\u{1B}\\", "Xq\u{1B}\\", "]lquit\u{1B}\\",
    "[?1;2c", "[>41;330;0c", "[?62;1;4q", "[?2026;2$y", "[24;80R", "[8;30;100t", "[M q!", "[I",
    "[O",
    "[0n", "[97;5u", "[?1u", "[27;5;113~", "[1;5A", "[99;7u", "[<0;3;4m", "[<35;3;4M",
    "[M\u{1B}q\u{3}",
  ])
  func `Answers are skipped whole, wherever they are split`(answer: String) {
    expect([], of: "\u{1B}" + answer)
  }

  /// Expects keys between two others, whatever the bursts are in which they come.
  private func expect(_ middle: [Key], of text: String) {
    let all = bytes(text)
    let expected = [.character("a")] + middle + [.character("z")]
    for first in 0...all.count {
      for second in first...all.count {
        var decoder = KeyDecoder()
        var keys = decoder.keys(from: bytes("a") + all[..<first])
        keys += decoder.keys(from: Array(all[first..<second]))
        keys += decoder.keys(from: all[second...] + bytes("z"))
        #expect(keys == expected, "\(first), \(second)")
        #expect(decoder.patience == nil)
      }
    }
  }

  @Test func `What has begun is what it is when nothing follows`() {
    for (text, key) in [("[", "["), ("O", "O"), ("]", "]"), ("P", "P"), ("_", "_")] {
      var decoder = KeyDecoder()
      #expect(decoder.keys(from: bytes("\u{1B}\(text)")).isEmpty)
      #expect(decoder.patience == .seconds(1))
      #expect(decoder.giveUp() == [.alt(Character(key))] && decoder.patience == nil)
    }
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: bytes("\u{1B}[12;")).isEmpty)
    #expect(decoder.giveUp().isEmpty)
    #expect(decoder.keys(from: bytes("q")) == [.character("q")])
    #expect(keys(bytes("\u{1B}]q")) == [.alt("]"), .character("q")], "no string begins like that")
  }

  @Test func `An escape alone is the key, and what belongs to it is none if it comes late`() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: [27]).isEmpty && decoder.patience == .milliseconds(25))
    #expect(decoder.giveUp() == [.escape])
    #expect(decoder.patience == .milliseconds(300))
    #expect(decoder.keys(from: bytes("[24;80R")).isEmpty)
    #expect(decoder.keys(from: [27]).isEmpty && decoder.giveUp() == [.escape])
    #expect(decoder.keys(from: bytes("[[[")) == Array(repeating: .character("["), count: 3))
    #expect(decoder.keys(from: [27]).isEmpty && decoder.giveUp() == [.escape])
    #expect(decoder.giveUp().isEmpty && decoder.patience == nil)
    #expect(decoder.keys(from: bytes("[A")) == [.character("["), .character("A")])
    #expect(decoder.keys(from: [27, 27]).isEmpty && decoder.giveUp() == [.escape, .escape])
  }

  @Test func `CAN ends a sequence, and so does another`() {
    #expect(keys(bytes("\u{1B}[1;\u{18}a\u{1B}]0;\u{1A}b")) == [.character("a"), .character("b")])
    #expect(keys(bytes("\u{1B}[1;\u{1B}[A\u{1B}]0;t\u{1B}[B")) == [.up, .down])
    #expect(keys(bytes("\u{1B}[1\rx")) == [.enter, .character("x")])
  }

  @Test func `Pasted text is no keys, wherever it is split`() {
    let text = "xavier_normal\nquit\r\t\u{1B}[Aé\u{1B}[20\u{3}"
    expect([.paste(text)], of: "\u{1B}[200~\(text)\u{1B}[201~")
    expect([.paste("")], of: "\u{1B}[200~\u{1B}[201~")
  }

  @Test func `A paste without an end ends when nothing follows, and one without bounds is cut`() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: bytes("\u{1B}[200~abc\u{1B}[2")).isEmpty)
    #expect(decoder.patience == .seconds(5))
    #expect(decoder.giveUp() == [.paste("abc")])
    #expect(decoder.keys(from: bytes("q")) == [.character("q")])
    var length = 0
    for _ in 0..<300 {
      #expect(decoder.keys(from: bytes("\u{1B}[200~") + Array(repeating: 120, count: 4090)).isEmpty)
    }
    for case .paste(let text) in decoder.keys(from: bytes("\u{1B}[201~")) {
      length = text.utf8.count
    }
    #expect(length > 60_000 && length < 80_000)
  }

  @Test func `A string without an end takes no memory and no time`() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: bytes("\u{1B}P")).isEmpty)
    let start = ContinuousClock.now
    for _ in 0..<1000 { #expect(decoder.keys(from: Array(repeating: 113, count: 4096)).isEmpty) }
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(decoder.giveUp().isEmpty)
    #expect(decoder.keys(from: bytes("q")) == [.character("q")])
  }

  @Test func `What terminfo says comes first`() {
    var decoder = KeyDecoder(known: [
      bytes("\u{1B}A"): .up, bytes("\u{1B}&x"): .home, [11]: .up, bytes("\u{1B}[A"): .pageUp,
    ])
    #expect(decoder.keys(from: bytes("\u{1B}A\u{1B}")) == [.up])
    #expect(decoder.keys(from: bytes("&")).isEmpty)
    #expect(decoder.keys(from: bytes("x\u{B}\u{1B}[A")) == [.home, .up, .pageUp])
    #expect(decoder.keys(from: bytes("\u{1B}B")) == [.alt("B")])
  }

  // XTerm Control Sequences, "Extended coordinates": SGR reports, counted from 1.
  @Test func `A mouse reports where its button and its wheel are used`() {
    #expect(keys(bytes("\u{1B}[<0;1;1M")) == [.mouse(.press, column: 0, row: 0)])
    #expect(keys(bytes("\u{1B}[<64;120;7M")) == [.mouse(.wheelUp, column: 119, row: 6)])
    #expect(keys(bytes("\u{1B}[<65;3;40M")) == [.mouse(.wheelDown, column: 2, row: 39)])
    expect([.mouse(.press, column: 2, row: 3)], of: "\u{1B}[<16;3;4M")
    // Releases, other buttons, movement, and what is no report.
    for other in [
      "0;1;1m", "2;1;1M", "32;1;1M", "35;1;1M", "0;0;1M", "0;1M", "M", "0;1;1;1M", "0;;1M",
      "99999999999999999999;1;1M",
    ] {
      #expect(keys(bytes("\u{1B}[<\(other)")).isEmpty, "\(other)")
    }
  }

  private static let replies: [(String, UInt32)] = [
    ("\u{1B}]11;rgb:1d1d/1f1f/2121\u{1B}\\", 0x1d1f21), ("\u{1B}]11;rgb:ff/fa/00\u{07}", 0xfffa00),
    ("\u{1B}]11;rgba:ffff/0000/8080/ffff\u{1B}\\", 0xff0080), ("\u{1B}]11;#fdf6e3\u{07}", 0xfdf6e3),
    ("\u{1B}]11;#fff\u{07}", 0xffffff), ("\u{1B}]11;rgb:f/0/8\u{07}", 0xff0088),
  ]

  @Test(arguments: replies)
  func `A reply is no key, wherever it is split`(reply: String, code: UInt32) {
    let whole = bytes(reply + "\u{1B}[?64;1;22c")
    for first in 0...whole.count {
      for second in first...whole.count {
        var decoder = KeyDecoder()
        decoder.expectsReply = true
        var keys = decoder.keys(from: bytes("a") + whole[..<first])
        keys += decoder.keys(from: Array(whole[first..<second]))
        keys += decoder.keys(from: whole[second...] + bytes("z"))
        #expect(keys == [.character("a"), .character("z")], "\(first), \(second)")
        #expect(decoder.takeBackground() == RGB(code))
        #expect(decoder.takeBackground() == nil)
        #expect(!decoder.expectsReply && decoder.patience == nil)
      }
    }
  }

  @Test func `Where the cursor is is told once to who has asked`() {
    for split in 0...11 {
      var decoder = KeyDecoder()
      decoder.expectsReply = true
      let whole = bytes("\u{1B}[2;11R\u{1B}[2;3R\u{1B}[?1;2c")
      #expect(decoder.keys(from: Array(whole[..<split])).isEmpty)
      #expect(decoder.keys(from: whole[split...] + bytes("z")) == [.character("z")])
      #expect(decoder.takeColumns() == [11, 3])
      #expect(decoder.takeColumns().isEmpty && !decoder.expectsReply)
    }
    for noise in [
      "\u{1B}[R", "\u{1B}[0;3R", "\u{1B}[24;80R", "\u{1B}[1;3R", "\u{1B}[2;0R", "\u{1B}[2;2;3R",
      "\u{1B}[?2;2R",
    ] {
      var decoder = KeyDecoder()
      decoder.expectsReply = true
      #expect(decoder.keys(from: bytes(noise)).isEmpty && decoder.takeColumns().isEmpty)
    }
    var unasked = KeyDecoder()
    #expect(unasked.keys(from: bytes("\u{1B}[2;11R")).isEmpty && unasked.takeColumns().isEmpty)
  }

  @Test(arguments: [
    "", "rgb:", "rgb:1/2", "rgb:1/2/3/4", "rgba:1/2/3", "#", "#12", "#1234", "rgb:12345/0/0",
    "rgb:+1/2/3", "rgb:g/0/0", "cmyk:1/2/3", "black", "rgb:1:2/3/4",
  ])
  func `What is no colour is none`(text: String) { #expect(RGB(ofX11: text) == nil) }

  @Test func `No bytes trap`() {
    for first in UInt8.min...255 {
      for second in UInt8.min...255 {
        _ = keys([first, second], [27, first, second], [27, 0x5B, first, second])
      }
    }
  }

  @Test func `Any bytes in any bursts are keys or nothing`() {
    var random = SystemRandomNumberGenerator()
    var decoder = KeyDecoder()
    for _ in 0..<3000 {
      let burst = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Bool.random(using: &random)
          ? [0x1B, 0x5B, 0x4F, 0xCC, 0x81, 0xF0, 0x9F, 0xFF, 0x7E, 0x30].randomElement(
            using: &random) ?? 0
          : UInt8.random(in: 0...255, using: &random)
      }
      let keys =
        decoder.keys(from: burst)
        + (Int.random(in: 0..<9, using: &random) == 0 ? decoder.giveUp() : [])
      for case .character(let character) in keys {
        #expect(character.unicodeScalars.count == 1)
        #expect(
          character.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
          })
      }
    }
  }
}

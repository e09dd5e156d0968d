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

import ArgumentParser
import Scenes
import Testing
import Words

@Suite("What the parser of command lines says")
struct ParserMessageTests {
  @Test(
    "is known by its words, and said again in another language",
    arguments: [
      (["--gainn", "2"], "未知的选项 '--gainn'。是指 '--gain' 吗？"),
      (["--no-such-option"], "未知的选项 '--no-such-option'"),
      (["-z"], "未知的选项 '-z'"),
      (["--gain"], "缺少 '--gain <gain>' 的值"),
      (["--bias=1"], "选项 '--bias' 不取值，却给出了 '1'。"),
      (["layer", "dense", "uniform"], "多余的参数 'uniform'"),
      (["layer", "dense", "a", "b"], "2 个多余的参数：'a', 'b'"),
    ])
  func sentences(words: [String], sentence: String) throws {
    let error = #expect(throws: (any Error).self) { try SceneArguments.parse(words) }
    let message = SceneArguments.message(for: try #require(error))
    let phrase = Phrase.ofParser(message)
    #expect(Catalogue.simplifiedChinese(phrase) == sentence)
    #expect(Catalogue.english(phrase) == message, "in English it stays what it is")
  }

  @Test("stays what it is where it is not known")
  func unknown() {
    #expect(Phrase.ofParser("Something else.") == .verbatim("Something else."))
    #expect(Phrase.ofParser("") == .verbatim(""))
  }
}

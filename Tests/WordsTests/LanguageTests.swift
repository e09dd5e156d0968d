import Testing
import Words

@Suite("The language")
struct LanguageTests {
  @Test(
    "is known by its tag and by locales' names",
    arguments: [
      ("en", .english), ("en_US.UTF-8", .english), ("EN-gb", .english),
      ("zh-Hans", .simplifiedChinese), ("zh", .simplifiedChinese), ("zh-CN", .simplifiedChinese),
      ("zh_CN.UTF-8", .simplifiedChinese), ("zh_SG.utf8", .simplifiedChinese),
      ("zh_CN.GB18030@stroke", .simplifiedChinese), ("zh-hans-HK", .simplifiedChinese),
      ("zh_TW.UTF-8", nil), ("zh_HK", nil), ("zh-Hant", nil), ("zh-mo", nil), ("de_DE.UTF-8", nil),
      ("C", nil), ("POSIX", nil), ("", nil), ("zhuang", nil), ("english", nil), ("-", nil),
    ] as [(String, Language?)])
  func names(name: String, language: Language?) {
    #expect(Language(named: name) == language)
  }

  @Test("is the first variable's that is set and not empty")
  func environment() {
    let (chinese, english) = ("zh_CN.UTF-8", "en_US.UTF-8")
    func language(_ environment: [String: String]) -> Language {
      Language(environment: environment)
    }
    #expect(language(["LANG": chinese]) == .simplifiedChinese)
    #expect(language(["LC_MESSAGES": english, "LANG": chinese]) == .english)
    #expect(language(["LC_ALL": "", "LC_MESSAGES": "", "LANG": chinese]) == .simplifiedChinese)
    #expect(language(["LC_ALL": chinese, "LC_MESSAGES": english]) == .simplifiedChinese)
    #expect(language(["LC_ALL": "C.UTF-8", "LANG": chinese]) == .english)
    #expect(language(["LC_CTYPE": chinese]) == .english)
    #expect(language([:]) == .english)
  }

  @Test("of a command is English unless something else is decided")
  func spoken() {
    let phrase = Phrase("theory.none")
    #expect(Catalogue.spoken(phrase) == "none")
    #expect(Language.$spoken.withValue(.simplifiedChinese) { Catalogue.spoken(phrase) } == "无")
    #expect(Language.spoken == .english)
  }
}

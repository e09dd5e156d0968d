import Readings
import Screen
import Testing
import Words

@Suite("Every reading")
struct WordTests {
  static let names: [Reading.Name] =
    SampleName.allCases.map(Reading.Name.sample)
    + SpectrumName.allCases.map(Reading.Name.spectrum)
    + LayerName.allCases.map { .layer($0, 100) } + NetworkName.allCases.map(Reading.Name.network)
    + GainName.allCases.map(Reading.Name.gain) + BirthName.allCases.map(Reading.Name.birth)

  @Test("has a word of its own, of small letters")
  func words() {
    let words = Self.names.map(\.word)
    #expect(Set(words).count == words.count)
    for word in words { #expect(word.wholeMatch(of: /[a-z][a-z_]*( 100)?/) != nil, "\(word)") }
    #expect(Reading.Name.layer(.meanSquare, 30).word == "q 30")
  }

  @Test("has a label that fits its table", arguments: names)
  func labels(name: Reading.Name) {
    let label = Catalogue.english(name.label)
    #expect(label != name.label.key && (1...7).contains(TextWidth.columns(of: label)), "\(label)")
  }

  @Test("has a sentence that explains it", arguments: names)
  func explanations(name: Reading.Name) {
    let sentence = Catalogue.english(name.explanation)
    #expect((20...140).contains(sentence.count) && sentence != name.explanation.key, "\(sentence)")
    #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true, "\(sentence)")
  }
}

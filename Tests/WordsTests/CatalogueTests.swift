import Testing
import Words

@Suite("What the program says")
struct CatalogueTests {
  private let catalogue = Catalogue(
    """
    # a comment = no sentence

    bins|one = {count} bin of {width}
    bins = {count} bins of {width}
    label <5> = shape
    accepted = it takes {names}, not '{given}'
    list.and-next = {first}, {next}
    list.or = {first} or {last}
    """, singular: { $0 == 1 })

  @Test("places are filled, and a count chooses the sentence")
  func places() {
    #expect(catalogue(Phrase("bins", count: 1, ["width": "0.5"])) == "1 bin of 0.5")
    #expect(catalogue(Phrase("bins", count: 60, ["width": "0.5"])) == "60 bins of 0.5")
    #expect(
      catalogue(Phrase("bins", count: 4096, ["count": "4 096", "width": "1"]))
        == "4 096 bins of 1")
    #expect(catalogue(.verbatim("256×128")) == "256×128")
  }

  @Test("a place takes words and lists")
  func parts() {
    let label = Phrase.Part.phrase(Phrase("label"))
    func sentence(_ names: Phrase.Part) -> String {
      catalogue(Phrase("accepted", ["names": names, "given": "{names}"]))
    }
    #expect(sentence(label) == "it takes shape, not '{names}'")
    #expect(sentence(.alternatives(["a", "b", "c"])) == "it takes a, b or c, not '{names}'")
    #expect(sentence(.alternatives(["a"])) == "it takes a, not '{names}'")
  }

  @Test("a key knows its places and its columns")
  func keys() {
    #expect(catalogue.places(of: "bins") == ["count", "width"])
    #expect(catalogue.columns(for: "label") == 5)
    #expect(catalogue.places(of: "other") == nil)
    #expect(Set(catalogue.keys).count == 5)
  }
}

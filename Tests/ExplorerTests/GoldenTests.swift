import TestSupport
import Testing

@Suite("Recorded frames")
struct GoldenTests {
  @Test("every panel looks as recorded", arguments: Golden.allCases)
  func golden(_ golden: Golden) throws {
    let sections = try #require(Goldens.recorded.get().sections[golden])
    let file = GoldenFile(
      golden.rawValue, title: golden.title, sections: sections, besides: Goldens.file)
    for problem in try file.problems() { Issue.record(Comment(rawValue: problem)) }
  }

  @Test("there is no recorded file that no test asks for")
  func orphans() throws {
    #expect(
      try GoldenFile.names(besides: Goldens.file) == Set(Golden.allCases.map(\.rawValue)))
  }

  @Test("the panels are apart, within the frame, and all there is but the rule between them")
  func panels() throws {
    #expect(try Goldens.recorded.get().faults.isEmpty)
  }
}

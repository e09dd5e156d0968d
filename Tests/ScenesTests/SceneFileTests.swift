import Scenes
import Testing
import Words

@Suite struct `A file of scenes` {
  private func lines(_ text: String) throws -> [String] {
    try SceneFile(parsing: Array(text.utf8)).scenes.map(\.line)
  }

  @Test func `has a scene a line, comments and blank lines aside`() throws {
    let text = """
      # Why He

      xavier_normal --view propagation   # vanishes
      initscope kaiming_normal --nonlinearity relu --view propagation
        --pin "xavier_normal"
      """
    #expect(
      try lines(text) == [
        "xavier_normal --shape 256,128 --seed 0 --view propagation",
        "kaiming_normal --shape 256,128 --nonlinearity relu --seed 0 --view propagation",
        "kaiming_normal --shape 256,128 --nonlinearity relu --seed 0 --view propagation "
          + "--pin \"xavier_normal --shape 256,128 --seed 0\"",
      ])
  }

  @Test func `may end its lines as on Windows, and begin with a byte order mark`() throws {
    #expect(try lines("\u{FEFF}zeros\r\n\r\nones\r\n").count == 2)
  }

  @Test(
    arguments: [
      ("zeros\nxavier_norml", 2, 1, "Unknown method 'xavier_norml'"),
      ("normal --std 1..2", 1, 14, "--std takes a number or an expression"),
      ("\n  xavier_normal --shape 5 --seed 3", 2, 25, "Fan in and fan out can not be computed"),
      (
        "zeros --seed 3 --view depth", 1, 23,
        "--view accepts distribution, propagation, matrix, layers or tensors"
      ),
      ("normal --std 1 --mode fan_in", 1, 23, "normal takes no --mode"),
      ("zeros --colour red", 1, 7, "Unknown option '--colour'"),
      ("zeros --seed", 1, 7, "Missing value for '--seed"),
      ("zeros --pin 'normal --std x'", 1, 13, "--pin takes a scene in quotes, or none"),
      ("zeros\n\n\tnormal \u{1B}[2J", 3, 9, "the control character U+001B is not accepted"),
      ("# only\n\n", nil, nil, "no line holds a scene"), ("", nil, nil, "no line holds a scene"),
    ] as [(String, Int?, Int?, String)])
  func `names the line and the column of what is wrong`(
    text: String, line: Int?, column: Int?, problem: String
  ) throws {
    let error = try #require(throws: SceneFileError.self) { try lines(text) }
    let place = line.flatMap { line in column.map { "line \(line), column \($0): " } } ?? ""
    #expect(error.description.hasPrefix(place), "\(error)")
    #expect(error.description.dropFirst(place.count).contains(problem), "\(error)")
  }

  @Test func `is refused where it is no text or a line has no end`() throws {
    let bytes = Array("zeros\nnormal ".utf8) + [0xC3, 0x28]
    #expect(throws: SceneFileError.self) { try SceneFile(parsing: bytes) }
    let error = try #require(throws: SceneFileError.self) { try SceneFile(parsing: bytes) }
    #expect(error.description.hasPrefix("line 2, column 8: the bytes are not UTF-8"), "\(error)")
    #expect(throws: SceneFileError.self) {
      try lines("zeros\n" + String(repeating: "a", count: 5000))
    }
  }

  // A try for each of the words would take many minutes.
  @Test(.timeLimit(.minutes(5)), arguments: ["a ", "-- "])
  func `is refused at once where a line is wrong in a thousand words`(word: String) throws {
    let line = "normal " + String(repeating: word, count: 2000 / word.count) + "x"
    let error = try #require(throws: SceneFileError.self) { try lines("zeros\n" + line) }
    #expect(error.description.hasPrefix("line 2, column "), "\(error)")
  }
}

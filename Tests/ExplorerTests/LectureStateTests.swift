import Lectures
import Scenes
import Screen
import TestSupport
import Testing
import Words

@testable import Explorer

/// What a lecture tells those who follow it, and what they make of it, whatever comes.
@Suite struct `A lecture's state as bytes` {
  // Scenes take their time to be read.
  static let lectures = Result {
    (try Lecture(parsing: Array(texts.0.utf8)), try Lecture(parsing: Array(texts.1.utf8)))
  }
  static let texts = (
    `A lecture in the explorer`.text,
    `A lecture in the explorer`.text.replacing("## Two {#two}", with: "## 二 {#two}")
  )

  /// A lecture at its beginning.
  func model() throws -> Model {
    var model = Model()
    model.begin(try Self.lectures.get().0)
    return model
  }

  /// The states of a lecture that is given, played and changed, and the bytes that tell of all of them.
  private func given() throws -> (states: [TimedLectureState], bytes: [[UInt8]]) {
    let model = try model()
    let changed = try Self.lectures.get().1
    let models = [
      model, model.pressing(.pageDown), model.pressing(.pageDown, .character("r")),
      model.pressing(.pageDown, .character("b")), model.updated(by: .reloaded(changed)),
      model.updated(by: .reloaded(changed)).pressing(.pageDown, .pageDown, .pageDown),
    ]
    var states: [TimedLectureState] = []
    var bytes: [[UInt8]] = []
    for (second, model) in models.enumerated() {
      let state = try #require(model.lectureState)
      bytes.append(state.bytes(after: states.last?.state, seconds: second))
      states.append(TimedLectureState(state: state, seconds: second))
    }
    return (states, bytes)
  }

  @Test func `is read as it was told`() throws {
    let (states, bytes) = try given()
    #expect(states.map(\.state.activity) == [.shown, .shown, .played, .blank, .shown, .shown])
    var reader = LectureStateReader()
    for (state, piece) in zip(states, bytes) { #expect(try reader.take(piece) == state) }
    // The text goes once, until it is another one.
    #expect(
      bytes.map { $0.count > Self.texts.0.utf8.count } == [true, false, false, false, true, false])
    let first = String(decoding: bytes[1], as: UTF8.self)
    #expect(first == "at 0 1 shown 1\n")
    let played = String(decoding: bytes[2], as: UTF8.self)
    #expect(played == "at 0 1 played 2 xavier_normal --shape 32,32 --seed 8\n")
  }

  @Test(arguments: [1, 2, 3, 7, 64, 1000])
  func `is read in whatever pieces it comes`(length: Int) throws {
    let (states, bytes) = try given()
    var reader = LectureStateReader()
    var read: [TimedLectureState] = []
    let all = bytes.flatMap(\.self)
    for start in stride(from: 0, to: all.count, by: length) {
      if let state = try reader.take(Array(all[start..<min(all.count, start + length)])) {
        read.append(state)
      }
    }
    #expect(read.last == states.last)
    if length < 64 { #expect(read == states) }
  }

  @Test func `is the newest where more than one has come`() throws {
    let (states, bytes) = try given()
    var reader = LectureStateReader()
    #expect(try reader.take(bytes.flatMap(\.self)) == states.last)
    #expect(try reader.take([]) == nil)
    // A state of a text that is gone means nothing.
    reader = LectureStateReader()
    let text = bytes[4].prefix { $0 != UInt8(ascii: "\n") }.count + 1 + Self.texts.1.utf8.count
    #expect(try reader.take(bytes[0] + bytes[1] + bytes[4].prefix(text)) == nil)
  }

  @Test(arguments: [
    "hello\n", "initscope-notes 2\n", "initscope-notes 1\nat 0 0 shown 0 normal\n",
    "initscope-notes 1\nlecture 0\n", "initscope-notes 1\nlecture -1\n",
    "initscope-notes 1\nlecture 1048577\n", "initscope-notes 1\nlecture 99999999999999999999\n",
    "initscope-notes 1\nlecture\n", "initscope-notes 1\nlecture 5\n# abc",
    "initscope-notes 1\nlecture 3\n\u{1B}[m", "initscope-notes 1\n\u{1B}[2J\n",
    "initscope-notes 1\n\n", "\n",
  ])
  func `is refused where it is something else`(text: String) {
    var reader = LectureStateReader()
    #expect(throws: LectureStateReader.Fault()) { try reader.take(Array(text.utf8)) }
  }

  @Test(arguments: [
    "at 3 0 shown 0 normal", "at 0 2 shown 0 normal", "at -1 0 shown 0 normal",
    "at 0 -1 shown 0 normal", "at 0 0 seen 0 normal", "at 0 0 shown -1 normal",
    "at 0 0 shown 1e3 normal", "at 0 0 shown 99999999999 normal", "at 0 0 shown 0 nonsense",
    "at 0 0 shown 0 normal --std 2 \u{1B}[31m", "at 0 0 shown 0 normal \u{9B}2J",
    "at 0 0 shown 0 \u{202E}normal", "at 0 0 shown 0 ", "at 0 0 shown", "at 0  shown 0 normal",
    "at",
    "at 9223372036854775807 0 shown 0 normal",
  ])
  func `is refused where it is no place of the lecture, or no scene`(line: String) throws {
    let (_, bytes) = try given()
    var reader = LectureStateReader()
    _ = try reader.take(bytes[0])
    #expect(throws: LectureStateReader.Fault()) { try reader.take(Array((line + "\n").utf8)) }
  }

  @Test func `is refused where a line does not end`() throws {
    var reader = LectureStateReader()
    #expect(throws: LectureStateReader.Fault()) {
      for _ in 0..<1000 { _ = try reader.take(Array(repeating: UInt8(ascii: "a"), count: 64)) }
    }
    let (_, bytes) = try given()
    reader = LectureStateReader()
    _ = try reader.take(bytes[0])
    let long = "at 0 0 shown 0 normal" + String(repeating: " ", count: 5000) + "\n"
    #expect(throws: LectureStateReader.Fault()) { try reader.take(Array(long.utf8)) }
  }

  @Test func `is read or refused, whatever is changed in it`() throws {
    let all = try given().bytes.flatMap(\.self)
    var (read, refused) = (0, 0)
    for seed in 0..<120 {
      var random = SplitMix(seed: UInt64(seed))
      var bytes = all
      for _ in 0..<1 + random.below(2) {
        let index = random.below(bytes.count)
        switch random.below(6) {
        case 0: bytes[index] = UInt8(random.below(256))
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(UInt8(random.below(256)), at: index)
        default: bytes[index] = UInt8(0x20 + random.below(0x5F))
        }
      }
      var reader = LectureStateReader()
      do {
        guard let news = try reader.take(bytes) else { continue }
        read += 1
        var notes = NotesModel(following: nil, size: Model().size)
        notes.update(.followed(news.state))
        let text = view(notes).text
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.steersTerminals })
      } catch { refused += 1 }
    }
    #expect(read > 5 && refused > 5, "\(read) \(refused)")
  }

  @Test func `goes with the lecture's scene where another is too long to be typed`() throws {
    let shape = Array(repeating: "1", count: 2000).joined(separator: ",")
    let text = "# T\nid: a\nlang: en\n\n## S {#s}\n> normal --shape \(shape)\n"
    var model = Model()
    model.begin(try Lecture(parsing: Array(text.utf8)))
    let state = try #require(model.pressing(.character("r"), .character("p")).lectureState)
    #expect(state.activity == .played && state.scene.line.utf8.count > Scene.longestLine)
    var reader = LectureStateReader()
    let read = try #require(try reader.take(state.bytes(after: nil, seconds: 5)))
    #expect(read.state.scene == state.beat.scene && read.state.activity == .played)
  }

  @Test func `has clicks for an answer, and nothing else`() throws {
    var reader = LectureClickReader()
    #expect(try reader.take(Array("on\nback\no".utf8)) == [.on, .back])
    #expect(try reader.take(Array("n\n".utf8)) == [.on])
    #expect(try reader.take([]) == [])
    for text in ["off\n", "\n", "on \n", "\u{1B}", "onon", "backk", "q\n"] {
      var reader = LectureClickReader()
      var isRefused = false
      do { _ = try reader.take(Array((text + "....").utf8)) } catch { isRefused = true }
      #expect(isRefused, "\(text)")
    }
    #expect(LectureClick.allCases.flatMap(\.bytes) == Array("on\nback\n".utf8))
    let model = try model()
    #expect(model.updated(by: LectureClick.on.message).lecturing?.place.beat == 1)
    let second = model.pressing(.pageDown)
    #expect(second.updated(by: LectureClick.back.message).lecturing?.place.beat == 0)
  }
}

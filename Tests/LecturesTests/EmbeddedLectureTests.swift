import Foundation
import Lectures
import Resources
import Scenes
import Testing

/// The lectures that the program has.
@Suite struct `The program's lectures` {
  static let ids = [
    "why-he", "sqrt5", "three-frameworks", "which-fan", "tanh-and-gelu", "band", "residual",
    "embedding", "orthogonal", "memory", "seeds", "birth",
  ]
  static let languages = ["en", "zh-Hans"]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Resources/lectures")

  /// All of them, each read once.
  private static let all = Result { try Texts.lectures.map { try Lecture(parsing: $0) } }

  private static func lecture(_ id: String, _ language: String) throws -> Lecture {
    try #require(try all.get().first { $0.id == id && $0.language == language })
  }

  @Test func `are those of the folder, each in every language`() throws {
    var embedded: [String: [UInt8]] = [:]
    for (lecture, bytes) in zip(try Self.all.get(), Texts.lectures) {
      embedded["\(lecture.id).\(lecture.language).lecture"] = bytes
    }
    let names = Self.ids.flatMap { id in Self.languages.map { "\(id).\($0).lecture" } }
    #expect(Set(embedded.keys) == Set(names) && Texts.lectures.count == names.count)
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files.filter { $0.hasSuffix(".lecture") }) == Set(names))
    for (name, bytes) in embedded {
      #expect(Array(try Data(contentsOf: Self.folder.appending(path: name))) == bytes, "\(name)")
    }
  }

  @Test(arguments: ids)
  func `show and claim the same in both languages`(id: String) throws {
    let (english, chinese) = (try Self.lecture(id, "en"), try Self.lecture(id, "zh-Hans"))
    #expect((5...9).contains(english.steps.count))
    #expect(!english.sources.isEmpty && english.sources.count == chinese.sources.count)
    #expect(english.minutes != nil && english.minutes == chinese.minutes)
    #expect(english.title != chinese.title)
    #expect(english.steps.map(\.name) == chinese.steps.map(\.name))
    for (one, other) in zip(english.steps, chinese.steps) {
      let name = Comment(rawValue: "\(id) \(one.name)")
      #expect(one.beats == other.beats, name)
      #expect(one.blocks.map(\.kind) == other.blocks.map(\.kind), name)
      #expect(one.claims.map(\.text) == other.claims.map(\.text), name)
      #expect(one.numbers == other.numbers, name)
      #expect(one.seconds == other.seconds, name)
      #expect(one.notes.isEmpty == other.notes.isEmpty, name)
      #expect(one.title != other.title, name)
    }
  }

  // "No text can disagree with the screen": whatever a step says of its numbers is held by a claim.
  @Test(arguments: ids)
  func `claim something in every step with numbers of its own`(id: String) throws {
    for step in try Self.lecture(id, "en").steps where !step.numbers.isEmpty {
      #expect(!step.claims.isEmpty, "\(id) \(step.name)")
    }
  }
}

extension Lecture.Block {
  /// What it is, and which of its answers are right.
  fileprivate var kind: String {
    switch self {
    case .prose: "prose"
    case .choice(_, let options): options.map { $0.isRight ? "*" : "-" }.joined()
    case .estimate(_, let expression, let factor): "\(expression) within \(factor)"
    }
  }
}

import Foundation
import Screen
import Testing
import Words

/// The sentences of the catalogue beside the places in the sources that say them.
@Suite("Every key of the catalogue")
struct UseTests {
  /// A phrase as a source makes it.
  struct Use: Hashable {
    let key: String
    /// The places it fills; nil where a variable holds them.
    let places: Set<String>?
    let file: String
  }

  static let sources: [(name: String, text: String)] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
      .compactMap { url in
        (try? String(contentsOf: url, encoding: .utf8)).map { (url.lastPathComponent, $0) }
      }
  }()

  /// The phrases that the sources make with a key of their own.
  static let uses: [Use] = sources.flatMap { name, text in
    text.matches(of: /Phrase\(\s*"([^"\\]+)"/).map { match in
      let call = arguments(text[match.range.lowerBound...])
      var places = Set(call.matches(of: /"([a-zA-Z]+)":/).map { String($0.output.1) })
      if call.contains(/[(,]\s*count:/) { places.insert("count") }
      let isWritten = !call.contains(/,\s*places\b/)
      return Use(key: String(match.output.1), places: isWritten ? places : nil, file: name)
    }
  }

  // The text of a call up to its closing parenthesis, without the calls inside of it.
  private static func arguments(_ text: Substring) -> String {
    var (depth, call) = (0, "")
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ")" && !isQuoted {
        depth -= 1
        if depth == 0 { break }
      }
      if depth <= 1 { call.append(character) }
      if character == "(" && !isQuoted { depth += 1 }
    }
    return call
  }

  @Test("is there")
  func known() {
    for use in Self.uses {
      #expect(Catalogue.english.places(of: use.key) != nil, "\(use.key) in \(use.file)")
    }
    #expect(Self.uses.count > 0)
  }

  @Test("is used")
  func used() {
    let keys = Set(Self.uses.map(\.key))
    let own: Set = ["list.and-next", "list.or"]
    // Keys made of a row's name: Phrase("key.\(name).help").
    let families = Self.sources.flatMap { _, text in
      text.matches(of: /Phrase\(\s*"([^"\\]+)\\\([^"()]*\)([^"\\]*)"/).map {
        (start: String($0.output.1), end: String($0.output.2))
      }
    }
    for key in Catalogue.english.keys where !keys.contains(key) && !own.contains(key) {
      #expect(families.contains { key.hasPrefix($0.start) && key.hasSuffix($0.end) }, "\(key)")
    }
  }

  @Test("has the places that are filled, and no others")
  func places() {
    for use in Self.uses {
      guard let places = Catalogue.english.places(of: use.key), let filled = use.places else {
        continue
      }
      #expect(places.isSubset(of: filled), "\(use.key) in \(use.file)")
      #expect(filled.subtracting(["count"]).isSubset(of: places), "\(use.key) in \(use.file)")
    }
  }

  @Test("fits its place")
  func fitting() {
    for key in Catalogue.english.keys {
      guard let columns = Catalogue.english.columns(for: key) else { continue }
      #expect(TextWidth.columns(of: Catalogue.english(Phrase(key))) <= columns, "\(key)")
    }
  }
}

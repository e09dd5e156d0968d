import Foundation
import Testing
import Words

@testable import Explorer
@testable import Screen

@Suite("One table of keys")
struct BindingTests {
  @Test("no key is bound twice")
  func unique() {
    let keys = Binding.table.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test("every binding is shown in the help")
  func shown() throws {
    let text = try model("xavier_uniform").pressing(.character("?")).text(columns: 160, rows: 50)
    for binding in Binding.table {
      #expect(text.contains(Catalogue.english(binding.help)), "\(binding.name)")
      #expect(text.contains(binding.keyText), "\(binding.name)")
    }
  }

  @Test("the front page has the same table")
  func frontPage() throws {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "README.md")
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex(of: "| key | what it does |")) + 2
    let rows = lines[start...].prefix { $0.hasPrefix("|") }
    let expected = Binding.table.map { "| \($0.keyText) | \(Catalogue.english($0.page)) |" }
    #expect(Array(rows) == expected)
  }

  @Test("no action needs a function key")
  func letters() {
    for binding in Binding.table {
      let isReachable = binding.keys.contains { key in
        if case .function = key { false } else { true }
      }
      #expect(isReachable, "\(binding.name)")
    }
  }
}

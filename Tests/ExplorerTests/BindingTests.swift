import Foundation
import Testing

@testable import Explorer
@testable import Screen

@Suite("One table of keys")
struct BindingTests {
  @Test("every action is bound")
  func complete() {
    for action in Action.allCases {
      #expect(Binding.table.contains { $0.action == action }, "\(action)")
    }
  }

  @Test("no key is bound twice")
  func unique() {
    let keys = Binding.table.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test("every binding is shown in the help")
  func shown() throws {
    let text = try model("xavier_uniform").pressing(.character("?")).text(columns: 160, rows: 50)
    var before = Binding.table[0]
    for binding in Binding.table {
      if let help = binding.help {
        #expect(text.contains(help), "\(binding.action)")
        #expect(text.contains(binding.keyText), "\(binding.action)")
        before = binding
      } else {
        #expect(before.keyText.contains(binding.keyText), "\(binding.action)")
      }
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
    let expected = Binding.table.compactMap { binding in
      binding.explanation.map { "| \(binding.keyText) | \($0) |" }
    }
    #expect(Array(rows) == expected)
    #expect(Binding.table.allSatisfy { ($0.help == nil) == ($0.explanation == nil) })
  }

  @Test("no action needs a function key")
  func letters() {
    for binding in Binding.table {
      let isReachable = binding.keys.contains { key in
        if case .function = key { false } else { true }
      }
      #expect(isReachable, "\(binding.action)")
    }
  }
}

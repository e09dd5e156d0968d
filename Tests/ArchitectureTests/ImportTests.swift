import Foundation
import Testing

/// Who imports whom, read from the manifest and the files.
@Suite("The arrows between modules")
struct ImportTests {
  /// A module as the manifest declares it.
  struct Module {
    let name: String
    let dependencies: [String]
    let folder: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The modules in the manifest's order.
  static let modules: [Module] = {
    guard let text = try? String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    else { return [] }
    let start = /\.(?:target|executableTarget|testTarget)\(\s*name: "(\w+)"/
    let declarations = text.matches(of: start)
    return declarations.enumerated().map { index, match in
      let end =
        index + 1 < declarations.count
        ? declarations[index + 1].range.lowerBound : text.endIndex
      let body = text[match.range.upperBound..<end]
      let list = body.firstMatch(of: /dependencies: \[([^\]]*)\]/)?.output.1 ?? ""
      var names = list.matches(of: /"(\w+)"/).map { String($0.output.1) }
      if list.contains("argumentParser") { names.append("ArgumentParser") }
      let name = String(match.output.1)
      let folder = body.firstMatch(of: /path: "([^"]+)"/).map { String($0.output.1) }
      return Module(
        name: name, dependencies: names,
        folder: folder ?? (name.hasSuffix("Tests") ? "Tests/\(name)" : "Sources/\(name)"))
    }
  }()

  static let own = Set(modules.map(\.name))

  /// The modules that the files of a folder import, each with one of the files.
  static func imports(of folder: String) -> [String: String] {
    var imports: [String: String] = [:]
    let files = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    for url in files?.allObjects as? [URL] ?? [] where url.pathExtension == "swift" {
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
      for match in text.matches(
        of: /(?m)^(?:@testable )?(?:(?:package|internal|private) )?import (\w+)$/)
      {
        imports[String(match.output.1)] = url.lastPathComponent
      }
    }
    return imports
  }

  @Test("are those of the manifest, no more and no less", arguments: modules.map(\.name))
  func declared(name: String) throws {
    let module = try #require(Self.modules.first { $0.name == name })
    let known = Self.own.union(["ArgumentParser"])
    let imported = Self.imports(of: module.folder).filter { known.contains($0.key) }
    for (other, file) in imported {
      #expect(module.dependencies.contains(other), "\(file) imports \(other)")
    }
    // Tests depend on programs that they run, too.
    guard module.folder.hasPrefix("Sources") else { return }
    for other in module.dependencies {
      #expect(imported[other] != nil, "\(name) does not import \(other)")
    }
  }

  @Test("all point to what stands above in the manifest")
  func order() {
    var above: Set = ["ArgumentParser"]
    for module in Self.modules {
      for other in module.dependencies where Self.own.contains(other) {
        #expect(above.contains(other), "\(module.name) stands above \(other)")
      }
      above.insert(module.name)
    }
  }

  @Test("leave the command line's parser and curses where they belong")
  func outside() {
    for module in Self.modules where module.folder.hasPrefix("Sources") {
      let names = Self.imports(of: module.folder).keys
      #expect(
        !names.contains("ArgumentParser") || ["Scenes", "Commands"].contains(module.name),
        "\(module.name)")
      #expect(!names.contains("CTerminal") || module.name == "Terminal", "\(module.name)")
    }
  }

  @Test("of what reads tensors name nothing that draws or shows them")
  func reading() {
    let names = Set(Self.imports(of: "Sources/WeightFiles/Reading").keys)
    #expect(names == ["Expressions", "Glibc", "Mathematics", "Memory", "Words"])
  }
}

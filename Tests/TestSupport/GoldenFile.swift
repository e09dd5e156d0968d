import Foundation

/// A file of recorded texts under headings, which a run compares with what the program makes now.
///
/// With `RECORD_SNAPSHOTS=1` it is written anew, and the run fails so that nobody records by accident.
package struct GoldenFile {
  /// A text of a size, in one of several variants: `══ 100x30 braille, block: xavier_uniform`.
  package struct Section: Sendable {
    let size: String
    let variant: String
    let subject: String
    let text: String

    package init(size: String, variant: String, subject: String, text: String) {
      (self.size, self.variant, self.subject) = (size, variant, subject)
      self.text = text.hasSuffix("\n") ? text : text + "\n"
    }

    fileprivate var heading: String { "\(mark)\(size) \(variant): \(subject)" }
  }

  private let file: URL
  private let title: String
  private let sections: [Section]

  /// Names the file `Snapshots/NAME.txt` in the folder above that of a test's support file.
  ///
  /// - Parameter title: what the file shows, its first line.
  package init(_ name: String, title: String, sections: [Section], besides support: String) {
    file = Self.folder(besides: support).appending(path: "\(name).txt")
    self.title = title
    self.sections = sections
  }

  /// The names of the files there are.
  package static func names(besides support: String) throws -> Set<String> {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder(besides: support), includingPropertiesForKeys: nil)
    return Set(files.map { $0.deletingPathExtension().lastPathComponent })
  }

  /// What a test must report: nothing if the file is as it would be recorded.
  package func problems() throws -> [String] {
    let name = file.lastPathComponent
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(text.utf8).write(to: file)
      return ["recorded \(name); run again without RECORD_SNAPSHOTS"]
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    guard recorded != text else { return [] }
    let old = Self.texts(of: recorded)
    let new = Self.texts(of: text)
    var problems = Set(old.keys).subtracting(new.keys).sorted().map {
      "\(name) has a section that no test asks for: \($0)"
    }
    for section in sections where old[section.heading] != new[section.heading] {
      guard let rows = old[section.heading], let now = new[section.heading] else {
        problems.append("\(name) lacks a section: \(section.heading)")
        continue
      }
      var lines = now.count == rows.count ? [] : ["\(now.count) rows, not \(rows.count)"]
      for row in 0..<max(rows.count, now.count) {
        let (before, after) = (rows.dropFirst(row).first ?? "", now.dropFirst(row).first ?? "")
        if before != after { lines += ["row \(row):", String(before), String(after)] }
      }
      problems.append("\(name), \(section.heading)\n\(lines.joined(separator: "\n"))")
    }
    return problems.isEmpty ? ["\(name) is not as it would be recorded"] : problems
  }

  private static func folder(besides support: String) -> URL {
    URL(filePath: support).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Snapshots")
  }

  /// The title, then every text once, under the headings of all that look like it.
  private var text: String {
    var order: [String] = []
    var groups: [String: [Section]] = [:]
    for section in sections {
      if groups[section.text] == nil { order.append(section.text) }
      groups[section.text, default: []].append(section)
    }
    return title + "\n"
      + order.map { "\n" + Self.headings(groups[$0] ?? []) + $0 }.joined()
  }

  // Variants that look alike share a line.
  private static func headings(_ sections: [Section]) -> String {
    var lines: [(size: String, subject: String, variants: [String])] = []
    for section in sections {
      let same = lines.firstIndex { $0.size == section.size && $0.subject == section.subject }
      if let same {
        lines[same].variants.append(section.variant)
      } else {
        lines.append((section.size, section.subject, [section.variant]))
      }
    }
    return lines.map {
      "\(mark)\($0.size) \($0.variants.joined(separator: ", ")): \($0.subject)\n"
    }.joined()
  }

  /// The rows under every single heading.
  private static func texts(of file: String) -> [String: [Substring]] {
    var texts: [String: [Substring]] = [:]
    var headings: [String] = []
    var isText = false
    for line in file.split(separator: "\n", omittingEmptySubsequences: false).dropFirst() {
      if line.hasPrefix(mark) {
        if isText { (headings, isText) = ([], false) }
        headings += single(line)
      } else {
        isText = true
        for heading in headings { texts[heading, default: []].append(line) }
      }
    }
    return texts
  }

  // "══ 100x30 braille, block: eye" as "══ 100x30 braille: eye" and "══ 100x30 block: eye".
  private static func single(_ line: Substring) -> [String] {
    guard let colon = line.firstRange(of: ": ") else { return [String(line)] }
    let words = line[..<colon.lowerBound].split(separator: " ", maxSplits: 2)
    guard words.count == 3 else { return [String(line)] }
    return words[2].split(separator: ", ").map {
      "\(words[0]) \(words[1]) \($0)\(line[colon.lowerBound...])"
    }
  }
}

private let mark = "══ "

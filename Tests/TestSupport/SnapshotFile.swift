import Foundation

/// A recorded text, which a run compares with what the program makes now.
///
/// With `RECORD_SNAPSHOTS=1` it is written anew, and the run fails so that nobody records by accident.
package struct SnapshotFile {
  /// Whether texts are to be written anew.
  package static let isRecording =
    ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

  private let file: URL

  /// Finds `Snapshots/NAME.txt` in the folder above that of a test's support file.
  package init(_ name: String, besides support: String) {
    file = URL(filePath: support)
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Snapshots")
      .appending(path: "\(name).txt")
  }

  /// What a test must report: nothing if the text is the recorded one.
  package func problems(with text: String) throws -> [String] {
    let name = file.lastPathComponent
    if Self.isRecording {
      try Data(text.utf8).write(to: file)
      return ["recorded \(name); run again without RECORD_SNAPSHOTS"]
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let differing = zip(lines, expected).enumerated().filter { $0.element.0 != $0.element.1 }
    return differing.map { row, pair in "\(name), row \(row):\n\(pair.1)\n\(pair.0)" }
      + (lines.count == expected.count
        ? [] : ["\(name) has \(lines.count) rows, not \(expected.count)"])
  }
}

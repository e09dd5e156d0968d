import Foundation
import Screen
import Testing

/// Recorded pictures, as text that can be read in a review.
///
/// With `RECORD_SNAPSHOTS=1` they are written anew, and the run fails so that nobody records by
/// accident.
enum Snapshots {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Snapshots")

  /// The glyphs, their roles and, where there are any, the roles of fills.
  static func expect(
    _ frame: Frame, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var text = frame.text + "\nroles\n" + frame.roles
    if frame.fills.contains(where: { !$0.isWhitespace }) { text += "\nfills\n" + frame.fills }
    let file = folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record(
        "recorded \(name); run again without RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
      return
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == expected.count, "\(name)", sourceLocation: sourceLocation)
    for (row, (line, wanted)) in zip(lines, expected).enumerated() where line != wanted {
      Issue.record("\(name), row \(row):\n\(wanted)\n\(line)", sourceLocation: sourceLocation)
    }
  }
}

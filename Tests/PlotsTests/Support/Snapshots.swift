import Screen
import TestSupport
import Testing

/// Recorded pictures, as text that can be read in a review.
enum Snapshots {
  /// The glyphs, their roles and, where there are any, the roles of fills.
  static func expect(
    _ frame: Frame, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var text = frame.text + "\nroles\n" + frame.roles
    if frame.fills.contains(where: { !$0.isWhitespace }) { text += "\nfills\n" + frame.fills }
    for problem in try SnapshotFile(name, besides: #filePath).problems(with: text) {
      Issue.record(Comment(rawValue: problem), sourceLocation: sourceLocation)
    }
  }
}

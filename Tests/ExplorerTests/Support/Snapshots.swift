import TestSupport
import Testing

/// Recorded screens, as text that can be read in a review.
enum Snapshots {
  static func expect(
    _ text: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for problem in try SnapshotFile(name, besides: #filePath).problems(with: text) {
      Issue.record(Comment(rawValue: problem), sourceLocation: sourceLocation)
    }
  }
}

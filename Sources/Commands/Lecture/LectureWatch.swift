internal import Explorer
private import Glibc
internal import Words

/// Looks whether a lecture's file has been changed while the lecture is given.
final class LectureWatch {
  /// How often it looks.
  static let interval = Duration.milliseconds(500)

  private let path: String
  private var seen: Stamp?

  private struct Stamp: Equatable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
    let node: UInt64
  }

  /// Watches a file that has been read.
  init(_ path: String) {
    self.path = path
    seen = Self.stamp(path)
  }

  /// What has become of the file since it was looked at last; nil where it is as it was.
  func look() -> Message? {
    // An editor may have it away for a moment.
    guard let stamp = Self.stamp(path), stamp != seen else { return nil }
    seen = stamp
    do {
      let opened = try OpenedLecture(path)
      return .reloaded(opened.lecture, opened.files)
    } catch {
      return .notReloaded(.of(error))
    }
  }

  private static func stamp(_ path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Stamp(
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
      size: Int(status.st_size), node: UInt64(status.st_ino))
  }
}

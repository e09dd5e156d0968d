internal import Explorer
private import Glibc
internal import Sockets
internal import Terminal
internal import Words

/// Tells those who follow a lecture how it stands, and hears their clicks; whatever they do, the
/// lecture neither waits for them nor ends with them.
final class LectureAnnouncer {
  private let listener: LocalListener
  private var followers: [Follower] = []
  private let start = ContinuousClock.now

  private static let mostFollowers = 4
  // So few at a time that no flood of clicks keeps a key from being heard.
  private static let mostBytes = 64

  private final class Follower {
    let connection: LocalConnection
    var reader = LectureClickReader()
    /// What it has been told.
    var known: LectureState?

    init(_ connection: LocalConnection) { self.connection = connection }
  }

  /// Begins to listen.
  ///
  /// - Throws: `SocketError` where nobody can follow.
  init(in folder: PrivateFolder, process: Int32) throws(SocketError) {
    try folder.make()
    // Of lectures that ended without a word.
    for name in LectureSocket.names(in: folder) { _ = LocalConnection(to: name, in: folder) }
    listener = try LocalListener(in: folder, name: LectureSocket.name(of: process))
  }

  /// Begins to listen for this program's lecture, or says why nobody can follow it, which keeps no
  /// lecture from being given.
  static func begin() -> (LectureAnnouncer?, Phrase?) {
    do throws(SocketError) {
      return (try LectureAnnouncer(in: .ofLectures, process: getpid()), nil)
    } catch {
      return (nil, error.phrase)
    }
  }

  /// What there is to wait for.
  var files: [AwaitedFile] {
    let canFollow = listener.isOpen && followers.count < Self.mostFollowers
    return (canFollow ? [AwaitedFile(listener.descriptor)] : [])
      + followers.map {
        AwaitedFile($0.connection.descriptor, isWritten: $0.connection.unsentCount > 0)
      }
  }

  /// Takes whoever wants to follow, and the clicks they have made.
  func serve() -> [LectureClick] {
    while followers.count < Self.mostFollowers, let connection = listener.accept() {
      followers.append(Follower(connection))
    }
    var clicks: [LectureClick] = []
    for follower in followers {
      do {
        clicks += try follower.reader.take(follower.connection.read(atMost: Self.mostBytes))
        follower.connection.flush()
      } catch {
        follower.connection.close()
      }
    }
    return clicks
  }

  /// Tells how the lecture stands, if it is news; who is slow is told the newest alone.
  func tell(_ state: LectureState?) {
    guard let state else { return }
    for follower in followers
    where follower.connection.unsentCount == 0 && follower.known != state {
      let seconds = Int(clamping: start.duration(to: .now).components.seconds)
      follower.connection.send(state.bytes(after: follower.known, seconds: seconds))
      follower.known = state
    }
    followers.removeAll { !$0.connection.isOpen }
  }

  /// Leaves all that follow.
  func stop() {
    listener.close()
    for follower in followers { follower.connection.close() }
  }
}

/// The names of lectures' sockets.
enum LectureSocket {
  private static let start = "lecture-"
  private static let end = ".socket"

  /// The name of a program's socket, by its process.
  static func name(of process: Int32) -> String { "\(start)\(process)\(end)" }

  /// The names in a folder, the newest first.
  static func names(in folder: PrivateFolder) -> [String] { folder.names(from: start, to: end) }
}

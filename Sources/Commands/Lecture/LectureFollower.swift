internal import Explorer
internal import Lectures
internal import Sockets
internal import Terminal
internal import Words

/// Follows the newest lecture that is given, or the newest of one name, and waits for the next when it
/// ends.
final class LectureFollower {
  /// How often it looks for a lecture while there is none.
  static let interval = Duration.milliseconds(300)

  private let folder: PrivateFolder
  private let id: String?
  private var connection: LocalConnection?
  private var reader = LectureStateReader()
  /// Whether a lecture is followed; else it looks for one.
  private(set) var isFollowing = false
  // When a program that has said nothing is left.
  private var deadline = ContinuousClock.now
  private var socket = ""
  // Sockets of other lectures, or of programs that say nothing that makes sense.
  private var avoided: [String: ContinuousClock.Instant] = [:]
  // When the lecture began, as far as it has told.
  private var start = ContinuousClock.now
  private var obstacle: Phrase?

  private static let mostBytes = 1 << 16
  private static let patience = Duration.seconds(3)
  // An avoided program may have ended, and another one have its number.
  private static let avoidance = Duration.seconds(30)

  /// Begins to look.
  ///
  /// - Parameter id: the lecture to follow; nil for any.
  init(in folder: PrivateFolder, id: String?) { (self.folder, self.id) = (folder, id) }

  /// What there is to wait for.
  var files: [AwaitedFile] {
    connection.map { [AwaitedFile($0.descriptor, isWritten: $0.unsentCount > 0)] } ?? []
  }

  /// How long the lecture that is followed has been going on.
  var elapsed: Duration? { isFollowing ? start.duration(to: .now) : nil }

  /// The whole seconds of it.
  var elapsedSeconds: Int { Int(clamping: elapsed?.components.seconds ?? 0) }

  /// Sends clicks to the lecture.
  func send(_ clicks: [LectureClick]) {
    guard let connection, connection.unsentCount == 0 else { return }
    connection.send(clicks.flatMap(\.bytes))
  }

  /// Looks for a lecture, or reads what has come of the one that is followed.
  func serve() -> [NotesModel.Message] {
    var messages: [NotesModel.Message] = []
    if connection == nil { messages += look() }
    guard let connection else { return messages }
    do {
      connection.flush()
      let bytes = connection.read(atMost: Self.mostBytes)
      if let news = try reader.take(bytes) {
        guard id == nil || news.state.lecture.id == id else {
          leave(avoiding: true)
          return messages
        }
        // Whole seconds: of what is told the earliest is nearest.
        let told = ContinuousClock.now - .seconds(news.seconds)
        start = isFollowing ? min(start, told) : told
        isFollowing = true
        messages += [.elapsed(seconds: elapsedSeconds), .followed(news.state)]
      }
    } catch {
      messages += isFollowing ? [.ended] : []
      leave(avoiding: true)
      return messages
    }
    if !connection.isOpen {
      messages += isFollowing ? [.ended] : []
      leave(avoiding: false)
    } else if !isFollowing, deadline <= .now {
      leave(avoiding: true)
    }
    return messages
  }

  private func look() -> [NotesModel.Message] {
    avoided = avoided.filter { $0.value > .now }
    var found: Phrase?
    do {
      if try folder.check() {
        for name in LectureSocket.names(in: folder) where avoided[name] == nil {
          guard let connection = LocalConnection(to: name, in: folder) else { continue }
          (self.connection, socket, isFollowing) = (connection, name, false)
          reader = LectureStateReader()
          deadline = .now + Self.patience
          break
        }
      }
    } catch {
      found = error.phrase
    }
    defer { obstacle = found }
    return found == obstacle ? [] : [.obstructed(found)]
  }

  private func leave(avoiding isAvoided: Bool) {
    connection?.close()
    connection = nil
    isFollowing = false
    if isAvoided { avoided[socket] = .now + Self.avoidance }
  }
}

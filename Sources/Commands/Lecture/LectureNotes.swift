internal import ArgumentParser
internal import Explorer
private import FoundationEssentials
private import Glibc
internal import Lectures
internal import Screen
internal import Sockets
internal import Terminal
internal import Words

extension PrivateFolder {
  /// Where lectures and their notes find each other.
  static var ofLectures: PrivateFolder {
    PrivateFolder(named: "initscope", environment: ProcessInfo.processInfo.environment)
  }
}

/// The notes of a lecture that another program gives, on a terminal of their own.
enum LectureNotes {
  /// Follows a lecture until the user leaves.
  ///
  /// - Parameters:
  ///   - name: what the lecture is called on the command line; nil for any.
  ///   - id: the lecture's own name.
  /// - Throws: `SocketError` where others could be heard, `TerminalError`, or a thread's lack.
  static func run(_ name: String?, id: String?, look: LookArguments) throws {
    let locale = Terminal.Locale.adopt()
    try TerminalSession.checkForTerminal()
    let folder = PrivateFolder.ofLectures
    try folder.check()
    let wakeUp = WakeUp()
    // The hall's picture comes first: the same numbers are made there.
    _ = nice(5)
    let workers = try ExplorerWorkers { wakeUp.signal() }
    defer { workers.stop() }
    let session = try TerminalSession()
    let capabilities = look.capabilities(terminalColors: session.colors.rawValue, locale: locale)
    session.ask(capabilities.questions(isUTF8: locale.isUTF8))
    let notes = NotesModel(
      following: name, size: session.size, capabilities: capabilities,
      words: locale.isUTF8 ? .spoken : .english)
    let loop = NotesLoop(
      session: session, workers: workers, follower: LectureFollower(in: folder, id: id))
    let signal = loop.run(notes)
    session.end()
    if let signal { throw ExitCode(128 + signal) }
  }
}

/// The notes at work: what the lecture tells in, frames out.
struct NotesLoop {
  let session: TerminalSession
  let workers: ExplorerWorkers
  let follower: LectureFollower

  // A picture's numbers usually arrive within this time; then both come in one repaint.
  private static let patience = Duration.milliseconds(12)

  /// Runs from a first state until the user leaves.
  ///
  /// - Returns: the signal that ended it, if one did.
  func run(_ first: NotesModel) -> Int32? {
    var notes = first
    var lectures = FollowedLecture()
    var isDirty = true
    var paintDeadline = ContinuousClock.now + Self.patience
    var nextLook: ContinuousClock.Instant? = .now
    var nextSecond: ContinuousClock.Instant?
    func change(_ message: NotesModel.Message) {
      notes.update(message)
      if !isDirty { paintDeadline = .now + Self.patience }
      isDirty = true
    }

    while !notes.isFinished {
      let isReady = session.isReady
      if isDirty && isReady && (notes.isSettled || ContinuousClock.now >= paintDeadline) {
        session.present(view(notes), notes.capabilities)
        isDirty = false
      }
      let deadlines = [isDirty && isReady ? paintDeadline : nil, nextLook, nextSecond]
        .compactMap(\.self)
      let timeout = deadlines.min().map { ContinuousClock.now.duration(to: $0) }
      for event in session.events(timeout: timeout, files: follower.files) {
        switch event {
        case .key(let key): change(.key(key))
        case .interrupt: return SIGINT
        case .resize(let size): change(.resized(size))
        case .redraw: isDirty = true
        case .background(let color): change(.background(color))
        case .columns(let columns, let text):
          if let set = GlyphSet.allCases.first(where: { $0.sample == text }) {
            change(.columns(columns, of: set))
          }
        case .wakeUp:
          for case .found(let slot, let finding) in workers.take() {
            change(.found(slot, finding))
          }
        case .files: for message in follower.serve() { change(lectures.opened(message)) }
        case .quit(let signal): return signal
        }
      }
      if let look = nextLook, ContinuousClock.now >= look {
        for message in follower.serve() { change(lectures.opened(message)) }
        nextLook = nil
      }
      follower.send(notes.takeClicks())
      if follower.isFollowing {
        nextLook = nil
      } else if nextLook == nil {
        nextLook = .now + LectureFollower.interval
      }
      if let second = nextSecond, ContinuousClock.now >= second, follower.isFollowing {
        change(.elapsed(seconds: follower.elapsedSeconds))
      }
      nextSecond = follower.elapsed.map { elapsed in
        .now - elapsed + .seconds(elapsed.components.seconds + 1)
      }
      workers.carryOut(notes.work)
    }
    return nil
  }
}

/// The lecture that is followed, with its files.
struct FollowedLecture {
  private var followed: Lecture?
  private var opened: OpenedLecture?

  /// The same news with the lecture's files open, the program's own or those beside it; without them where
  /// they cannot be.
  mutating func opened(_ message: NotesModel.Message) -> NotesModel.Message {
    guard case .followed(let state, _) = message else { return message }
    if state.lecture != followed {
      followed = state.lecture
      opened = try? OpenedLecture(state.lecture, at: nil)
    }
    guard let opened else { return message }
    return .followed(state.opened(as: opened.lecture, in: opened.files), opened.files)
  }
}

package import Attribution
package import Lectures
internal import Scenes
internal import Screen
private import Words

/// How a lecture stands, as those who follow it are told.
package struct LectureState: Hashable, Sendable {
  /// What is on the screen of a lecture.
  enum Activity: String, Sendable {
    /// The lecture's picture.
    case shown
    /// What is played in between.
    case played
    /// Nothing.
    case blank
  }

  /// The lecture.
  package let lecture: Lecture
  /// Where one is in it.
  let place: Lecturing.Place
  let activity: Activity
  /// The scene on the screen.
  let scene: Scene

  /// The step one is in.
  var step: Lecture.Step { lecture.steps[place.step] }
  /// What the present click shows.
  var beat: Lecture.Beat { step.beats[place.beat] }
}

extension LectureState {
  /// The same with the lecture's files open.
  ///
  /// - Parameters:
  ///   - opened: the lecture with the tensors of files in its scenes.
  ///   - files: the files.
  package func opened(as opened: Lecture, in files: FileShelf) -> LectureState {
    var other = scene
    if scene == beat.scene {
      other = opened.steps[place.step].beats[place.beat].scene
    } else if let tensor = try? files.opened(scene.tensor) {
      other.tensor = tensor
    }
    return LectureState(lecture: opened, place: place, activity: activity, scene: other)
  }
}

extension Model {
  /// How the lecture stands that is given; nil without one.
  package var lectureState: LectureState? {
    lecturing.map { lecturing in
      LectureState(
        lecture: lecturing.lecture, place: lecturing.place,
        activity: lecturing.isTakenOver ? .played : lecturing.isBlank ? .blank : .shown,
        scene: scene)
    }
  }
}

/// A state, and for how long the lecture has been going on, in seconds.
package struct TimedLectureState: Hashable, Sendable {
  /// The state.
  package let state: LectureState
  /// The seconds.
  package let seconds: Int
}

// A lecture's text comes once, behind its length; then the states a line each: step and click from 0,
// what is on the screen, the seconds, and the scene in words where it is not the lecture's.
//
//     initscope-notes 1
//     lecture 3741
//     # Why He for ReLU …
//     at 2 1 shown 754
//     at 2 1 played 760 xavier_normal --shape 512,512 --view propagation --depth 30 --seed 1
extension LectureState {
  /// What a connection begins with.
  fileprivate static let greeting = "initscope-notes 1"
  /// The longest line that means something.
  fileprivate static let longestLine = Scene.longestLine + 64

  /// The bytes that tell of the state.
  ///
  /// - Parameters:
  ///   - known: the state that was told before; nil where nothing was.
  ///   - seconds: how long the lecture has been going on.
  package func bytes(after known: LectureState?, seconds: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    if known == nil { bytes += "\(Self.greeting)\n".utf8 }
    if known?.lecture.text != lecture.text {
      bytes += "lecture \(lecture.text.count)\n".utf8 + lecture.text
    }
    bytes += "at \(place.step) \(place.beat) \(activity.rawValue) \(max(0, seconds))".utf8
    // One that is too long to be typed is left at the lecture's.
    let line = scene == beat.scene ? "" : scene.line
    if !line.isEmpty, line.utf8.count <= Scene.longestLine { bytes += " \(line)".utf8 }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}

/// Reads what a lecture tells, in whatever pieces it comes.
package struct LectureStateReader: Sendable {
  /// Something came that no lecture tells.
  package struct Fault: Error, Hashable, Sendable {}

  private var bytes: [UInt8] = []
  private var isGreeted = false
  private var lecture: Lecture?
  // How long the text is that is coming.
  private var awaited: Int?

  /// A reader that has read nothing.
  package init() {}

  /// Reads on.
  ///
  /// - Returns: the newest state that is whole; nil where none has come.
  /// - Throws: `Fault`; what follows means nothing then.
  package mutating func take(_ piece: [UInt8]) throws(Fault) -> TimedLectureState? {
    bytes += piece
    var newest: ArraySlice<UInt8>?
    var start = 0
    while true {
      if let count = awaited {
        guard bytes.count - start >= count else { break }
        guard let text = try? Lecture(parsing: Array(bytes[start..<start + count])) else {
          throw Fault()
        }
        // A state of the lecture before would be one of this.
        (lecture, awaited, newest) = (text, nil, nil)
        start += count
      }
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
        guard bytes.count - start <= LectureState.longestLine else { throw Fault() }
        break
      }
      let line = bytes[start..<end]
      start = end + 1
      guard line.count <= LectureState.longestLine else { throw Fault() }
      if try !takeHead(line) { newest = line }
    }
    defer { bytes.removeFirst(start) }
    return try newest.map { line throws(Fault) in try state(String(decoding: line, as: UTF8.self)) }
  }

  // Whether the line is no state's.
  private mutating func takeHead(_ line: ArraySlice<UInt8>) throws(Fault) -> Bool {
    guard isGreeted else {
      guard line.elementsEqual(LectureState.greeting.utf8) else { throw Fault() }
      isGreeted = true
      return true
    }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)
    switch words.first {
    case "lecture":
      guard let count = words.last.flatMap({ Int($0) }), (1...Lecture.mostBytes).contains(count)
      else { throw Fault() }
      awaited = count
      return true
    case "at": return false
    default: throw Fault()
    }
  }

  private func state(_ line: String) throws(Fault) -> TimedLectureState {
    let words = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: false)
    guard let lecture, words.count >= 5, let step = Int(words[1]), let beat = Int(words[2]),
      lecture.steps.indices.contains(step), lecture.steps[step].beats.indices.contains(beat),
      let activity = LectureState.Activity(rawValue: String(words[3])),
      let seconds = Int(words[4]), (0...Self.mostSeconds).contains(seconds)
    else { throw Fault() }
    let place = Lecturing.Place(step: step, beat: beat)
    var scene = lecture.steps[step].beats[beat].scene
    if let line = words.dropFirst(5).first {
      guard !line.isEmpty, !line.unicodeScalars.contains(where: \.steersTerminals),
        let played = try? Scene(parsing: String(line))
      else { throw Fault() }
      scene = played
    }
    let state = LectureState(lecture: lecture, place: place, activity: activity, scene: scene)
    return TimedLectureState(state: state, seconds: seconds)
  }

  // More than a year: whatever the clock counts, it has room for it.
  private static let mostSeconds = 1 << 25
}

/// A click that whoever reads the notes makes in the lecture.
package enum LectureClick: String, CaseIterable, Sendable {
  /// To the next click.
  case on
  /// To the one before.
  case back

  /// The key of the lecture that it stands for.
  package var message: Message {
    switch self {
    case .on: .key(.pageDown)
    case .back: .key(.pageUp)
    }
  }

  /// The bytes that tell of it.
  package var bytes: [UInt8] { Array("\(rawValue)\n".utf8) }
}

/// Reads the clicks that come from whoever reads the notes, in whatever pieces they come.
package struct LectureClickReader: Sendable {
  private var bytes: [UInt8] = []

  /// A reader that has read nothing.
  package init() {}

  /// Reads on.
  ///
  /// - Throws: `LectureStateReader.Fault` where something else than clicks comes.
  package mutating func take(
    _ piece: [UInt8]
  ) throws(LectureStateReader.Fault) -> [LectureClick] {
    bytes += piece
    var clicks: [LectureClick] = []
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      guard let click = LectureClick(rawValue: String(decoding: bytes[..<end], as: UTF8.self))
      else { throw LectureStateReader.Fault() }
      clicks.append(click)
      bytes.removeFirst(end + 1)
    }
    let longest = LectureClick.allCases.map(\.rawValue.utf8.count).max() ?? 0
    guard bytes.count <= longest else { throw LectureStateReader.Fault() }
    return clicks
  }
}

package import Attribution
package import Background
internal import Expressions
internal import Lectures
internal import Scenes
package import Screen
package import Words

/// All that a lecture's notes know; they follow the lecture that another program gives.
package struct NotesModel: Sendable {
  /// The screen's size.
  package private(set) var size: Size
  /// How the lecture stands; nil while none is given.
  private(set) var state: LectureState?
  /// How long it has been going on, in seconds.
  private(set) var seconds = 0
  /// The lecture that has ended, and its seconds.
  private(set) var ended: (lecture: Lecture, seconds: Int)?
  /// Why no lecture could be followed.
  private(set) var obstacle: Phrase?
  /// How many lines of the notes are passed over, where they do not fit.
  private(set) var skipped = 0
  /// What the lecture's screen shows, small.
  private(set) var picture: Model
  // The numbers that the lecture has said.
  private var told = ToldNumbers()
  /// The name of the only lecture that is waited for, if it is one.
  let name: String?
  /// The clicks to make in the lecture, which are not yet taken.
  package private(set) var clicks: [LectureClick] = []
  /// Whether the user has asked to leave.
  package private(set) var isFinished = false

  /// What can happen to the notes.
  package enum Message: Sendable {
    /// A key was pressed.
    case key(Key)
    /// The screen has another size.
    case resized(Size)
    /// The terminal has said what colour its background is.
    case background(RGB)
    /// The terminal has said how many columns it gives the sample of a set of glyphs.
    case columns(Int, of: GlyphSet)
    /// The lecture stands so now; with the files that its scenes are of.
    case followed(LectureState, FileShelf = FileShelf())
    /// It has been going on for so many seconds.
    case elapsed(seconds: Int)
    /// It has ended.
    case ended
    /// No lecture can be followed, or nothing is in the way any more.
    case obstructed(Phrase?)
    /// Numbers have arrived, whole or in part, or the reason why there are none.
    case found(Slot, Finding)
  }

  /// Makes the notes' first state.
  ///
  /// - Parameter name: the lecture to wait for; nil for any.
  package init(
    following name: String?, size: Size, capabilities: Capabilities = .plain,
    words: Catalogue = .english
  ) {
    (self.name, self.size) = (name, size)
    picture = Model(size: size, capabilities: capabilities, words: words)
    picture.only = .chart
    fitPicture()
  }

  /// The glyphs, colours and theme in use.
  package var capabilities: Capabilities { picture.capabilities }

  /// The numbers that the screen needs.
  package var work: Work {
    guard let state else { return [:] }
    return state.activity == .played ? picture.work : picture.work(naming: state.step.studies)
  }

  /// Whether nothing more will come for what is shown.
  package var isSettled: Bool {
    work.allSatisfy { slot, job in picture.isAnswered(job, in: slot) }
  }

  /// Takes in a message; no side effects.
  package mutating func update(_ message: Message) {
    switch message {
    case .key(let key): press(key)
    case .resized(let size):
      self.size = size
      fitPicture()
      skipped = min(skipped, mostSkipped)
    case .background(let color): picture.update(.background(color))
    case .columns(let columns, let set): picture.update(.columns(columns, of: set))
    case .followed(let state, let files):
      picture.shelf.add(files)
      let isSame = self.state?.step.notes == state.step.notes
      self.state = state
      if !isSame { skipped = 0 }
      (ended, obstacle) = (nil, nil)
      if picture.scene != state.scene { picture.restore(state.scene) }
      keepNumbers()
    case .elapsed(let seconds): self.seconds = seconds
    case .ended:
      ended = state.map { ($0.lecture, seconds) }
      (state, told) = (nil, ToldNumbers())
    case .obstructed(let obstacle): self.obstacle = obstacle
    case .found(let slot, let finding):
      if picture.work[slot] == nil, work[slot] == finding.job {
        picture.findings[slot] = finding
      } else {
        picture.update(.found(slot, finding))
      }
      keepNumbers()
    }
  }

  /// The value of a number that the lecture names beside a scene: as it is, or as it was there.
  func number(_ name: String, beside scene: Scene?) -> Double? {
    picture.number(name, beside: scene, told: told)
  }

  private mutating func keepNumbers() {
    guard let state, picture.scene == state.beat.scene else { return }
    told.keep(of: state.step, beside: picture.scene) { picture.number($0) }
  }

  /// Takes the clicks to be made in the lecture.
  package mutating func takeClicks() -> [LectureClick] {
    defer { clicks = [] }
    return clicks
  }

  private mutating func press(_ key: Key) {
    switch key {
    case .character("q"), .control("c"): isFinished = true
    case .character("t"), .character("g"): picture.update(.key(key))
    case .down, .character("j"): skipped = min(skipped + 1, mostSkipped)
    case .up, .character("k"): skipped = max(0, skipped - 1)
    default:
      guard state != nil, let name = LectureKey.of(key)?.name,
        let click = LectureClick(rawValue: name)
      else { return }
      clicks.append(click)
    }
  }

  private mutating func fitPicture() {
    guard let size = NotesLayout(size: size)?.picture.size else { return }
    picture.size = size
  }
}

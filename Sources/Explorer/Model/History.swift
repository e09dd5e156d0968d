internal import Scenes

/// What is gone back to: a scene, and where in a file of scenes it was shown.
struct Moment: Equatable, Sendable {
  var scene: Scene
  /// The file's scene shown last, from 0.
  var step: Int
}

/// The scenes that were on the screen, to go back and forth among.
///
/// A change is a step, except that what playing draws is one step however long it plays.
struct History: Sendable {
  private var moments: [Moment]
  // Where the scene on the screen stands among them.
  private var position = 0
  // Whether playing put it there.
  private var isPlayed = false

  /// The most scenes that are kept.
  static let limit = 300

  init(_ first: Moment) { moments = [first] }

  /// The scene on the screen.
  var present: Moment { moments[position] }

  /// Takes in what is on the screen now; what had been undone is forgotten if it is something new.
  mutating func record(_ moment: Moment, isPlaying: Bool) {
    guard moment != present else { return }
    if isPlaying && isPlayed && position + 1 == moments.count {
      moments[position] = moment
      return
    }
    moments.removeSubrange((position + 1)...)
    moments.append(moment)
    if moments.count > Self.limit { moments.removeFirst() }
    position = moments.count - 1
    isPlayed = isPlaying
  }

  /// The scene before, which is the present one from now on; nil at the first.
  mutating func goBack() -> Moment? { go(to: position - 1) }

  /// The scene that was gone back from; nil at the last.
  mutating func goForward() -> Moment? { go(to: position + 1) }

  private mutating func go(to next: Int) -> Moment? {
    guard moments.indices.contains(next) else { return nil }
    position = next
    isPlayed = false
    return present
  }
}

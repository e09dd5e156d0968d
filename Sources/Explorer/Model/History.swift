internal import Scenes

/// The scenes that were on the screen, to go back and forth among.
///
/// A change is a step, except that what playing draws is one step however long it plays.
struct History: Sendable {
  private var scenes: [Scene]
  // Where the scene on the screen stands among them.
  private var position = 0
  // Whether playing put it there.
  private var isPlayed = false

  /// The most scenes that are kept.
  static let limit = 300

  init(_ scene: Scene) { scenes = [scene] }

  /// The scene on the screen.
  var present: Scene { scenes[position] }

  /// Takes in what is on the screen now; what had been undone is forgotten if it is something new.
  mutating func record(_ scene: Scene, isPlaying: Bool) {
    guard scene != present else { return }
    if isPlaying && isPlayed && position + 1 == scenes.count {
      scenes[position] = scene
      return
    }
    scenes.removeSubrange((position + 1)...)
    scenes.append(scene)
    if scenes.count > Self.limit { scenes.removeFirst() }
    position = scenes.count - 1
    isPlayed = isPlaying
  }

  /// The scene before, which is the present one from now on; nil at the first.
  mutating func goBack() -> Scene? { go(to: position - 1) }

  /// The scene that was gone back from; nil at the last.
  mutating func goForward() -> Scene? { go(to: position + 1) }

  private mutating func go(to next: Int) -> Scene? {
    guard scenes.indices.contains(next) else { return nil }
    position = next
    isPlayed = false
    return present
  }
}

internal import Expressions
internal import Lectures
internal import Scenes
internal import Words

/// A lecture being given: where one is in it, and what has been played in between.
package struct Lecturing: Sendable {
  /// A place between two clicks.
  package struct Place: Hashable, Comparable, Sendable {
    /// The step, from 0.
    var step = 0
    /// The click in it, from 0.
    var beat = 0

    package static func < (left: Place, right: Place) -> Bool {
      (left.step, left.beat) < (right.step, right.beat)
    }
  }

  /// The lecture.
  private(set) var lecture: Lecture
  /// Where one is.
  package private(set) var place = Place()
  /// Whether the live program has been taken over from the lecture.
  var isTakenOver = false
  /// What was being played when the lecture went on.
  var played: Scene?
  /// Whether nothing is to be seen, so that all look at who speaks.
  var isBlank = false
  /// The step that the index has under its cursor, while it is open; and digits typed for another.
  var index: (step: Int, digits: String)?

  /// Whether it goes on by itself.
  let isAutomatic: Bool

  // How long a step without a time of its own stands, a click.
  private static let usualSeconds = 8

  /// Begins a lecture.
  init(_ lecture: Lecture, isAutomatic: Bool = false) {
    (self.lecture, self.isAutomatic) = (lecture, isAutomatic)
  }

  /// How long the present click stands where nobody clicks; nil where it stays.
  var duration: Duration? {
    guard isAutomatic, !isTakenOver, !isBlank, index == nil else { return nil }
    let isLast = place.step == lecture.steps.count - 1 && place.beat == step.beats.count - 1
    guard !isLast else { return nil }
    guard let seconds = step.seconds else { return .seconds(Self.usualSeconds) }
    return .milliseconds(seconds * 1000 / step.beats.count)
  }

  /// The minutes that have passed, of how many if the lecture says so.
  func clock(_ minutes: Int) -> Phrase {
    guard let planned = lecture.minutes else {
      return Phrase("lecture.clock", ["minutes": "\(minutes)"])
    }
    return Phrase("lecture.clock.planned", ["minutes": "\(minutes)", "planned": "\(planned)"])
  }

  /// Where it is in words, for chapters of a recording: "3 Thirty layers".
  package var chapter: String { "\(place.step + 1) \(step.title)" }

  /// The step one is in, of how many: "3/9".
  var progress: String { "\(place.step + 1)/\(lecture.steps.count)" }

  /// The step one is in.
  var step: Lecture.Step { lecture.steps[place.step] }

  /// What the present click shows.
  var beat: Lecture.Beat { step.beats[place.beat] }

  /// The numbers that have been said.
  var told = ToldNumbers()

  /// Goes on by a click; false at the end.
  mutating func goOn() -> Bool {
    if place.beat + 1 < step.beats.count {
      place.beat += 1
    } else if place.step + 1 < lecture.steps.count {
      place = Place(step: place.step + 1)
    } else {
      return false
    }
    return true
  }

  /// Goes back by a click; false at the beginning.
  mutating func goBack() -> Bool {
    if place.beat > 0 {
      place.beat -= 1
    } else if place.step > 0 {
      let step = place.step - 1
      place = Place(step: step, beat: lecture.steps[step].beats.count - 1)
    } else {
      return false
    }
    return true
  }

  /// Goes to the beginning of a step, the nearest there is.
  mutating func go(to step: Int) {
    place = Place(step: min(lecture.steps.count - 1, max(0, step)))
  }

  /// Takes another version of the lecture, and stays at the step of the same name, or else number.
  mutating func reload(_ other: Lecture) {
    let index = other.steps.firstIndex { $0.name == step.name } ?? place.step
    let beat = place.beat
    lecture = other
    go(to: index)
    place.beat = min(beat, step.beats.count - 1)
  }
}

/// The numbers that have been said beside each scene: a sentence keeps its own when the scene changes.
struct ToldNumbers: Sendable {
  private var values: [Scene: [String: Double]] = [:]

  /// Keeps those of a step's numbers that are known, as they are beside a scene.
  mutating func keep(
    of step: Lecture.Step, beside scene: Scene, _ number: (String) -> Double?
  ) {
    for variable in step.numbers {
      guard let value = number(variable.name) else { continue }
      values[scene, default: [:]][variable.name] = value
    }
  }

  /// The number of a name as it was beside a scene; nil where it was not known.
  subscript(name: String, scene: Scene) -> Double? { values[scene]?[name] }
}

extension Lecturing {
  /// The blocks that have been said.
  var blocks: ArraySlice<Lecture.Block> { step.blocks.prefix(beat.blockCount) }
}

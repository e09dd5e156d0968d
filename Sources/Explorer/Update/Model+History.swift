internal import Expressions
internal import Initializers
internal import Scenes
internal import Screen
internal import Words

extension Model {
  /// Goes back to the scene before the last change.
  mutating func undo() {
    go(to: history.goBack(), orSay: Phrase("notice.nothing-to-undo")) {
      Phrase("notice.undone", ["change": .phrase($0)])
    }
  }

  /// Makes the change that was undone last once more.
  mutating func redo() {
    go(to: history.goForward(), orSay: Phrase("notice.nothing-to-redo")) {
      Phrase("notice.redone", ["change": .phrase($0)])
    }
  }

  private mutating func go(
    to moment: Moment?, orSay nothing: Phrase, saying done: (Phrase) -> Phrase
  ) {
    guard let moment else {
      notice = .remark(nothing)
      return
    }
    let before = scene
    step = moment.step
    restore(moment.scene)
    notice = SceneChange.phrase(from: before, to: scene).map { .remark(done($0)) }
  }

  /// Shows a scene of the file that is stepped through, as it is there.
  mutating func goToStep(_ next: Int) {
    guard steps.indices.contains(next) else {
      notice = .remark(next < 0 ? Phrase("notice.first-step") : Phrase("notice.last-step"))
      return
    }
    step = next
    restore(steps[next])
  }

  /// Shows a scene that was shown before; PyTorch may refuse it as it did then.
  mutating func restore(_ other: Scene) {
    (isPlaying, growth) = (false, nil)
    if pane == .chart && other.view != scene.view { leaveChart() }
    if other.pin != scene.pin { findings[Slot(.sample, .a)] = nil }
    scene = other
    findRefusal()
    if !fields.contains(field) { field = fields.first ?? .seed }
  }

  /// Takes the letter that a key has asked for.
  mutating func press(_ key: Key, for purpose: MarkPurpose) {
    guard case .character(let letter) = key,
      letter == MarkPurpose.lastPlace && purpose == .going || letter.isASCII && letter.isLetter
    else {
      if key != .escape { notice = .error(Phrase("mark.letters")) }
      return
    }
    switch purpose {
    case .setting:
      marks[letter] = scene
      notice = .remark(
        Phrase("mark.set", ["letter": .text(String(letter)), "scene": .phrase(scene.inShort)]))
    case .going: go(toMark: letter)
    }
  }

  private mutating func go(toMark letter: Character) {
    guard let marked = marks[letter] else {
      notice =
        letter == MarkPurpose.lastPlace
        ? .remark(Phrase("mark.nowhere"))
        : .error(Phrase("mark.unknown", ["letter": .text(String(letter))]))
      return
    }
    let before = scene
    marks[MarkPurpose.lastPlace] = before
    restore(marked)
    notice = SceneChange.phrase(from: before, to: scene).map(Notice.remark)
  }
}

extension Model {
  /// What the footer says while a letter is awaited: the key, what a letter does, and the marks.
  var markPrompt: (sign: String, label: Phrase, marks: Phrase)? {
    guard let awaited else { return nil }
    let marked = marks.filter { $0.key != MarkPurpose.lastPlace }
      .sorted { $0.key < $1.key }.map { mark in
        Phrase(
          "mark.marked", ["letter": .text(String(mark.key)), "scene": .phrase(mark.value.inShort)])
      }
    let list = marked.dropFirst().reduce(marked.first ?? .verbatim("")) { list, next in
      Phrase("remark.two", ["first": .phrase(list), "second": .phrase(next)])
    }
    switch awaited {
    case .setting: return ("m", Phrase("mark.prompt.set"), list)
    case .going where marks.isEmpty: return ("'", Phrase("mark.prompt.none"), list)
    case .going: return ("'", Phrase("mark.prompt.go"), list)
    }
  }
}

/// What a letter is awaited for.
enum MarkPurpose: Equatable, Sendable {
  case setting
  case going

  /// What stands for the scene one has come from, as a letter stands for a mark.
  static let lastPlace: Character = "'"
}

extension Scene {
  /// The scene in few words: "kaiming_normal 256×128 seed 3".
  var inShort: Phrase {
    let subject = ViewEntry.of(view).subject(self)
    if let stored = tensor.stored {
      return Phrase(
        "remark.two",
        ["first": .text("\(stored.shownName) \(subject)"), "second": .phrase(tensor.origin)])
    }
    return seed.phrase(after: "\(initializer.name) \(subject)")
  }
}

extension Tensor {
  /// What decides its weights: the seed, or the file that has them.
  var origin: Phrase {
    guard let stored else { return seed.phrase }
    return .verbatim(stored.file.withoutFolders.shown)
  }
}

extension Seed {
  /// The seed by its name: "seed 3".
  var phrase: Phrase { Phrase("scene.seed", ["seed": "\(self)"]) }

  /// The same behind what else is said of a scene.
  func phrase(after text: String) -> Phrase {
    Phrase("scene.and-seed", ["scene": .text(text), "seed": .phrase(phrase)])
  }
}

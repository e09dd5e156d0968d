package import Attribution
package import Background
internal import Initializers
package import Lectures
internal import Measurements
package import Scenes
package import Screen
package import WeightFiles
package import Words

/// What can happen to the explorer.
package enum Message: Sendable {
  /// A key was pressed.
  case key(Key)
  /// The screen has another size.
  case resized(Size)
  /// The terminal has said what colour its background is.
  case background(RGB)
  /// The terminal has said how many columns it gives the sample of a set of glyphs.
  case columns(Int, of: GlyphSet)
  /// Time for the next seed while playing.
  case tick
  /// A lecture has been going on for so long.
  case elapsed(minutes: Int)
  /// The lecture's file has been changed; with the files that its scenes are of.
  case reloaded(Lecture, FileShelf = FileShelf())
  /// It has been changed to what is no lecture.
  case notReloaded(Phrase)
  /// Time for the next click of a lecture that goes on by itself.
  case click
  /// Time for what lingers of the last picture to fade by a step.
  case fade
  /// Numbers have arrived, whole or in part, or the reason why there are none.
  case found(Slot, Finding)
  /// So much of a file is written.
  case saving(percent: Int)
  /// A file that was to be written is there, or will not be.
  case saved(path: String, SaveOutcome)
  /// A file of tensors is open, for the scene that asked for it.
  case opened(TensorFile, for: Scene)
  /// It cannot be opened.
  case notOpened(Phrase)

  fileprivate var isTick: Bool { if case .tick = self { true } else { false } }
}

extension Model {
  /// Takes in a message; no side effects.
  package mutating func update(_ message: Message) {
    takeIn(message)
    noticeTakeover()
    history.record(Moment(scene: scene, step: step), isPlaying: message.isTick)
  }

  private mutating func takeIn(_ message: Message) {
    switch message {
    case .key(let key):
      let before = self
      if !pressLecturing(key) { press(key) }
      keepGhost(of: before)
    case .fade:
      ghost = ghost.flatMap { $0.isFading ? nil : Ghost(finding: $0.finding, isFading: true) }
    case .resized(let size): self.size = size
    case .background(let color): capabilities.fit(to: color)
    case .columns(let columns, let set): take(columns, of: set)
    case .tick: tick()
    case .elapsed(let minutes): elapsedMinutes = minutes
    case .reloaded(let lecture, let files): reload(lecture, files)
    case .notReloaded(let problem): notice = .error(problem)
    case .click: if isLecturing { goOnLecturing() }
    case .found(let slot, let finding):
      // Numbers of a scene that was left meanwhile would only make the picture jump back.
      guard finding.job == work[slot] else { return }
      if case .failure(let error as InitializerError) = finding.result {
        takeFailure(error, of: slot.side)
      } else {
        findings[slot] = finding
        if slot.study == .survey { takeSurvey(finding) }
        if slot.study == .birth { takeBirth(finding) }
        if slot == Slot(.sample, .b), let sample: Measurement = finding.report() {
          sum?.add(sample)
        }
        keepNumbersTold()
      }
    case .saving(let percent): takeProgress(percent)
    case .saved(let path, let outcome): takeSaved(path, outcome)
    case .opened(let file, let asked): take(file, for: asked)
    case .notOpened(let reason): notice = .error(reason)
    }
  }

  /// Whether something of the last picture lingers, to fade in two steps.
  package var isFading: Bool { ghost != nil }

  // A line that changes is kept for a moment, so that what the key did is seen.
  private mutating func keepGhost(of before: Model) {
    guard before.scene.view == scene.view, !isPlaying else { return ghost = nil }
    let slot = Slot(viewEntry.study, .b)
    let isSame = before.scene.tensor == scene.tensor && before.scene.network == scene.network
    guard !isSame, let finding = before.findings[slot], finding.isComplete,
      finding.job == before.work[slot]
    else { return }
    ghost = Ghost(finding: finding)
  }

  // Like a scene that PyTorch refuses; a pinned one is let go of.
  private mutating func takeFailure(_ error: InitializerError, of side: Side) {
    switch side {
    case .a:
      notice = .error(Phrase("notice.pinned-failed", ["reason": .phrase(.of(error))]))
      scene.pin = nil
    case .b: refusal = error
    }
  }

  private mutating func press(_ key: Key) {
    if case .mouse(let action, let column, let row) = key {
      press(action, column: column, row: row)
    } else if case .paste(let text) = key, entry == nil || overlay != nil {
      beginWithPaste(text)
    } else if overlay != nil {
      pressOverOverlay(key)
    } else if entry != nil {
      pressInEntry(key)
    } else if let purpose = awaited {
      (awaited, notice) = (nil, nil)
      press(key, for: purpose)
    } else if let (binding, action) = Binding.of(key) {
      notice = nil
      perform(action, of: binding)
    } else if key == .escape {
      notice = nil
      (isPlaying, growth) = (false, nil)
      isPresenting = false
      if pane == .chart { leaveChart() }
    } else if let sign = key.sign {
      notice = .remark(Phrase("notice.no-meaning", ["key": .text(sign)]))
    }
  }

  private mutating func pressOverOverlay(_ key: Key) {
    if turnPage(key) { return }
    let covering = overlay
    overlay = nil
    // The key that opened the help also closes it, after a second part; q leaves the overlay, not
    // the program.
    guard let (binding, action) = Binding.of(key) else { return }
    if covering == .keys && binding.opensHelp {
      overlay = .glossary
    } else if !binding.closesOverlays {
      perform(action, of: binding)
    }
  }

  private mutating func perform(_ action: (inout Model) -> Void, of binding: Binding) {
    if let view = binding.view, view != scene.view {
      notice = .remark(Phrase("notice.other-view", ["key": "\(ViewEntry.of(view).key)"]))
    } else {
      action(&self)
      // What lies over the view needs the room of one.
      let least = Layout.minimum(isPresenting: false)
      if overlay != nil, isPresenting, size.columns < least.columns || size.rows < least.rows {
        overlay = nil
        notice = .remark(Phrase("notice.no-room", ["size": "\(least.columns)×\(least.rows)"]))
      }
    }
  }

  /// Goes up or down in what the arrows move in.
  mutating func moveRow(by distance: Int) {
    switch pane {
    case .chart where scene.view == .distribution: switchPanel(by: distance)
    case .methods, .chart: selectMethod { $0 + distance }
    case .form: selectField { $0 + distance }
    }
  }

  /// Goes far in what the arrows move in: to an end, or a page on.
  ///
  /// The keys for pages step through a file of scenes while there is one.
  mutating func moveFar(_ reach: Reach) {
    if !steps.isEmpty && (reach == .pageUp || reach == .pageDown) {
      goToStep(reach == .pageUp ? step - 1 : step + 1)
      return
    }
    switch pane {
    case .chart:
      guard let place = crosshairPlace else { return }
      moveCrosshair(to: reach.index(from: place.index, of: place.count, page: place.count / 4))
    case .methods:
      let list = scene.view == .tensors ? layout?.main : layout?.methods
      let page = (list?.rows ?? 6) - 2
      let count = listCount
      selectMethod { reach.index(from: $0, of: count, page: page) }
    case .form:
      let (count, page) = (fields.count, (layout?.form?.rows ?? 6) - 2)
      selectField { reach.index(from: $0, of: count, page: page) }
    }
  }

  private mutating func selectMethod(_ next: (Int) -> Int) {
    if scene.view == .tensors { return selectTensor(next) }
    if scene.view == .layers {
      let kinds = LayerKind.allCases
      let index = next(kinds.firstIndex(of: scene.layerCall.kind) ?? 0)
      return select(kinds[min(kinds.count - 1, max(0, index))])
    }
    let methods = methods
    let index = next(methods.firstIndex(of: scene.initializer.method) ?? 0)
    select(methods[min(methods.count - 1, max(0, index))])
  }

  private mutating func selectField(_ next: (Int) -> Int) {
    let index = next(fields.firstIndex(of: field) ?? 0)
    field = fields[min(fields.count - 1, max(0, index))]
  }

  mutating func select(_ method: Initializers.Method) {
    remembered[scene.initializer.method] = scene.initializer
    scene.initializer = initializer(for: method)
    if !fields.contains(field) { field = firstField }
    // The shape may be one that this method refuses; then the picture gives way to the reason.
    findRefusal()
  }

  // Of methods with the same parameters only the law changes; otherwise what was there before.
  private func initializer(for method: Initializers.Method) -> Initializer {
    let present = scene.initializer
    var initializer = Initializer(method, of: present.framework)
    guard initializer.parameters == present.parameters else {
      let before = remembered[method]
      return before?.framework == initializer.framework ? before ?? initializer : initializer
    }
    for parameter in present.parameters { initializer[parameter] = present[parameter] }
    return initializer
  }
}

extension Key {
  /// What a keyboard calls a key that is no place to go; nil for the others.
  fileprivate var sign: String? {
    switch self {
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .function(let number): "F\(number)"
    default: nil
    }
  }
}

/// How far the keys go that go further than the arrows.
enum Reach: Sendable {
  case first
  case last
  case pageUp
  case pageDown

  /// Where it leads from one of so many places.
  func index(from index: Int, of count: Int, page: Int) -> Int {
    let page = max(1, page)
    return switch self {
    case .first: 0
    case .last: count - 1
    case .pageUp: max(0, index - page)
    case .pageDown: min(count - 1, index + page)
    }
  }
}

internal import Initializers
internal import Networks
internal import Scenes
internal import Screen
internal import Words

extension Model {
  /// Takes a scene over if PyTorch accepts it; otherwise says why and changes nothing.
  mutating func adopt(_ asked: Scene) {
    var changed = asked
    if scene.tensor.stored != nil, changed.tensor.stored == nil,
      changed.tensor.shape == scene.tensor.shape
    {
      // Another law beside the same weights.
      changed.tensor = scene.tensor.compared(with: changed.tensor)
    }
    do {
      _ = try changed.recipe()
      if changed.pinned != scene.pinned { findings[Slot(.sample, .a)] = nil }
      scene = changed
      refusal = nil
      if !fields.contains(field) { field = firstField }
    } catch {
      notice = .error(.of(error))
    }
  }

  mutating func beginTyping() {
    guard viewEntry.hasLists else { return show(.distribution) }
    guard pane == .form else {
      pane = .form
      notice = .remark(Phrase("notice.form"))
      return
    }
    entry = Entry(.value(field), text: field.text(scene), isProposed: true)
  }

  mutating func pressInEntry(_ key: Key) {
    switch key {
    case .escape, .control("c"): entry = nil
    case .enter: submitEntry()
    case .tab where entry?.purpose.isName == true: switchEnding()
    case .backspace: entry?.deleteBackward()
    case .tab: completeEntry(by: 1)
    case .backTab: completeEntry(by: -1)
    case .up: recallLine(by: -1)
    case .down: recallLine(by: 1)
    case .delete: entry?.deleteForward()
    case .control("u"): entry?.clear()
    case .left: entry?.moveCursor(by: -1)
    case .right: entry?.moveCursor(by: 1)
    case .home, .control("a"): entry?.moveCursor(by: .min / 2)
    case .end, .control("e"): entry?.moveCursor(by: .max / 2)
    case .character(let character): entry?.insert(character)
    case .paste(let text): entry?.paste(text)
    case .alt("b"): entry?.moveToPreviousWord()
    case .alt("f"): entry?.moveToNextWord()
    case .alt("d"): entry?.deleteWordForward()
    case .alt("\u{7F}"), .control("w"): entry?.deleteWordBackward()
    default: break
    }
  }

  /// Puts text that was pasted where nothing is typed before the user's eyes, as a scene.
  mutating func beginWithPaste(_ text: String) {
    var entry = Entry(.scene, text: "")
    entry.paste(text)
    guard !entry.text.isEmpty || entry.complaint != nil else { return }
    (self.entry, overlay, awaited, notice) = (entry, nil, nil, nil)
  }

  private mutating func completeEntry(by distance: Int) {
    switch entry?.purpose {
    case .scene:
      let scene = scene
      entry?.complete(by: distance) { head in
        let completion = Completion(of: head, changing: scene)
        return (completion.start, completion.candidates)
      }
    case .value(let field):
      entry?.complete(by: distance) { head in
        (0, field.choices.filter { $0.hasPrefix(head) })
      }
    // A file's name has its endings instead.
    case .save, .replace, .find, nil: break
    }
  }

  private mutating func recallLine(by distance: Int) {
    if entry?.purpose == .scene { entry?.recall(by: distance, of: lines) }
  }

  // A line that was refused is kept, too: to be put right.
  private mutating func keep(_ line: String) {
    guard line.contains(where: { !$0.isWhitespace }), line != lines.last else { return }
    lines.append(line)
    if lines.count > Self.mostLines { lines.removeFirst() }
  }

  private static let mostLines = 100

  private mutating func submitEntry() {
    guard let text = entry?.text, let purpose = entry?.purpose else { return }
    if purpose == .scene { keep(text) }
    do {
      var changed = scene
      switch purpose {
      case .scene: changed = try Scene(parsing: text, changing: scene, keepsView: true)
      case .value(let field): try field.set(&changed, text)
      case .save, .replace: return save(as: text)
      case .find:
        find(text)
        entry = nil
        return
      }
      _ = try changed.recipe()
      if purpose == .scene { adoptOpened(changed) } else { adopt(changed) }
      entry = nil
      if purpose == .scene {
        let notes = changed.tensor.framework == .pyTorch ? Scene.notes(on: text) : []
        notice = notes.first.map(Notice.remark)
      }
    } catch {
      entry?.complaint = (error as? InitializerError)?.advised(for: scene.tensor) ?? .of(error)
    }
  }

  /// Puts a field's default back.
  mutating func resetField() {
    guard pane == .form else {
      notice = .remark(Phrase("notice.no-field"))
      return
    }
    var changed = scene
    field.reset(&changed)
    guard changed != scene else {
      notice = .remark(Phrase("notice.is-default", ["name": .text(field.label)]))
      return
    }
    adopt(changed)
  }

  /// Goes a step up or down in a field, or moves the crosshair.
  mutating func step(_ stride: Stride, up: Bool) {
    switch pane {
    case .chart: moveCrosshair(by: (up ? 1 : -1) * (stride == .coarse ? 1 : 10))
    case .form: step(field, stride, up: up)
    case .methods: pane = .form
    }
  }

  /// Doubles or halves what the tensor connects; in a network its width is what its layers connect.
  mutating func resize(up: Bool) {
    if !refusesDrawing() { step(viewEntry.sizeField, .coarse, up: up) }
  }

  private mutating func step(_ field: Field, _ stride: Stride, up: Bool) {
    do {
      var changed = scene
      try field.step(&changed, stride, up)
      guard changed != scene else {
        notice = .remark(Phrase("notice.no-further", ["name": .text(field.label)]))
        return
      }
      adopt(changed)
    } catch {
      notice = .error(.of(error))
    }
  }
}

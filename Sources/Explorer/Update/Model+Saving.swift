internal import Expressions
internal import Initializers
internal import Scenes
internal import Screen
internal import Words

extension Model {
  /// Asks under which name to save what is on the screen.
  mutating func beginSaving() {
    entry = Entry(.save, text: "\(scene.initializer.name).\(SaveFormat.svg.rawValue)")
  }

  /// Has a file written under the name typed; a file of that name only when it was asked for twice.
  mutating func save(as path: String) {
    guard let format = SaveFormat(endingOf: path) else {
      entry?.complaint = Phrase("save.ending", ["endings": SaveFormat.endings])
      return
    }
    if let fileBeingSaved {
      entry?.complaint = Phrase("save.busy", ["path": .text(fileBeingSaved)])
      return
    }
    let replaces = entry?.purpose == .replace(path)
    (entry, notice) = (nil, nil)
    effects.append(.save(Saving(path: path, format: format, replaces: replaces, screen: self)))
    fileBeingSaved = path
    notice = .remark(Phrase("save.writing", ["path": .text(path)]))
  }

  /// Says what has become of a file; the prompt comes back where another name may help.
  mutating func takeSaved(_ path: String, _ outcome: SaveOutcome) {
    fileBeingSaved = nil
    switch outcome {
    case .written(let bytes):
      notice = .remark(
        Phrase("save.written", count: bytes, ["path": .text(path)]))
    case .exists:
      entry = Entry(.replace(path), text: path)
      entry?.complaint = Phrase("save.exists", ["path": .text(path)])
    case .refused(let reason):
      entry = Entry(.save, text: path)
      entry?.complaint = reason
    case .failed(let reason): notice = .error(reason)
    }
  }

  /// Puts the next ending in place of the one typed.
  mutating func switchEnding() {
    guard let entry, let ending = entry.text.fileEnding else { return }
    let next = SaveFormat(endingOf: entry.text)?.next ?? .svg
    self.entry = Entry(.save, text: entry.text.dropLast(ending.count) + next.rawValue)
  }
}

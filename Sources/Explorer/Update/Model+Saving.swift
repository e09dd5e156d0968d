internal import Expressions
internal import Initializers
internal import Scenes
internal import Screen
internal import Words

extension Model {
  /// Asks under which name to save what is on the screen.
  mutating func beginSaving() {
    entry = Entry(
      .save, text: "\(scene.initializer.name).\(SaveFormat.svg.rawValue)", isProposed: true)
  }

  /// Has a file written under the name typed; a file of that name only when it was asked for twice.
  mutating func save(as path: String) {
    guard let format = SaveFormat(endingOf: path) else {
      entry?.complaint = Phrase("save.ending", ["endings": SaveFormat.endings])
      return
    }
    if let fileBeingSaved {
      entry?.complaint = Phrase("save.busy", ["path": .text(fileBeingSaved.path)])
      return
    }
    let replaces = entry?.purpose == .replace(path)
    (entry, notice, ghost) = (nil, nil, nil)
    effects.append(.save(Saving(path: path, format: format, replaces: replaces, screen: self)))
    let file = FileBeingSaved(path: path)
    (fileBeingSaved, notice) = (file, file.notice)
  }

  /// Says how much of a file is written, where a key has not taken that away.
  mutating func takeProgress(_ percent: Int) {
    guard let fileBeingSaved, notice == fileBeingSaved.notice else { return }
    self.fileBeingSaved?.percent = percent
    notice = self.fileBeingSaved?.notice
  }

  /// Says what has become of a file; the prompt comes back where another name may help.
  mutating func takeSaved(_ path: String, _ outcome: SaveOutcome) {
    fileBeingSaved = nil
    switch outcome {
    case .written(let bytes):
      notice = .remark(
        Phrase("save.written", ["path": .text(path), "size": .text(Numeral.bytes(bytes))]))
    case .exists: ask(again: .replace(path), path, Phrase("save.exists", ["path": .text(path)]))
    case .refused(let reason): ask(again: .save, path, reason)
    case .failed(let reason): notice = .error(reason)
    }
  }

  // Not in the midst of something else.
  private mutating func ask(again purpose: Entry.Purpose, _ path: String, _ reason: Phrase) {
    guard entry == nil, overlay == nil else {
      notice = .error(reason)
      return
    }
    notice = nil
    entry = Entry(purpose, text: path)
    entry?.complaint = reason
  }

  /// Leaves; where a file is being written, only when asked twice.
  mutating func leave() {
    guard let file = fileBeingSaved, !file.isGivenUp else {
      isFinished = true
      return
    }
    fileBeingSaved?.isGivenUp = true
    notice = .error(Phrase("save.leaving", ["path": .text(file.path)]))
  }

  /// Puts the next ending in place of the one typed.
  mutating func switchEnding() {
    guard let entry, let ending = entry.text.fileEnding else { return }
    let next = SaveFormat(endingOf: entry.text)?.next ?? .svg
    self.entry = Entry(
      .save, text: entry.text.dropLast(ending.count) + next.rawValue, isProposed: entry.isSelected)
  }
}

/// A file that is being written.
struct FileBeingSaved: Sendable {
  /// Its name.
  let path: String
  /// How much of it is written, where that is known.
  var percent: Int?
  /// Whether it is given up should the user leave.
  var isGivenUp = false

  /// What is said of it.
  var notice: Notice {
    .remark(
      percent.map {
        Phrase("save.progress", ["path": .text(path), "percent": "\($0)"])
      } ?? Phrase("save.writing", ["path": .text(path)]))
  }
}

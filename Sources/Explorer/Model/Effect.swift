internal import Expressions
package import Scenes
package import Screen
package import Words

/// What the explorer, which has no side effects, asks of the world around it.
package enum Effect: Sendable {
  /// A file is to be written; `Message.saved` tells what has become of it.
  case save(Saving)
  /// Text is to go to the clipboard.
  case copy(String, Clipboard)
  /// A file of tensors is to be opened, for a scene that names it; `Message.opened` tells what came of it.
  case open(path: String, for: Scene)
  /// The terminal is to report the mouse, or to keep it to itself.
  case mouse(isOn: Bool)
}

extension Model {
  /// Takes what is asked for, so that it is carried out once.
  package mutating func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }
}

/// What is to be saved, and where.
package struct Saving: Sendable {
  /// The file's name as it was typed.
  package let path: String
  /// What is written of the scene.
  package let format: SaveFormat
  /// Whether a file of that name may be replaced.
  package let replaces: Bool
  /// What is on the screen, without what was being typed.
  package let screen: Model
}

/// What is written of a scene, by the ending of the file's name.
package enum SaveFormat: String, CaseIterable, Sendable {
  /// The screen as a picture of shapes and text.
  case svg
  /// The screen as a picture of pixels.
  case png
  /// The screen as plain text.
  case txt
  /// The screen as text with colours.
  case ansi
  /// What the screen shows, a labelled value a line.
  case words
  /// The scene's numbers.
  case json
  /// The weights.
  case npy
  /// The scene's line.
  case scene

  /// The format that the ending of a file's name stands for, in capitals too; nil for another one.
  init?(endingOf path: String) {
    guard let ending = path.fileEnding else { return nil }
    self.init(rawValue: ending.lowercased())
  }

  /// The endings as a sentence lists them.
  static var endings: Phrase.Part { .alternatives(allCases.map { ".\($0.rawValue)" }) }

  /// The next format, the first after the last.
  var next: SaveFormat {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }
}

/// What has become of a file that was to be written.
package enum SaveOutcome: Equatable, Sendable {
  /// It is there, with so many bytes.
  case written(bytes: Int)
  /// Nothing was begun, for there is one of that name.
  case exists
  /// Nothing was begun, for the reason given.
  case refused(Phrase)
  /// It could not be written to its end.
  case failed(Phrase)
}

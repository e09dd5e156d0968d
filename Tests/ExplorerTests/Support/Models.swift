import Background
import Initializers
import Scenes
import Screen
import Words

@testable import Explorer

/// A model that shows a scene with all its numbers.
func model(_ line: String) throws -> Model {
  try Model(scene: try Scene(parsing: line)).measured()
}

extension Model {
  /// The model after a message.
  func updated(by message: Message) -> Model {
    var model = self
    model.update(message)
    return model
  }

  /// What is asked for in a place.
  func request<Wanted: Request>(_ study: Study, _ side: Side) -> Wanted? {
    work[Slot(study, side)]?.request as? Wanted
  }

  /// The model after some keys.
  func pressing(_ keys: Key...) -> Model {
    keys.reduce(self) { model, key in model.updated(by: .key(key)) }
  }

  /// The model after typing text, character by character.
  func typing(_ text: String) -> Model {
    text.reduce(self) { model, character in model.updated(by: .key(.character(character))) }
  }

  /// The model with the numbers of its scene.
  func measured() throws -> Model {
    var model = self
    try model.finishWork()
    return model
  }

  /// The model on a screen of another size or with other glyphs.
  func on(_ size: Size, glyphs: GlyphSet = .braille) -> Model {
    var model = updated(by: .resized(size))
    model.capabilities.glyphs = glyphs
    return model
  }

  /// What the screen shows.
  func text(columns: Int = 100, rows: Int = 30, glyphs: GlyphSet = .braille) -> String {
    view(on(Size(columns: columns, rows: rows), glyphs: glyphs)).text
  }
}

extension Finding {
  /// What has come of a request.
  init(_ request: some Request, _ report: some Report) {
    self.init(job: Job(request), result: .success(report))
  }
}

extension Phrase {
  /// The English words.
  var english: String { Catalogue.english(self) }
}

extension Notice {
  /// The English sentence.
  var sentence: String {
    switch self {
    case .error(let phrase), .remark(let phrase): phrase.english
    }
  }
}

extension Lettering {
  /// English in one glyph set.
  init(_ glyphs: GlyphSet) { self.init(glyphs: glyphs, words: .english) }
}

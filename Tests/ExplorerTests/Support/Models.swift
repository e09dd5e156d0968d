import Explorer
import Initializers
import Scenes
import Screen

/// A model that shows a scene with all its numbers.
func model(_ line: String) throws -> Model {
  try Model(scene: try Scene(parsing: line)).measured()
}

extension Model {
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

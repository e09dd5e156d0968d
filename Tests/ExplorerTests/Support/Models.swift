import Explorer
import Measurements
import Scenes
import Screen

/// A model that shows a scene with all its numbers.
func model(_ line: String) throws -> Model {
  let scene = try Scene(parsing: line)
  return Model(scene: scene).updated(by: .measured(try Measurement(of: scene)))
}

extension Model {
  /// The model after some keys, each with its numbers if the scene changed.
  func pressing(_ keys: Key...) -> Model {
    keys.reduce(self) { model, key in model.updated(by: .key(key)) }
  }

  /// The model after typing text, character by character.
  func typing(_ text: String) -> Model {
    text.reduce(self) { model, character in model.updated(by: .key(.character(character))) }
  }

  /// The model with the numbers of its scene.
  func measured() throws -> Model {
    updated(by: .measured(try Measurement(of: scene)))
  }

  /// What the screen shows.
  func text(columns: Int = 100, rows: Int = 30, glyphs: GlyphSet = .braille) -> String {
    view(self, size: Size(columns: columns, rows: rows), glyphs: glyphs).text
  }
}

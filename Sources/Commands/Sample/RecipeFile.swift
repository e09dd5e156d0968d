internal import Scenes
internal import WeightFiles
internal import Words

/// A model's recipe as a file.
enum RecipeFile {
  /// Reads a recipe; `-` is standard input.
  ///
  /// - Throws: `InputFileError`.
  static func read(_ path: String) throws(InputFileError) -> ModelRecipe {
    let bytes = try InputFile.bytes(of: path)
    do { return try ModelRecipe(parsing: bytes) } catch { throw .invalid(path, error.phrase) }
  }
}

/// A format for one tensor where a recipe has several.
struct RecipeFormatError: Error, Hashable, Worded {
  let format: WeightFormat

  var phrase: Phrase { Phrase("error.recipe.format", ["format": .text(format.rawValue)]) }
}

package import Initializers
internal import Networks

extension SceneWords {
  /// The seed, where a recipe says everything else.
  ///
  /// - Throws: `RecipeWordsError` if the words say more, `InitializerError.invalidSeed`.
  package func seedAlone() throws -> Seed {
    let options =
      tensor.given.map(\.option) + network.given.map(\.option) + showing.given.map(\.option)
    if let word = tensor.method ?? options.first(where: { $0 != "--seed" }) {
      throw RecipeWordsError(word: word)
    }
    return try tensor.seed.map { text throws(InitializerError) in try Seed(parsing: text) }
      ?? Seed(0)
  }
}

/// Words of a scene beside a recipe, which takes only a seed.
package struct RecipeWordsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The first word too many.
  package let word: String

  /// Makes an error.
  package init(word: String) { self.word = word }

  /// The sentence a user reads.
  package var description: String {
    "--recipe takes no scene but --seed, so '\(word)' is not accepted"
  }
}

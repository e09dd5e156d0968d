package import ArgumentParser
internal import Expressions
package import Initializers
internal import Networks
package import Words

/// A scene's words in their three groups.
package protocol SceneWords: ParsableArguments {
  /// The words for the tensor.
  var tensor: TensorArguments { get }
  /// The words for the network.
  var network: NetworkArguments { get }
  /// The words for what is shown.
  var showing: ShowingArguments { get }
}

extension SceneWords {
  /// The scene the words describe.
  ///
  /// A method starts a new scene; without one the words change the scene given.
  ///
  /// - Parameters:
  ///   - use: who reads the words, which decides which of them are taken.
  ///   - present: the scene that words without a method change.
  ///   - keepsView: whether words with a method, too, keep what is shown, as far as they do not name
  ///     it.
  /// - Throws: `InitializerError` for what PyTorch refuses, `SceneError` or another error with a
  ///   sentence for a word that is wrong.
  package func scene(
    for use: SceneUse, changing present: Scene = .first, keepsView: Bool = false
  ) throws -> Scene {
    try quotedWords()?.plainScene(use, present, keepsView)
      ?? plainScene(use, present, keepsView)
  }

  private func plainScene(_ use: SceneUse, _ present: Scene, _ keepsView: Bool) throws -> Scene {
    try use.check(self)
    var scene = present
    if tensor.method != nil {
      // At a prompt a name is one of the framework that is shown.
      let framework =
        try tensor.namedFramework() ?? (keepsView ? present.tensor.framework : .pyTorch)
      let begun = try framework.inItsWords { try tensor.tensor(in: framework) }
      if keepsView { scene.tensor = begun } else { scene = Scene(begun) }
      if tensor.beginsLayer { scene.view = .layers }
      if tensor.beginsFile { scene.view = .tensors }
    } else if let framework = try tensor.namedFramework() {
      scene.tensor = try scene.tensor.ported(to: framework)
    }
    let begun = scene.tensor
    scene.tensor = try begun.framework.inItsWords { try tensor.changed(begun) }
    try showing.change(&scene)
    for (field, text) in network.values { try scene.network.set(field, to: text) }
    let changed = scene.tensor
    _ = try changed.framework.inItsWords { try changed.recipe() }
    return scene
  }

  /// What should be known of the names that are used, a sentence each.
  package var notes: [Phrase] {
    guard (try? tensor.namedFramework() ?? .pyTorch) == .pyTorch else { return [] }
    let name = tensor.method?.commandLineWords.first { $0 != "initscope" }
    return [name.flatMap(Method.note)].compactMap(\.self)
  }

  /// The words of a scene that came as one, in quotes, followed by those beside it, which win; nil
  /// where each word came alone.
  func quotedWords() throws(SceneError) -> SceneArguments? {
    guard var words = tensor.method?.commandLineWords, !words.isEmpty,
      words.first != tensor.method
    else { return nil }
    // A path, or a constructor, has blanks of its own.
    if tensor.beginsFile { return nil }
    if let name = tensor.method, name.last == ")",
      name.prefix(while: { $0 != "(" }).allSatisfy({ !$0.isWhitespace })
    {
      return nil
    }
    if words.first == "initscope" { words.removeFirst() }
    // Blanks alone make no scene of a name.
    guard words.dropFirst().allSatisfy({ $0.hasPrefix("-") }) || words.count > 2 else { return nil }
    for (option, text) in showing.given { words.append("\(option)=\(text)") }
    words += (tensor.given + network.given).map { option, text in
      text.map { "\(option)=\($0)" } ?? option
    }
    do { return try SceneArguments.parse(words) } catch { throw SceneError(error) }
  }

  /// Whether a layer is meant, and none of its tensors.
  package var isWholeLayer: Bool {
    let words = (try? quotedWords())?.tensor ?? tensor
    return words.beginsLayer && words.tensor == nil
  }

  /// The method and the options that are given.
  package var given: [String] {
    [tensor.method, tensor.kind].compactMap(\.self) + tensor.given.map(\.option)
      + network.given.map(\.option)
      + showing.given.map(\.option)
  }

  /// The seed, where a recipe says everything else.
  ///
  /// - Throws: `RecipeWordsError` if the words say more, `InitializerError.invalidSeed`.
  package func seedAlone() throws -> Seed {
    if let word = given.first(where: { $0 != "--seed" }) { throw RecipeWordsError(word: word) }
    return try tensor.seed.map { text throws(InitializerError) in try Seed(parsing: text) }
      ?? Seed(0)
  }
}

extension Framework {
  // What PyTorch throws has a type of its own; what others refuse is said in their words.
  fileprivate func inItsWords<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as InitializerError {
      if self == .pyTorch { throw error }
      throw SceneError(phrase: error.phrase(of: self))
    }
  }
}

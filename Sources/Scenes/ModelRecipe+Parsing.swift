private import ArgumentParser
private import Expressions
private import Initializers
package import WeightFiles
internal import Words

extension ModelRecipe {
  /// Parses a recipe's text, UTF-8 with any of the usual line ends.
  ///
  /// - Throws: `ModelRecipeError`, with the number of the line.
  package init(parsing bytes: [UInt8]) throws(ModelRecipeError) {
    var tensors: [NamedTensor] = []
    var lines: [String: Int] = [:]
    var count = 0
    for (number, row) in zip(1..., bytes.textLines) {
      let tensor: NamedTensor?
      do { tensor = try NamedTensor(parsing: row) } catch { throw .line(number, error) }
      guard let tensor else { continue }
      if tensor.isKept, let first = lines.updateValue(number, forKey: tensor.name) {
        throw .line(number, .duplicateName(tensor.name, firstLine: first))
      }
      // Offsets in bytes must fit in 63 bits.
      let (sum, overflow) = count.addingReportingOverflow(tensor.recipe.shape.count)
      guard !overflow, sum <= Int.max / 4 else { throw .line(number, .tooManyWeights) }
      count = sum
      tensors.append(tensor)
    }
    guard !lines.isEmpty else { throw .noTensors }
    self.init(tensors: tensors)
  }
}

extension ModelRecipe.NamedTensor {
  /// Parses a line; nil for a line that says nothing.
  fileprivate init?(parsing row: ArraySlice<UInt8>) throws(ModelRecipeError.Problem) {
    guard row.count <= Scene.longestLine else { throw .tooLong(row.count) }
    guard let line = String(validating: row, as: UTF8.self) else { throw .notText }
    if let control = line.unicodeScalars.first(where: \.steersTerminals) {
      throw .controlCharacter(control.value)
    }
    let words = line.commandLineWords.prefix { !$0.hasPrefix("#") }
    guard let name = words.first else { return nil }
    guard !name.hasPrefix("-") else { throw .optionAsName(name) }
    // Safetensors keeps this name for itself.
    guard name != "__metadata__" else { throw .reservedName(name) }
    self.init(name: name, recipe: try Self.recipe(Array(words.dropFirst()), name: name))
  }

  private static func recipe(
    _ words: [String], name: String
  ) throws(ModelRecipeError.Problem) -> Recipe {
    do {
      let typed = try SceneArguments.parse(words)
      let arguments = try typed.quotedWords() ?? typed
      guard arguments.tensor.seed == nil else { throw ModelRecipeError.Problem.seed }
      guard arguments.tensor.method != nil else {
        throw ModelRecipeError.Problem.missingMethod(name)
      }
      guard arguments.tensor.shape != nil else {
        throw ModelRecipeError.Problem.missingShape(name)
      }
      return try arguments.scene(for: .recipeLine).recipe()
    } catch let problem as ModelRecipeError.Problem {
      throw problem
    } catch {
      // A question, such as --help, has no place in a file.
      guard SceneArguments.exitCode(for: error) != .success else {
        let option = words.first { $0.hasPrefix("-h") || $0.contains("help") }
        throw .scene(.verbatim("Unknown option '\(option ?? "")'"))
      }
      throw .scene(SceneError(error).phrase)
    }
  }
}

private import Expressions
package import Initializers

/// A whole model's tensors in the order its constructor draws them from one generator.
///
/// As text, a line is a tensor; blank lines and what follows a # are passed over:
///
///     layers.0.weight kaiming_uniform --shape 300,784 --a sqrt(5)
///     layers.0.bias   uniform --shape 300 --a -1/sqrt(784) --b 1/sqrt(784)
///
/// A tensor named `_` is drawn and dropped: what a constructor draws before the model is
/// initialised anew.
package struct ModelRecipe: Hashable, Sendable {
  /// The tensors in drawing order, no two that are kept of one name.
  package let tensors: [NamedTensor]

  /// Makes a recipe; no two tensors that are kept have one name.
  package init(tensors: [NamedTensor]) { self.tensors = tensors }

  /// A named tensor and how it is filled.
  package struct NamedTensor: Hashable, Sendable {
    /// The name, such as `layers.0.weight`; `_` if it is only drawn.
    package let name: String
    /// What the framework computes before it draws.
    package let recipe: Recipe
    // The tensor of a layer that it is, which says where it is drawn; nil of one that follows another.
    let layer: LayerTensor?

    /// Makes a tensor.
    package init(name: String, recipe: Recipe) {
      (self.name, self.recipe, layer) = (name, recipe, nil)
    }

    // Takes a tensor of a layer.
    init(_ tensor: LayerTensor) throws(InitializerError) {
      (name, recipe, layer) = (tensor.name, try tensor.recipe(), tensor)
    }

    /// The name of tensors that are drawn and dropped.
    package static let droppedName = "_"

    /// Whether the weights are kept once they are drawn.
    package var isKept: Bool { name != Self.droppedName }

    /// The line that parses to this tensor.
    package var line: String {
      let initializer = recipe.initializer
      let parameters = initializer.changedParameters.map { " --\($0.rawValue) \(initializer[$0])" }
      let words = "\(name.quotedForLine) \(initializer.name) --shape \(recipe.shape)"
      return words + parameters.joined()
    }
  }

  /// The text that parses to this recipe.
  package var text: String { tensors.map { $0.line + "\n" }.joined() }
}

internal import Background
package import Initializers
package import MeanField

/// The signal through depth as far as it is known.
package struct PropagationReport: Report {
  /// What was asked for.
  package let request: PropagationRequest
  /// What PyTorch computes before it draws a layer.
  package let recipe: Recipe
  /// Whether one input was sampled without matrices, as `GaussianShortcut` does; then there are no
  /// gradients, and layers differ from those with matrices though they have the same law.
  package let isShortcut: Bool
  /// The inputs sent through: the network's batch, or 1 with the shortcut.
  package let batch: Int
  /// The mean square of the input.
  package let inputMeanSquare: Double
  /// What theory says; nil where there is none.
  package let prediction: Prediction?
  /// The layers reached so far, from 1.
  package let layers: [LayerSignal]
  /// The part that is done, from 0 to 1.
  package let progress: Double
  /// Whether all is done.
  package let isComplete: Bool

  /// The network's theory: σw² = fan_in·Var W and σb² = Var b.
  package var lengthMap: LengthMap { request.network.lengthMap(recipe) }
}

extension Network {
  /// The theory of layers made by a recipe: σw² = fan_in·Var W and σb² = Var b.
  ///
  /// It holds for independent weights of mean 0, and forward for orthogonal ones.
  package func lengthMap(_ recipe: Recipe) -> LengthMap {
    let std = recipe.law.std
    return LengthMap(
      activation, weightVariance: Double(layer.fan) * std * std, biasVariance: biasVariance)
  }
}

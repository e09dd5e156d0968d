/// The gradients that reach a layer, of a loss L summed over the batch.
///
/// The last layer's ∂L/∂z is Gaussian with a mean square of exactly 1.
package struct LayerGradient: Hashable, Sendable {
  /// The mean square of ∂L/∂z over neurons and inputs; theory multiplies it by χ⊥ a layer.
  package let meanSquare: Double
  /// The mean square of the entries of ∂L/∂W = Σ over inputs of (∂L/∂z)ᵀ·x, x being what came in.
  package let weightMeanSquare: Double
}

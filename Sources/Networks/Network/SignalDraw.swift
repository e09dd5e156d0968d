package import Initializers

/// What a network receives at its two ends, from a generator of its own.
///
/// The seed's complement seeds it, since MT19937 takes 32 bits of a seed only; so the weights are the
/// same whatever is sent through them. In PyTorch:
///
/// ```python
/// generator = torch.Generator().manual_seed(~seed)
/// inputs = torch.randn(batch, width, generator=generator)
/// # or torch.empty(batch, width).uniform_(-math.sqrt(3), math.sqrt(3), generator=generator)
/// gradients = torch.randn(batch, width, generator=generator)
/// gradients /= gradients.square().mean().sqrt()
/// ```
package struct SignalDraw: Sendable {
  /// The inputs, a row each.
  package let inputs: [Float]
  /// ∂L/∂z of the last layer, a row an input: Gaussian, scaled to a mean square of exactly 1.
  package let gradients: [Float]
}

extension SignalDraw {
  /// Draws both, for the network's batch or another.
  package init(_ tensor: Tensor, network: Network, batch: Int? = nil) {
    let count = (batch ?? network.batch) * network.layer.size
    var generator = MersenneTwister(seed: Seed(~tensor.seed.bits))
    let edge = 3.0.squareRoot()
    inputs =
      network.input == .gaussian
      ? generator.normals(count) : generator.uniforms(count, low: -edge, high: edge)
    var gradients = generator.normals(count)
    let scale = Float(1 / gradients.meanSquare.squareRoot())
    if scale.isFinite { for index in gradients.indices { gradients[index] *= scale } }
    self.gradients = gradients
  }
}

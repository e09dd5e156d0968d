import Initializers
import MeanField
import Networks
import Scenes
import Testing

@Suite("A network's numbers are PyTorch's")
struct TorchSignalTests {
  @Test("Forward and backward agree with autograd", arguments: TorchSignal.recorded)
  func agreesWithAutograd(recorded: TorchSignal) throws {
    let report = try Simulation.report(
      "xavier_normal --gain 1.2 --seed 7", depth: 5, width: 64,
      activation: Activation(parsing: recorded.activation), batch: 16, hasBias: recorded.hasBias)
    #expect(report.layers.count == 5)
    for (index, layer) in report.layers.enumerated() {
      let name = "\(recorded.activation), layer \(index + 1)"
      expect(layer.preActivations.meanSquare, recorded.lengths[index], "q, \(name)")
      let variance = layer.preActivations.meanSquare - layer.preActivations.sharedMeanSquare
      expect(variance, recorded.variances[index], "variance, \(name)")
      expect(layer.postActivations.meanSquare, recorded.meanSquares[index], "squares, \(name)")
      // A mean near 0 is as exact as the signal, not as itself.
      let size = layer.postActivations.rootMeanSquare
      #expect(
        abs(layer.postActivations.mean - recorded.means[index]) < 1e-5 * size, "mean, \(name)")
      let gradient = try #require(layer.gradient)
      expect(gradient.meanSquare, recorded.gradients[index], "gradient, \(name)")
      expect(gradient.weightMeanSquare, recorded.weightGradients[index], "weights, \(name)")
    }
  }

  private func expect(_ value: Double, _ reference: Double, _ name: String) {
    #expect(abs(value - reference) < 1e-5 * abs(reference), "\(name): \(value), not \(reference)")
  }
}

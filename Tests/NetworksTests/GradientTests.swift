import Initializers
import MeanField
import Networks
import Scenes
import Testing

/// The same network in double precision, differentiated numerically.
@Suite("Gradients are the slopes of the loss")
struct GradientTests {
  static let activations: [Activation] = [
    .linear, .tanh, .sigmoid, .gelu, .silu, .mish, .softplus, .selu,
  ]

  @Test("Central differences agree, weight by weight", arguments: activations)
  func agreesWithDifferences(activation: Activation) throws {
    let line = "xavier_normal --gain 1.3 --seed 11"
    let network = try Network(depth: 3, width: 5, activation: activation, batch: 4, hasBias: true)
    let tensor = try Tensor(parsing: line)
    var draw = try NetworkDraw(tensor, network: network)
    let layers = try (0..<3).map { _ in try draw.next() }
    let signals = SignalDraw(tensor, network: network)
    let reference = ReferenceNetwork(
      activation: activation, width: 5, weights: layers.map { $0.weights.map(Double.init) },
      biases: layers.map { $0.biases.map(Double.init) }, inputs: signals.inputs.map(Double.init),
      outputGradients: signals.gradients.map(Double.init))
    let report = try Simulation.report(
      line, depth: 3, width: 5, activation: activation, batch: 4, hasBias: true)
    for (index, layer) in report.layers.enumerated() {
      let gradient = try #require(layer.gradient)
      let weights = reference.weightSlopes(layer: index)
      #expect(abs(gradient.weightMeanSquare / weights.meanSquare - 1) < 1e-5)
      let signals = reference.signalSlopes(layer: index)
      #expect(abs(gradient.meanSquare / signals.meanSquare - 1) < 1e-5)
      #expect(
        abs(layer.preActivations.meanSquare / reference.lengths()[index] - 1) < 1e-5)
    }
  }
}

private struct ReferenceNetwork {
  let activation: Activation
  let width: Int
  var weights: [[Double]]
  let biases: [[Double]]
  let inputs: [Double]
  let outputGradients: [Double]

  // z of every layer, with one element of one layer moved.
  private func signals(moving layer: Int = -1, element: Int = 0, by step: Double = 0) -> [[Double]]
  {
    var x = inputs
    var all: [[Double]] = []
    for index in weights.indices {
      var z = x.indices.map { place in
        let (row, neuron) = (place / width, place % width)
        return biases[index][neuron]
          + (0..<width).reduce(0) {
            $0 + x[row * width + $1] * weights[index][neuron * width + $1]
          }
      }
      if index == layer { z[element] += step }
      all.append(z)
      x = z.map { activation.value($0) }
    }
    return all
  }

  private func loss(moving layer: Int = -1, element: Int = 0, by step: Double = 0) -> Double {
    let output = signals(moving: layer, element: element, by: step)[weights.count - 1]
    return zip(output, outputGradients).reduce(0) { $0 + $1.0 * $1.1 }
  }

  func lengths() -> [Double] { signals().map(\.meanSquare) }

  func weightSlopes(layer: Int) -> [Double] {
    weights[layer].indices.map { index in
      var (less, more) = (self, self)
      less.weights[layer][index] -= 1e-5
      more.weights[layer][index] += 1e-5
      return (more.loss() - less.loss()) / 2e-5
    }
  }

  func signalSlopes(layer: Int) -> [Double] {
    inputs.indices.map { element in
      let more = loss(moving: layer, element: element, by: 1e-5)
      return (more - loss(moving: layer, element: element, by: -1e-5)) / 2e-5
    }
  }
}

extension [Double] {
  fileprivate var meanSquare: Double { reduce(0) { $0 + $1 * $1 } / Double(count) }
}

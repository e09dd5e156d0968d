import Glibc
import Initializers
import LinearAlgebra
import MeanField
import Scenes
import TestSupport
import Testing

@testable import Networks

@Suite("What depth does to matrices and to pairs of inputs")
struct DeepProductTests {
  // Theory √((L+1)^(L+1)/L^L), and the mean of four seeds in PyTorch; a finite width falls short.
  // The last figure is three standard errors of the difference of two such means, from 60 seeds.
  @Test(
    "The largest singular value of a product of Gaussian layers",
    arguments: [(1, 2.0, 1.981, 0.021), (2, 2.598, 2.549, 0.033), (5, 3.864, 3.664, 0.071)])
  func gaussian(layers: Int, theory: Double, torch: Double, spread: Double) throws {
    let sum = try (0..<4).reduce(0) { sum, seed in
      sum + (try values(of: "normal --std 1/16 --seed \(seed)", layers: layers)[0])
    }
    let mean = sum / 4
    #expect(mean < theory && mean > 0.88 * theory)
    #expect(abs(mean / torch - 1) < spread)
  }

  @Test("A product of orthogonal layers is orthogonal", arguments: [1, 2, 5])
  func orthogonal(layers: Int) throws {
    let values = try values(of: "orthogonal", layers: layers)
    #expect(values.allSatisfy { abs($0 - 1) < 2e-6 })
  }

  // x·W with W of shape [in, out] instead of x·Wᵀ: 784/256 = 3.0625 times the variance.
  @Test("A matrix the wrong way round multiplies the variance by in/out")
  func wrongWay() throws {
    var generator: any Generator = MersenneTwister(seed: Seed(0))
    let recipe = try Tensor(parsing: "kaiming_normal --nonlinearity linear --shape 784,256")
      .recipe()
    var stream = WeightStream(recipe.draw, count: 784 * 256, generator: generator)
    let weights = try stream.remainder()
    generator = stream.generator
    let inputs = generator.normals(512 * 784)
    var outputs = [Float](repeating: 0, count: 512 * 256)
    try MatrixProduct.multiply(
      .plain(inputs), .plain(weights), rows: 512, columns: 256, inner: 784, into: &outputs)
    #expect(abs(meanSquare(outputs) / 3.0625 - 1) < 0.02)
  }

  // tanh, n 1000, σw 1.3, σb 0.3, pairs with correlation 0.6: figures of the map, and of PyTorch.
  @Test("Pairs of inputs become alike as the correlation map says")
  func pairs() throws {
    let map = LengthMap(.tanh, weightVariance: 1.69, biasVariance: 0.09)
    let lengths = map.lengths(from: 1.78, layers: 10)
    let theory = map.correlations(ofInputs: 0.6, lengths: lengths)
    for (layer, q, c) in [(1, 1.78, 0.6202), (3, 0.7353, 0.6391), (10, 0.6076, 0.8153)] {
      #expect(abs(lengths[layer - 1] / q - 1) < 1e-4)
      #expect(abs(theory[layer - 1] - c) < 1e-4)
    }
    let (width, batch) = (1000, 40)
    var generator = MersenneTwister(seed: Seed(0))
    let noise = generator.normals(batch * width)
    // Odd inputs are 0.6 of the one before and 0.8 of noise.
    var signal = noise
    for pair in 0..<batch / 2 {
      for neuron in 0..<width {
        let (first, second) = (2 * pair * width + neuron, (2 * pair + 1) * width + neuron)
        signal[second] = 0.6 * noise[first] + 0.8 * noise[second]
      }
    }
    for layer in 1...10 {
      let weights = generator.normals(
        width * width, std: 1.3 / Double(width).squareRoot())
      let biases = generator.normals(width, std: 0.3)
      var next = [Float](repeating: 0, count: batch * width)
      try MatrixProduct.multiply(
        .plain(signal), .plain(weights), rows: batch, columns: width, inner: width, into: &next)
      for index in next.indices { next[index] += biases[index % width] }
      #expect(abs(meanSquare(next) / lengths[layer - 1] - 1) < 0.08, "q of layer \(layer)")
      var (products, squares) = (0.0, 0.0)
      for pair in 0..<batch / 2 {
        for neuron in 0..<width {
          let first = Double(next[2 * pair * width + neuron])
          let second = Double(next[(2 * pair + 1) * width + neuron])
          products += first * second
          squares += (first * first + second * second) / 2
        }
      }
      #expect(abs(products / squares - theory[layer - 1]) < 0.03, "c of layer \(layer)")
      signal = next.map { Float(Glibc.tanh(Double($0))) }
    }
  }

  private func values(of line: String, layers: Int) throws -> [Double] {
    let width = 256
    let network = try Network(depth: layers, width: width, activation: .linear)
    var draw = try NetworkDraw(Tensor(parsing: line), network: network)
    var product = try draw.next().weights
    for _ in 1..<max(1, layers) where layers > 1 {
      let next = try draw.next().weights
      var result = [Float](repeating: 0, count: width * width)
      try MatrixProduct.multiply(
        .plain(product), .plain(next), rows: width, columns: width, inner: width, into: &result)
      product = result
    }
    return try SingularValues.of(product, rows: width, columns: width)
  }

  private func meanSquare(_ values: [Float]) -> Double {
    values.reduce(0) { $0 + Double($1) * Double($1) } / Double(values.count)
  }
}

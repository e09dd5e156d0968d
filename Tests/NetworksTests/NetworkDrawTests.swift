import Initializers
import MeanField
import Networks
import Scenes
import TestSupport
import Testing

@Suite("The layers are drawn as PyTorch draws them")
struct NetworkDrawTests {
  @Test("Three layers have PyTorch's bytes", arguments: recordedDigests.indices)
  func layersMatchRecordings(index: Int) throws {
    let recorded = recordedDigests[index]
    let layers = try draw(recorded.method, recorded.width, recorded.hasBias)
    let bytes = layers.flatMap { Self.bytes($0.weights) + Self.bytes($0.biases) }
    #expect(SHA256.hexDigest(bytes) == recorded.digest, "\(recorded.method) \(recorded.width)")
  }

  // Gain 1.5, seed 7: six weights of the third layer, evenly spaced, and the digest of all biases.
  static let orthogonal: [(width: Int, weights: [Float], biases: String)] = [
    (
      7, [0.25170082, -0.37175027, 0.39080453, -0.72730905, -0.37741998, 0.62560594],
      "911b3543635b0b723aa234e9217b94c95eb5b6c7861d4515d9e38fb2e1bcc1e8"
    ),
    (
      17, [-0.78473157, 0.47571975, 0.47734457, 0.054871134, -0.52796137, 0.17902367],
      "e01aca40932b6cd26d38d788d4965ae074d0cb3021c4903cd4928819dacee08e"
    ),
    (
      64, [-0.24935943, 0.26018178, -0.059542123, -0.13472663, -0.0902125, -0.055838168],
      "fb9a76df5203557434a84901e33e434eaca41b52c1621e125231799ca5f6f1c3"
    ),
  ]

  @Test("Orthogonal layers agree with PyTorch's, and leave the generator where PyTorch does")
  func orthogonalLayersAgree() throws {
    for recorded in Self.orthogonal {
      let layers = try draw("orthogonal --gain 1.5", recorded.width, true)
      let last = layers[2].weights
      for (index, weight) in recorded.weights.enumerated() {
        #expect(abs(last[index * (last.count - 1) / 5] - weight) < 4e-6)
      }
      #expect(SHA256.hexDigest(layers.flatMap { Self.bytes($0.biases) }) == recorded.biases)
    }
  }

  @Test("Biases are drawn from the same stream, right after their layer's weights")
  func biasesFollowWeights() throws {
    let with = try draw("kaiming_uniform --a sqrt(5)", 17, true)
    let without = try draw("kaiming_uniform --a sqrt(5)", 17, false)
    #expect(with[0].weights == without[0].weights)
    #expect(with[1].weights != without[1].weights)
    let bound = 1 / Float(17).squareRoot()
    #expect(with.allSatisfy { $0.biases.count == 17 && $0.biases.allSatisfy { abs($0) <= bound } })
    #expect(without.allSatisfy { $0.biases.isEmpty })
  }

  @Test("Inputs and output gradients come from the complement of the seed")
  func signalsMatchRecordings() throws {
    let tensor = try Tensor(parsing: "xavier_normal --seed 7")
    for (input, digest) in [
      (NetworkInput.gaussian, "a4621f3d4642584d9ff2c7684a4389b269d48c70ad1e9b0a10a0b373532112cb"),
      (.uniform, "c323e329fa273081f47f5f0c97f5616b1d3879ca7ebd8f702b97629ac7044972"),
    ] {
      let network = try Network(
        depth: 1, width: 64, activation: .tanh, batch: 16, input: input)
      let signals = SignalDraw(tensor, network: network)
      #expect(SHA256.hexDigest(Self.bytes(signals.inputs)) == digest)
      let square = signals.gradients.reduce(0) { $0 + Double($1) * Double($1) } / 1024
      #expect(abs(square - 1) < 1e-6)
    }
  }

  private func draw(_ method: String, _ width: Int, _ hasBias: Bool) throws -> [NetworkLayer] {
    let tensor = try Tensor(parsing: method + " --seed 7")
    let network = try Network(depth: 3, width: width, activation: .relu, hasBias: hasBias)
    var draw = try NetworkDraw(tensor, network: network)
    return try (0..<3).map { _ in try draw.next() }
  }

  private static func bytes(_ numbers: [Float]) -> [UInt8] {
    numbers.withUnsafeBytes { Array($0) }
  }
}

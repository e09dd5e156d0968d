import Initializers
import MeanField
import Networks
import Scenes
import Testing
import Words

/// What an error advises can be typed, and does what it says.
@Suite struct `A gain that PyTorch does not know` {
  static let methods: [Initializers.Method] = [
    .xavierUniform, .xavierNormal, .kaimingUniform, .kaimingNormal, .orthogonal,
  ]
  static let unknown = Activation.allCases.filter { $0.pyTorchGain == nil }

  @Test(arguments: methods, [[256, 128], [128, 256], [64, 64], [64, 3, 7, 7], [1, 1]])
  func `has advice that keeps a mean square of 1`(
    method: Initializers.Method, extents: [Int]
  ) throws {
    let shape = try Shape(extents)
    let fans = try Framework.pyTorch.shapeOrder.fans(shape)
    for activation in Self.unknown {
      let parameter: Parameter =
        Initializer(method).parameters.contains(.gain) ? .gain : .nonlinearity
      let line = "\(method.rawValue) --shape \(shape) --\(parameter.rawValue) \(activation.name)"
      let error = #expect(throws: SceneError.self) { try Scene(parsing: line) }
      let sentence = try #require(error?.description)
      #expect(sentence.hasPrefix("Unsupported nonlinearity \(activation.name): "))
      let words = sentence.split(separator: "`", omittingEmptySubsequences: false)
      try #require(words.count == 5, "\(sentence)")
      let advised = try Scene(parsing: String(words[1]))
      #expect(advised.shape == shape)
      // σw² = fan_in·Var W takes a mean square of 1 to 1.
      let deviation = try advised.recipe().law.std
      let map = LengthMap(
        activation, weightVariance: Double(fans.fanIn) * deviation * deviation)
      #expect(abs(map.next(1) - 1) < 2e-5, "\(sentence)")
      // What is unstable is said to be so, and leaves 1 by and by; the rest stays.
      let isUnstable = map.parallelSusceptibility(1) > 1 + 1e-4
      #expect(sentence.contains("though unstably") == isUnstable, "\(sentence)")
      let last = map.lengths(from: 1, layers: 30).last ?? 0
      if !isUnstable { #expect(abs(last - 1) < 1e-3, "\(sentence): \(last)") }
      #expect(words[3] == "initscope gains \(activation.name)")
    }
  }

  @Test func `has none for a tensor without fans`() {
    let error = #expect(throws: SceneError.self) {
      try Scene(parsing: "orthogonal --shape 5 --gain gelu")
    }
    #expect(
      error?.description == "Unsupported nonlinearity gelu: PyTorch has no gain for it"
        + " (`initscope gains gelu`)")
  }
}

import Glibc
import MeanField
import Testing

/// Bands against simulations with numpy: 4000 networks by the exact sampler forward, 600 to 3000 with
/// real matrices backward.
@Suite struct BandTests {
  static func map(_ activation: Activation, _ weights: Double, _ bias: Double) -> LengthMap {
    LengthMap(activation, weightVariance: weights, biasVariance: bias)
  }

  /// Layer, mean and standard deviation of ln q.
  static let forwardRows: [(Activation, Double, Double, Int, [(Int, Double, Double)])] = [
    (
      .relu, 2, 0, 256,
      [(1, 0.6863, 0.0879), (5, 0.6537, 0.2963), (10, 0.6035, 0.4236), (30, 0.4161, 0.7556)]
    ),
    (.relu, 1.0 / 3, 1.0 / 768, 256, [(2, -2.8756, 0.1609), (5, -6.3157, 0.1019)]),
    (.tanh, 25.0 / 9, 0, 256, [(2, 0.4691, 0.0960), (5, 0.1825, 0.1035), (30, 0.1604, 0.1017)]),
    (.tanh, 1.69, 0.09, 256, [(5, -0.4653, 0.1043), (30, -0.5023, 0.1050)]),
    (.tanh, 25.0 / 9, 0, 32, [(5, 0.1339, 0.2955), (20, 0.1142, 0.2976)]),
    (.gelu, 2.351715, 0, 256, [(2, 0.9336, 0.1722), (5, 1.2187, 0.3378), (10, 1.7891, 0.5522)]),
    (.silu, 1.98800468, 0.55514317, 256, [(5, 1.0501, 0.2370), (20, 1.3352, 0.3806)]),
    (.softplus, 1.0854865, 0, 128, [(5, -0.0072, 0.1882), (20, -0.0114, 0.1854)]),
    (.elu, 1.5505188, 0, 128, [(5, 0.2296, 0.2971), (20, -0.0407, 0.3495), (30, -0.0852, 0.3485)]),
  ]

  @Test("Forward bands are those of simulated networks", arguments: forwardRows.indices)
  func forward(index: Int) {
    let (activation, weights, bias, width, expected) = Self.forwardRows[index]
    let map = Self.map(activation, weights, bias)
    let bands = map.bands(lengths: map.lengths(from: weights + bias, layers: 30), width: width)
    for (layer, mean, deviation) in expected {
      let band = bands[layer - 1]
      #expect(agree(band.logarithmicDeviation, deviation, 0.06))
      #expect(abs(log(band.centre) - mean) < 0.06 * deviation)
      #expect(agree(band.high / band.low, exp(4 * band.logarithmicDeviation)))
    }
  }

  /// Layer, mean and standard deviation of the logarithm of gradients over the last layer's.
  static let backwardRows: [(Activation, Double, Double, Int, Int, [(Int, Double, Double)])] = [
    (.relu, 2, 0, 128, 20, [(1, -0.344, 0.860), (10, -0.201, 0.636), (19, -0.035, 0.201)]),
    (.tanh, 25.0 / 9, 0, 128, 20, [(1, 2.675, 0.850), (10, 1.728, 0.637), (19, 0.173, 0.178)]),
    (
      .tanh, 1.69, 0.09, 96, 12,
      [(1, -1.5989, 0.6832), (5, -0.5912, 0.5233), (11, -0.0732, 0.1825)]
    ),
    (
      .elu, 1.5505188, 0, 96, 12, [(1, -0.0642, 0.6272), (5, 0.0221, 0.5111), (11, 0.0155, 0.1807)]
    ),
  ]

  @Test("Backward bands are those of simulated networks", arguments: backwardRows.indices)
  func backward(index: Int) {
    let (activation, weights, bias, width, layers, expected) = Self.backwardRows[index]
    let map = Self.map(activation, weights, bias)
    let lengths = map.lengths(from: weights + bias, layers: layers)
    let bands = map.gradientBands(lengths: lengths, width: width)
    #expect(bands.last?.centre == 1 && bands.last?.logarithmicDeviation == 0)
    for (layer, mean, deviation) in expected {
      let band = bands[layer - 1]
      #expect(agree(band.logarithmicDeviation, deviation, 0.06))
      #expect(abs(log(band.centre) - mean) < 0.1 * deviation)
    }
  }

  @Test("relu's variance grows by 5/n a layer, forward and backward")
  func relu() {
    let map = LengthMap(.relu, weightVariance: 2)
    let lengths = map.lengths(from: 2, layers: 30)
    let bands = map.bands(lengths: lengths, width: 512)
    #expect(agree(bands[0].logarithmicDeviation, (2.0 / 512).squareRoot()))
    #expect(agree(bands[29].logarithmicDeviation, ((29 * 5 + 2) / 512.0).squareRoot(), 0.01))
    // The mean, centre · e^(Var/2), is theory.
    let deviation = bands[29].logarithmicDeviation
    #expect(agree(bands[29].centre * exp(deviation * deviation / 2), 2, 0.01))
    let gradients = map.gradientBands(lengths: lengths, width: 512)
    #expect(agree(gradients[0].logarithmicDeviation, (29 * 5 / 512.0).squareRoot(), 0.01))
    // 20 layers of 32 neurons, simulated.
    let narrow = map.bands(lengths: map.lengths(from: 2, layers: 20), width: 32)
    #expect(agree(narrow[19].logarithmicDeviation, 1.8471289919918747, 0.03))
  }

  @Test("A wide network has a narrow band, a last width serves all layers after it")
  func widths() {
    let map = LengthMap(.tanh, weightVariance: 2, biasVariance: 0.1)
    let lengths = map.lengths(from: 2.1, layers: 5)
    let two = FiniteWidth(map, lengths: lengths, ensemble: Ensemble(widths: [100, 100]))
    #expect(map.bands(lengths: lengths, width: 100) == two.bands)
    for band in map.bands(lengths: lengths, width: 1_000_000_000) {
      #expect(agree(band.low, band.high, 1e-3))
    }
  }

  @Test(
    "Widths of 0 and mean squares that are no numbers do not trap", arguments: [0, -3, 1, Int.max])
  func edges(width: Int) {
    for activation in Activation.allCases {
      let map = LengthMap(activation, weightVariance: 2)
      let lengths: [Double] = [0, -1, .nan, .infinity, 1e-300, 1e300, 1]
      #expect(map.bands(lengths: lengths, width: width).count == 7)
      #expect(map.gradientBands(lengths: lengths, width: width).count == 7)
      #expect(map.bands(lengths: [], width: width).isEmpty)
      let batch = FiniteWidth(
        map, lengths: lengths, ensemble: Ensemble(widths: [width], batch: width))
      #expect(batch.bands.count == 7)
      #expect(batch.gradientBands().count == 7)
      _ = (batch.absence, batch.gradientAbsence)
      let none = FiniteWidth(map, lengths: [1], ensemble: Ensemble(widths: []))
      #expect(none.bands.count == 1)
      #expect(none.gradientBands().count == 1)
    }
  }
}

extension LengthMap {
  /// The bands of the mean squares of layers 1 to L, for one input and normal weights.
  fileprivate func bands(lengths: [Double], width: Int) -> [Band] {
    FiniteWidth(self, lengths: lengths, ensemble: Ensemble(widths: [width])).bands
  }

  /// The bands of the mean squares of ∂L/∂z of layers 1 to L, for one input and normal weights.
  fileprivate func gradientBands(lengths: [Double], width: Int, last: Double = 1) -> [Band] {
    FiniteWidth(self, lengths: lengths, ensemble: Ensemble(widths: [width]))
      .gradientBands(last: last)
  }
}

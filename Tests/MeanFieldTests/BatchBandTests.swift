import Glibc
import MeanField
import Testing
import Words

/// Bands of batches against closed forms and against 400 networks each, simulated with numpy.
@Suite struct BatchBandTests {
  static func bands(_ map: LengthMap, from first: Double, layers: Int, _ ensemble: Ensemble)
    -> [Band]
  {
    FiniteWidth(map, lengths: map.lengths(from: first, layers: layers), ensemble: ensemble).bands
  }

  @Test("Layer 1 strays by 2/n·(1/B + (1 − 1/B)/n)", arguments: [1, 2, 64, 1024])
  func firstLayer(batch: Int) {
    let map = LengthMap(.tanh, weightVariance: 3)
    let band = Self.bands(map, from: 3, layers: 1, Ensemble(widths: [500], batch: batch))[0]
    let share = 1 / Double(batch)
    let variance = 2.0 / 500 * (share + (1 - share) / 500)
    #expect(agree(band.logarithmicDeviation, variance.squareRoot(), 0.01))
  }

  @Test("Linear layers add up as Wishart matrices do: l(l + 1)/n² over very many inputs")
  func wishart() {
    let map = LengthMap(.linear, weightVariance: 1)
    let bands = Self.bands(map, from: 1, layers: 9, Ensemble(widths: [10_000], batch: .max))
    for (index, band) in bands.enumerated() {
      let layer = Double(index + 1)
      #expect(agree(band.logarithmicDeviation * 10_000, (layer * (layer + 1)).squareRoot(), 2e-3))
    }
  }

  @Test("relu's inputs share their noise by the arc-cosine kernels of order 1 and 2")
  func arcCosine() {
    func shared(_ c: Double) -> Double {
      2 / .pi * (3 * (1 - c * c).squareRoot() * c + (.pi - acos(c)) * (1 + 2 * c * c))
    }
    func next(_ c: Double) -> Double {
      ((1 - c * c).squareRoot() + c * (.pi - acos(c))) / .pi
    }
    let map = LengthMap(.relu, weightVariance: 2)
    let width = 10_000_000
    let bands = Self.bands(map, from: 2, layers: 40, Ensemble(widths: [width], batch: .max))
    var (c, noise) = (0.0, 0.0)
    for band in bands.dropFirst() {
      noise += shared(c) - 1
      c = next(c)
      let variance = (noise + 2 * c * c) / Double(width)
      #expect(agree(band.logarithmicDeviation, variance.squareRoot(), 2e-3))
    }
  }

  @Test("Weights of kurtosis κ give a linear layer of very many inputs (κ − 1)/n²")
  func kurtosis() {
    let map = LengthMap(.linear, weightVariance: 1)
    for kurtosis in [1.8, 3, 6] {
      var ensemble = Ensemble(widths: [1000], batch: .max)
      ensemble.weightKurtosis = kurtosis
      ensemble.columnKurtosis = kurtosis
      let band = Self.bands(map, from: 1, layers: 1, ensemble)[0]
      #expect(agree(band.logarithmicDeviation * 1000, (kurtosis - 1).squareRoot(), 2e-3))
    }
  }

  struct Simulated {
    var activation: Activation
    var weights: Double
    var hasBias = false
    var batch: Int
    var weightKurtosis = 3.0
    var inputKurtosis = 3.0
    /// Layer, mean and standard deviation of ln q in 400 networks of 64 neurons.
    var layers: [(Int, Double, Double)]

    var walk: FiniteWidth {
      var ensemble = Ensemble(widths: [64], batch: batch)
      ensemble.weightKurtosis = weightKurtosis
      ensemble.columnKurtosis = weightKurtosis
      ensemble.inputKurtosis = inputKurtosis
      ensemble.biasKurtosis = 1.8
      let bias = hasBias ? 1.0 / 192 : 0
      let map = LengthMap(activation, weightVariance: weights, biasVariance: bias)
      let lengths = map.lengths(from: weights + bias, layers: layers.map(\.0).max() ?? 1)
      return FiniteWidth(map, lengths: lengths, ensemble: ensemble)
    }
  }

  static let simulated: [Simulated] = [
    Simulated(
      activation: .relu, weights: 2, batch: 8,
      layers: [
        (1, 0.6884, 0.0729), (5, 0.6401, 0.3441), (15, 0.2813, 0.8745), (30, -0.3174, 1.3594),
      ]
    ),
    Simulated(
      activation: .relu, weights: 2, batch: 1024,
      layers: [
        (2, 0.6932, 0.0680), (5, 0.6490, 0.3091), (15, 0.3224, 0.8272), (30, -0.2709, 1.3280),
      ]
    ),
    Simulated(
      activation: .linear, weights: 1, batch: 1024,
      layers: [
        (1, -0.0022, 0.0222), (5, 0.0019, 0.0894), (15, -0.0234, 0.2503), (30, -0.1208, 0.4536),
      ]
    ),
    Simulated(
      activation: .leakyRelu(slope: 0.5), weights: 1.6, batch: 1024,
      layers: [(2, 0.4691, 0.0403), (15, 0.3787, 0.3798), (30, 0.1784, 0.7278)]),
    Simulated(
      activation: .tanh, weights: 25.0 / 9, batch: 1024,
      layers: [(1, 1.0193, 0.0228), (2, 0.4651, 0.0305), (5, 0.1863, 0.0459), (30, 0.1584, 0.0632)]),
    Simulated(
      activation: .tanh, weights: 1, batch: 1024,
      layers: [(2, -0.9382, 0.0326), (5, -2.0650, 0.0647), (15, -3.3523, 0.1687)]),
    Simulated(
      activation: .selu, weights: 1, batch: 1024,
      layers: [
        (2, -0.0040, 0.0361), (5, -0.0086, 0.0657), (15, -0.0227, 0.1104), (30, -0.0383, 0.1193),
      ]
    ),
    Simulated(
      activation: .elu, weights: 1.5505188, batch: 1024,
      layers: [(2, 0.3898, 0.0386), (5, 0.2664, 0.1067), (15, 0.0031, 0.2206)]),
    Simulated(
      activation: .tanh, weights: 25.0 / 9, batch: 1024, weightKurtosis: 1.8, inputKurtosis: 1.8,
      layers: [(1, 1.0205, 0.0146), (2, 0.4703, 0.0249), (5, 0.1861, 0.0433), (30, 0.1616, 0.0590)]),
    Simulated(
      activation: .linear, weights: 1, batch: 1024, weightKurtosis: 1.8, inputKurtosis: 1.8,
      layers: [(1, -0.0011, 0.0144), (5, -0.0032, 0.0760)]),
    Simulated(
      activation: .relu, weights: 1.0 / 3, hasBias: true, batch: 1024, weightKurtosis: 1.8,
      layers: [(2, -2.7876, 0.0719), (5, -5.0455, 0.1395), (30, -5.0808, 0.1397)]),
  ]

  @Test("Bands of batches are those of simulated networks", arguments: simulated.indices)
  func forward(index: Int) {
    let row = Self.simulated[index]
    let bands = row.walk.bands
    for (layer, mean, deviation) in row.layers {
      let band = bands[layer - 1]
      // 400 networks know σ to 3.5 %.
      #expect(agree(band.logarithmicDeviation, deviation, 0.14), "layer \(layer)")
      #expect(abs(log(band.centre) - mean) < 0.2 * deviation, "layer \(layer)")
    }
    #expect(row.walk.absence == nil)
  }

  /// Rows of the gradients' logarithms over the last layer's: layers of the network, and rows.
  static let backward: [(row: Simulated, layers: Int)] = [
    (
      Simulated(
        activation: .relu, weights: 2, batch: 8,
        layers: [(1, -0.9923, 1.3133), (15, -0.6415, 1.1388), (29, -0.3392, 0.8521)]), 50
    ),
    (
      Simulated(
        activation: .relu, weights: 2, batch: 64,
        layers: [(1, -0.7978, 1.1176), (15, -0.5144, 0.9629), (29, -0.2716, 0.7309)]), 50
    ),
    (
      Simulated(
        activation: .linear, weights: 1, batch: 64,
        layers: [(1, -0.2375, 0.6787), (15, -0.1185, 0.5408), (29, -0.0477, 0.3458)]), 50
    ),
    (
      Simulated(
        activation: .relu, weights: 2, batch: 64, weightKurtosis: 1.8,
        layers: [(1, -0.2858, 0.8015), (15, -0.1306, 0.5617), (29, -0.0068, 0.1237)]), 30
    ),
  ]

  @Test("Bands of a batch's gradients are those of simulated networks", arguments: backward.indices)
  func gradients(index: Int) {
    var (row, layers) = Self.backward[index]
    let expected = row.layers
    row.layers = [(layers, 0, 0)]
    let bands = row.walk.gradientBands()
    #expect(bands.last?.centre == 1 && bands.last?.logarithmicDeviation == 0)
    for (layer, mean, deviation) in expected {
      let band = bands[layer - 1]
      #expect(agree(band.logarithmicDeviation, deviation, 0.14), "layer \(layer)")
      #expect(abs(log(band.centre) - mean) < 0.2 * deviation, "layer \(layer)")
    }
    #expect(row.walk.gradientAbsence == nil)
  }

  @Test("Where no band would hold there is none, and a reason")
  func absence() {
    func walk(
      _ activation: Activation, _ weights: Double, from first: Double, layers: Int = 30,
      _ ensemble: Ensemble
    ) -> FiniteWidth {
      let map = LengthMap(activation, weightVariance: weights)
      return FiniteWidth(map, lengths: map.lengths(from: first, layers: layers), ensemble: ensemble)
    }
    let usual = Ensemble(widths: [128])
    // GELU's forward gain, at its unstable fixed point and from a scene's q₁ = gain².
    #expect(walk(.gelu, 2.351715, from: 1, usual).absence == .unstable)
    #expect(walk(.gelu, 2.351715, from: 2.351715, usual).absence == .unstable)
    #expect(walk(.gelu, 2.351715, from: 2.351715, usual).gradientAbsence == .unstable)
    #expect(walk(.silu, 2.8107611, from: 1, usual).absence == .unstable)
    // A few layers, or many neurons, do not stray so far; nor does GPT-2's 0.02.
    #expect(walk(.gelu, 2.351715, from: 2.351715, layers: 5, usual).absence == nil)
    #expect(walk(.gelu, 2.351715, from: 1, layers: 10, Ensemble(widths: [1024])).absence == nil)
    #expect(walk(.gelu, 0.3072, from: 0.3072, layers: 48, Ensemble(widths: [768])).absence == nil)
    for (activation, weights) in [
      (Activation.relu, 2.0), (.tanh, 25 / 9), (.selu, 1), (.elu, 1.5505),
      (.sigmoid, 1),
    ] {
      #expect(
        walk(activation, weights, from: weights, layers: 50, Ensemble(widths: [64])).absence == nil)
    }
    // tanh bends what strays back: 64 neurons 20 layers deep have a band, 50 layers deep none.
    let narrow = Ensemble(widths: [64])
    #expect(walk(.tanh, 1, from: 1, layers: 20, narrow).absence == nil)
    #expect(walk(.tanh, 1, from: 1, layers: 50, narrow).absence == .unstable)
    #expect(walk(.relu, 2, from: 2, Ensemble(widths: [8])).absence == .narrow)
    var sparse = Ensemble(widths: [64], batch: 64)
    sparse.weightKurtosis = 30
    #expect(walk(.relu, 2, from: 2, sparse).absence == .heavyTails)
    #expect(walk(.relu, 2, from: 2, sparse).gradientAbsence == .heavyTails)
    sparse.widths = [1024]
    #expect(walk(.relu, 2, from: 2, sparse).absence == nil)
    let batch = Ensemble(widths: [128], batch: 64)
    #expect(walk(.tanh, 1, from: 1, batch).gradientAbsence == .batchOfGradients)
    #expect(walk(.tanh, 1, from: 1, batch).absence == nil)
  }

  @Test("Each absence has its words")
  func words() {
    let words: [(BandAbsence, String, String, String)] = [
      (
        .orthogonal, "QR", "orthogonal",
        "No band: orthogonal layers stray less than layers of independent weights."
      ),
      (
        .heavyTails, "0s", "too sparse",
        "No band: the weights are too sparse for sums of them to be near normal."
      ),
      (
        .narrow, "few", "too narrow",
        "No band: layers this narrow stray further than theory to first order says."
      ),
      (
        .unstable, "far", "networks stray",
        "No band: networks of this width stray so far that they follow no common line."
      ),
      (
        .batchOfGradients, "B>1", "needs batch 1",
        "No band: a batch's gradients have a known one for homogeneous activations only."
      ),
    ]
    for (absence, mark, reason, sentence) in words {
      #expect(Catalogue.english(absence.mark) == mark && mark.count <= 3)
      #expect(Catalogue.english(absence.reason) == reason)
      #expect(Catalogue.english(absence.sentence) == sentence)
    }
  }
}

internal import Initializers
internal import MeanField
internal import Networks
internal import Readings
internal import Scenes
internal import Words

/// What `propagate --json` prints.
struct PropagationDescription: Encodable {
  let method: String
  let seed: UInt64
  let depth: Int
  let width: Int
  let activation: String
  let batch: Int
  let input: String
  let bias: Bool
  /// Whether one input was sampled without matrices.
  let shortcut: Bool
  /// Where the tensor is no square layer: what its fans are and what the layers are.
  let fans: Nullable<String>
  let theory: Nullable<Theory>
  let layers: [Layer]
  let verdict: Verdict
  let gains: GainsDescription
  let scene: String

  struct Theory: Encodable {
    let weightVariance: Nullable<Double>
    let biasVariance: Nullable<Double>
    let chiPerpendicular: Nullable<Double>
    let chiParallel: Nullable<Double>
    let fixedPoint: Nullable<Double>
    let depthScale: Nullable<Double>
    /// The inputs whose mean the forward band is of.
    let bandBatch: Nullable<Double>
    /// Why layers have no forward band; null where they have one.
    let bandAbsence: Nullable<String>
    /// The same of the backward one.
    let gradientBandAbsence: Nullable<String>
  }

  struct Layer: Encodable {
    let layer: Int
    let forward: Value
    let backward: Value
    let preActivationStd: Nullable<Double>
    let postActivationStd: Nullable<Double>
    let postActivationMeanSquare: Nullable<Double>
    /// The share of units whose activation has a slope under 0.001.
    let flatFraction: Nullable<Double>
    /// The share of units for which that is so for every input.
    let deadFraction: Nullable<Double>
    let weightGradientMeanSquare: Nullable<Double>
  }

  struct Value: Encodable {
    let simulated: Nullable<Double>
    let theory: Nullable<Double>
    /// What a typical network of the width has.
    let typical: Nullable<Double>
    let low: Nullable<Double>
    let high: Nullable<Double>

    init(_ reading: Reading) {
      (simulated, theory) = (Nullable(reading.sample), Nullable(reading.theory))
      typical = Nullable(reading.typical)
      (low, high) = (Nullable(reading.band?.low), Nullable(reading.band?.high))
    }
  }

  /// What the network does forward; every factor is of the unit.
  struct Verdict: Encodable {
    /// What the factors are of: the root mean square.
    let unit = Self.unit
    let kind: Nullable<String>
    /// The geometric mean of the steps from layer to layer; null where the signal is lost.
    let ratePerLayer: Nullable<Double>
    /// The last layer over the first one.
    let total: Nullable<Double>
    /// The same in theory, and of a typical network where it has another.
    let theoryTotal: Nullable<Double>
    let typicalTotal: Nullable<Double>
    /// Whether most networks of the width miss theory by a factor of 1.4 or more.
    let strays: Bool
    /// The layer at which the signal is 0 or no finite number.
    let lostAt: Nullable<Double>
    /// "saturated", "off" or "dead" where that is so of many units.
    let flat: Nullable<String>
    let words: Nullable<String>
    /// Why, by the theory of one layer.
    let why: Nullable<String>
    let backward: Nullable<Backward>

    static let unit = "rms"
  }

  /// What it does to the gradients, from the last layer to the first.
  struct Backward: Encodable {
    let unit = Verdict.unit
    let kind: String
    let ratePerLayer: Nullable<Double>
    let total: Nullable<Double>
    let theoryTotal: Nullable<Double>
    let typicalTotal: Nullable<Double>
    let lostAt: Nullable<Double>
    let words: String
    let why: Nullable<String>
  }

  init(_ report: PropagationReport) {
    let (tensor, network) = (report.request.tensor, report.request.network)
    method = tensor.initializer.name
    seed = tensor.seed.bits
    depth = network.depth
    width = network.width
    activation = network.activation.description
    batch = report.batch
    input = network.input.rawValue
    bias = network.hasBias
    shortcut = report.isShortcut
    fans = Nullable(report.fansPhrase.map { Catalogue.english($0) })
    let readings = SignalReadings(report)
    func number(_ name: NetworkName) -> Nullable<Double> { Nullable(readings[name].theory) }
    theory = Nullable(
      report.prediction.map { prediction in
        Theory(
          weightVariance: number(.weightVariance), biasVariance: number(.biasVariance),
          chiPerpendicular: number(.perpendicular), chiParallel: number(.parallel),
          fixedPoint: number(.fixedPoint), depthScale: number(.depthScale),
          bandBatch: number(.bandBatch),
          bandAbsence: Nullable((prediction.bandAbsence?.sentence).map { Catalogue.english($0) }),
          gradientBandAbsence: Nullable(
            (prediction.gradientBandAbsence?.sentence).map { Catalogue.english($0) }))
      })
    layers = report.layers.map(\.layer).map { layer in
      func sample(_ name: LayerName) -> Nullable<Double> {
        Nullable(readings[name, layer: layer].sample)
      }
      return Layer(
        layer: layer, forward: Value(readings[.meanSquare, layer: layer]),
        backward: Value(readings[.gradient, layer: layer]), preActivationStd: sample(.std),
        postActivationStd: sample(.outputStd), postActivationMeanSquare: sample(.outputMeanSquare),
        flatFraction: sample(.flat), deadFraction: sample(.dead),
        weightGradientMeanSquare: sample(.weightGradient))
    }
    verdict = Verdict(readings, report)
    gains = GainsDescription(network.activation, in: .english)
    var choice = NetworkChoice()
    (choice.depth, choice.width, choice.batch) = (network.depth, network.width, network.batch)
    (choice.activation, choice.input) = (network.activation, network.input)
    choice.hasBias = network.hasBias
    scene = Scene(tensor, view: .propagation, network: choice).line
  }
}

extension PropagationDescription.Verdict {
  fileprivate init(_ readings: SignalReadings, _ report: PropagationReport) {
    let (signal, total) = (readings.signal, readings[.forwardTotal])
    kind = Nullable(signal?.kind.rawValue)
    ratePerLayer = Nullable(readings[.forwardRate].sample)
    (self.total, theoryTotal) = (Nullable(total.sample), Nullable(total.theory))
    typicalTotal = Nullable(total.typical)
    strays = signal?.chance == .straying
    lostAt = Nullable(readings[.forwardLoss].sample)
    flat = Nullable(signal?.circumstances.flatness?.cause.rawValue)
    words = Nullable(signal?.description)
    why = Nullable(report.signalReason().map { Catalogue.english($0) })
    backward = Nullable(
      readings.gradients.map { PropagationDescription.Backward($0, readings, report) })
  }
}

extension PropagationDescription.Backward {
  fileprivate init(
    _ verdict: MeanField.Verdict, _ readings: SignalReadings, _ report: PropagationReport
  ) {
    let total = readings[.backwardTotal]
    kind = verdict.kind.rawValue
    ratePerLayer = Nullable(readings[.backwardRate].sample)
    (self.total, theoryTotal) = (Nullable(total.sample), Nullable(total.theory))
    typicalTotal = Nullable(total.typical)
    lostAt = Nullable(readings[.backwardLoss].sample)
    words = verdict.description
    why = Nullable(report.gradientReason().map { Catalogue.english($0) })
  }
}

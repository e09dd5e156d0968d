internal import Initializers
internal import MeanField
internal import Networks
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
    let weightVariance: Double
    let biasVariance: Double
    let chiPerpendicular: Double
    let chiParallel: Double
    let fixedPoint: Nullable<Double>
    let depthScale: Nullable<Double>
    /// The inputs whose mean the forward band is of.
    let bandBatch: Int
    /// Why layers have no forward band; null where they have one.
    let bandAbsence: Nullable<String>
    /// The same of the backward one.
    let gradientBandAbsence: Nullable<String>
  }

  struct Layer: Encodable {
    let layer: Int
    let forward: Value
    let backward: Value
    let preActivationStd: Double
    let postActivationStd: Double
    let postActivationMeanSquare: Double
    /// The share of units whose activation has a slope under 0.001.
    let flatFraction: Double
    /// The share of units for which that is so for every input.
    let deadFraction: Double
    let weightGradientMeanSquare: Nullable<Double>
  }

  struct Value: Encodable {
    let simulated: Nullable<Double>
    let theory: Nullable<Double>
    /// What a typical network of the width has.
    let typical: Nullable<Double>
    let low: Nullable<Double>
    let high: Nullable<Double>

    init(_ simulated: Double?, _ theory: Double?, _ typical: Double?, _ band: Band?) {
      self.simulated = Nullable(simulated)
      self.theory = Nullable(theory)
      self.typical = Nullable(typical)
      low = Nullable(band?.low)
      high = Nullable(band?.high)
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
    let lostAt: Nullable<Int>
    /// "saturated", "off" or "dead" where that is so of many units.
    let flat: Nullable<String>
    let words: Nullable<String>
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
    let lostAt: Nullable<Int>
    let words: String
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
    let prediction = report.prediction
    theory = Nullable(
      prediction.map { prediction in
        var scale: Double?
        if case .settles(let point) = prediction.destination { scale = point.lengthScale }
        return Theory(
          weightVariance: prediction.map.weightVariance,
          biasVariance: prediction.map.biasVariance,
          chiPerpendicular: prediction.perpendicularSusceptibility,
          chiParallel: prediction.parallelSusceptibility,
          fixedPoint: Nullable(prediction.fixedPoint), depthScale: Nullable(scale),
          bandBatch: prediction.bandBatch,
          bandAbsence: Nullable(
            (prediction.bandAbsence?.sentence).map { Catalogue.english($0) }),
          gradientBandAbsence: Nullable(
            (prediction.gradientBandAbsence?.sentence).map { Catalogue.english($0) }))
      })
    let (typical, typicalGradients) = (report.typicalLengths, report.typicalGradients)
    let banded = prediction?.hasBands == true ? prediction : nil
    layers = report.layers.enumerated().map { index, signal in
      Layer(
        layer: signal.layer,
        forward: Value(
          signal.preActivations.meanSquare, prediction?.lengths[index], typical?[index],
          banded?.bands[index]),
        backward: Value(
          signal.gradient?.meanSquare, prediction?.gradients[index], typicalGradients?[index],
          prediction?.hasGradientBands == true ? prediction?.gradientBands[index] : nil),
        preActivationStd: signal.preActivations.std, postActivationStd: signal.postActivations.std,
        postActivationMeanSquare: signal.postActivations.meanSquare,
        flatFraction: signal.flatFraction, deadFraction: signal.deadFraction,
        weightGradientMeanSquare: Nullable(signal.gradient?.weightMeanSquare))
    }
    verdict = Verdict(report.signalVerdict, gradients: report.gradientVerdict)
    gains = GainsDescription(network.activation)
    var choice = NetworkChoice()
    (choice.depth, choice.width, choice.batch) = (network.depth, network.width, network.batch)
    (choice.activation, choice.input) = (network.activation, network.input)
    choice.hasBias = network.hasBias
    scene = Scene(tensor, view: .propagation, network: choice).line
  }
}

extension PropagationDescription.Verdict {
  fileprivate init(_ signal: MeanField.Verdict?, gradients: MeanField.Verdict?) {
    kind = Nullable(signal?.kind.rawValue)
    ratePerLayer = Nullable(signal?.change?.perLayer)
    total = Nullable(signal?.change?.total)
    theoryTotal = Nullable(signal?.theory?.total)
    typicalTotal = Nullable(signal?.typicalTotal)
    strays = signal?.chance == .straying
    lostAt = Nullable(signal?.loss?.layer)
    flat = Nullable(signal?.circumstances.flatness?.cause.rawValue)
    words = Nullable(signal?.description)
    backward = Nullable(gradients.map(PropagationDescription.Backward.init))
  }
}

extension PropagationDescription.Backward {
  fileprivate init(_ verdict: MeanField.Verdict) {
    kind = verdict.kind.rawValue
    ratePerLayer = Nullable(verdict.change?.perLayer)
    total = Nullable(verdict.change?.total)
    theoryTotal = Nullable(verdict.theory?.total)
    typicalTotal = Nullable(verdict.typicalTotal)
    lostAt = Nullable(verdict.loss?.layer)
    words = verdict.description
  }
}

extension MeanField.Verdict {
  fileprivate var typicalTotal: Double? {
    if case .skewed(let typical) = chance { typical } else { nil }
  }
}

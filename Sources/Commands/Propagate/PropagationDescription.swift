internal import Initializers
internal import MeanField
internal import Propagation
internal import Scenes

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
  }

  struct Layer: Encodable {
    let layer: Int
    let forward: Value
    let backward: Value
    let preActivationStd: Double
    let postActivationStd: Double
    let postActivationMeanSquare: Double
    let weightGradientMeanSquare: Nullable<Double>
  }

  struct Value: Encodable {
    let simulated: Nullable<Double>
    let theory: Nullable<Double>
    let low: Nullable<Double>
    let high: Nullable<Double>

    init(_ simulated: Double?, _ theory: Double?, _ band: Band?) {
      self.simulated = Nullable(simulated)
      self.theory = Nullable(theory)
      low = Nullable(band?.low)
      high = Nullable(band?.high)
    }
  }

  struct Verdict: Encodable {
    let kind: Nullable<String>
    /// The factor of the mean square.
    let ratePerLayer: Nullable<Double>
    let words: Nullable<String>
    let backward: Nullable<Backward>
  }

  struct Backward: Encodable {
    let kind: String
    let ratePerLayer: Double
    let words: String
  }

  init(_ report: PropagationReport) {
    let (tensor, network) = (report.request.tensor, report.request.network)
    method = tensor.initializer.method.rawValue
    seed = tensor.seed.bits
    depth = network.depth
    width = network.width
    activation = network.activation.description
    batch = report.batch
    input = network.input.rawValue
    bias = network.hasBias
    shortcut = report.isShortcut
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
          bandBatch: prediction.bandBatch)
      })
    let banded = prediction?.hasBands == true ? prediction : nil
    layers = report.layers.enumerated().map { index, signal in
      Layer(
        layer: signal.layer,
        forward: Value(
          signal.preActivations.meanSquare, prediction?.lengths[index], banded?.bands[index]),
        backward: Value(
          signal.gradient?.meanSquare, prediction?.gradients[index],
          banded?.gradientBands[index]),
        preActivationStd: signal.preActivations.std, postActivationStd: signal.postActivations.std,
        postActivationMeanSquare: signal.postActivations.meanSquare,
        weightGradientMeanSquare: Nullable(signal.gradient?.weightMeanSquare))
    }
    let signal = report.signalVerdict
    verdict = Verdict(
      kind: Nullable(signal?.kind.rawValue), ratePerLayer: Nullable(signal?.factor),
      words: Nullable(signal?.description),
      backward: Nullable(
        report.gradientVerdict.map {
          Backward(kind: $0.kind.rawValue, ratePerLayer: $0.factor, words: $0.description)
        }))
    gains = GainsDescription(network.activation)
    var choice = NetworkChoice()
    (choice.depth, choice.width, choice.batch) = (network.depth, network.width, network.batch)
    (choice.activation, choice.input) = (network.activation, network.input)
    choice.hasBias = network.hasBias
    scene = Scene(tensor, view: .propagation, network: choice).line
  }
}

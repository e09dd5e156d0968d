package import MeanField
package import Networks

/// What there is to read of a network's layer.
package enum LayerName: String, CaseIterable, Sendable {
  case meanSquare = "q"
  case std = "pre_std"
  case outputMeanSquare = "post"
  case outputRoot = "post_rms"
  case outputStd = "post_std"
  case flat, dead, alike
  case gradient = "grad"
  case weightGradient = "grad_w"

  /// Whether it is known only when gradients have come back.
  package var isOfGradient: Bool { self == .gradient || self == .weightGradient }
}

/// What there is to read of a network as a whole.
package enum NetworkName: String, CaseIterable, Sendable {
  case perpendicular = "chi"
  case parallel = "chi_parallel"
  case weightVariance = "weight_variance"
  case biasVariance = "bias_variance"
  case fixedPoint = "fixed_point"
  case depthScale = "depth_scale"
  case input = "input"
  case bandBatch = "band_batch"
  case forwardRate = "forward_rate"
  case forwardTotal = "forward_total"
  case forwardLoss = "forward_lost_at"
  case backwardRate = "backward_rate"
  case backwardTotal = "backward_total"
  case backwardLoss = "backward_lost_at"
}

/// The readings of a signal through depth, each worked out when it is asked for.
package final class SignalReadings {
  private let report: PropagationReport
  private lazy var typicalLengths = report.typicalLengths
  private lazy var typicalGradients = report.typicalGradients
  /// What depth does to the signal; nil until there are two layers.
  package private(set) lazy var signal = report.signalVerdict
  /// What it does to the gradients; nil until they have come back.
  package private(set) lazy var gradients = report.gradientVerdict

  /// Reads a report.
  package init(_ report: PropagationReport) { self.report = report }

  /// Everything there is to read.
  package var all: [Reading] {
    (0..<report.request.network.depth).flatMap { index in
      LayerName.allCases.map { self[$0, layer: index + 1] }
    } + NetworkName.allCases.map { self[$0] }
  }

  /// One reading of a layer, from 1 to the network's depth; one not reached yet has theory only.
  package subscript(name: LayerName, layer layer: Int) -> Reading {
    let (index, prediction) = (layer - 1, report.prediction)
    let signal = report.layers.indices.contains(index) ? report.layers[index] : nil
    func reading(
      _ unit: Reading.Unit, _ importance: Int = 0, isScale: Bool = true, theory: Double? = nil,
      sample: Double?, typical: Double? = nil, band: Band? = nil
    ) -> Reading {
      Reading(
        name: .layer(name, layer), unit: unit, importance: importance, isScale: isScale,
        theory: theory, sample: sample, typical: typical, band: band)
    }
    func output() -> Double? {
      prediction.map { $0.map.activation.secondMoment($0.lengths[index]) }
    }
    switch name {
    case .meanSquare:
      return reading(
        .meanSquare, 8, theory: prediction?.lengths[index],
        sample: signal?.preActivations.meanSquare,
        typical: typicalLengths?[index],
        band: prediction?.hasBands == true ? prediction?.bands[index] : nil)
    case .std: return reading(.signal, sample: signal?.preActivations.std)
    case .outputMeanSquare:
      return reading(.meanSquare, theory: output(), sample: signal?.postActivations.meanSquare)
    case .outputRoot:
      return reading(
        .signal, 6, theory: output()?.squareRoot(),
        sample: signal?.postActivations.rootMeanSquare)
    case .outputStd: return reading(.signal, sample: signal?.postActivations.std)
    case .flat: return reading(.share, 3, isScale: false, sample: signal?.flatFraction)
    case .dead: return reading(.share, isScale: false, sample: signal?.deadFraction)
    case .alike:
      return reading(.none, 1, isScale: false, sample: signal?.preActivations.correlation)
    case .gradient:
      return reading(
        .meanSquare, 5, theory: prediction?.gradients[index],
        sample: signal?.gradient?.meanSquare,
        typical: typicalGradients?[index],
        band: prediction?.hasGradientBands == true ? prediction?.gradientBands[index] : nil)
    case .weightGradient: return reading(.meanSquare, 2, sample: signal?.gradient?.weightMeanSquare)
    }
  }

  /// One reading of the network.
  package subscript(name: NetworkName) -> Reading {
    let prediction = report.prediction
    func reading(
      _ unit: Reading.Unit, _ importance: Int = 0, theory: Double? = nil, sample: Double? = nil,
      typical: Double? = nil
    ) -> Reading {
      Reading(
        name: .network(name), unit: unit, importance: importance, theory: theory, sample: sample,
        typical: typical)
    }
    switch name {
    case .perpendicular:
      return reading(.none, 4, theory: prediction?.perpendicularSusceptibility, sample: rate)
    case .parallel: return reading(.none, theory: prediction?.parallelSusceptibility)
    case .weightVariance: return reading(.none, theory: prediction?.map.weightVariance)
    case .biasVariance: return reading(.none, theory: prediction?.map.biasVariance)
    case .fixedPoint: return reading(.meanSquare, theory: prediction?.fixedPoint)
    case .depthScale:
      guard case .settles(let point) = prediction?.destination else { return reading(.layers) }
      return reading(.layers, theory: point.lengthScale)
    case .input: return reading(.meanSquare, sample: report.inputMeanSquare)
    case .bandBatch: return reading(.count, theory: prediction.map { Double($0.bandBatch) })
    case .forwardRate:
      return reading(.none, theory: signal?.theory?.perLayer, sample: signal?.change?.perLayer)
    case .forwardTotal:
      return reading(
        .none, theory: signal?.theory?.total, sample: signal?.change?.total,
        typical: signal?.typicalTotal)
    case .forwardLoss: return reading(.layers, sample: signal?.loss.map { Double($0.layer) })
    case .backwardRate:
      return reading(
        .none, theory: gradients?.theory?.perLayer, sample: gradients?.change?.perLayer)
    case .backwardTotal:
      return reading(
        .none, theory: gradients?.theory?.total, sample: gradients?.change?.total,
        typical: gradients?.typicalTotal)
    case .backwardLoss: return reading(.layers, sample: gradients?.loss.map { Double($0.layer) })
    }
  }

  // The factor by which the gradients grow, layer for layer towards the input: the middle one of all.
  private var rate: Double? {
    let gradients = report.layers.compactMap { $0.gradient?.meanSquare }
    guard gradients.count == report.request.network.depth, gradients.count >= 2 else { return nil }
    let rates = zip(gradients, gradients.dropFirst()).map { $0 / $1 }.sorted()
    return rates[rates.count / 2]
  }
}

extension Verdict {
  fileprivate var typicalTotal: Double? {
    if case .skewed(let typical) = chance { typical } else { nil }
  }
}

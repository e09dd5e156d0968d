package import MeanField
internal import Networks

/// What there is to read of an activation's gains.
package enum GainName: String, CaseIterable, Sendable {
  case forward = "gain_forward"
  case backward = "gain_backward"
  case std = "gain_std"
  case pyTorch = "gain_pytorch"
  case parallel = "gain_chi_parallel"
  case perpendicular = "gain_chi"
  case criticalBiasVariance = "critical_bias_variance"
  case criticalWeightVariance = "critical_weight_variance"
  case criticalLength = "critical_length"
}

/// The readings of an activation's gains, each worked out when it is asked for.
package final class GainReadings {
  private let gains: Gains
  private lazy var critical = gains.criticalPoint

  /// Reads gains.
  package init(_ gains: Gains) { self.gains = gains }

  /// Everything there is to read.
  package var all: [Reading] { GainName.allCases.map { self[$0] } }

  /// One reading.
  package subscript(name: GainName) -> Reading {
    func reading(_ unit: Reading.Unit, _ theory: Double?) -> Reading {
      Reading(name: .gain(name), unit: unit, theory: theory)
    }
    switch name {
    case .forward: return reading(.none, gains.forward)
    case .backward: return reading(.none, gains.backward)
    case .std: return reading(.none, gains.standardDeviation)
    case .pyTorch: return reading(.none, gains.activation.pyTorchGain)
    case .parallel: return reading(.none, gains.parallelSusceptibility)
    case .perpendicular: return reading(.none, gains.perpendicularSusceptibility)
    case .criticalBiasVariance: return reading(.none, critical?.biasVariance)
    case .criticalWeightVariance: return reading(.none, critical?.weightVariance)
    case .criticalLength: return reading(.meanSquare, critical?.length)
    }
  }
}

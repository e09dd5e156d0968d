internal import Initializers
package import Measurements
internal import Statistics

/// What there is to read of a tensor's weights.
///
/// Of a sparse tensor the numbers named after all are of all weights, the others of those that are not
/// zero.
package enum SampleName: String, CaseIterable, Sendable {
  case mean, std, rms, bound
  case minimum = "min"
  case maximum = "max"
  case kurtosis
  case distance = "ks_d"
  case probability = "ks_p"
  case chiSquare = "chi_square"
  case chiSquareProbability = "chi_square_p"
  case degreesOfFreedom = "degrees_of_freedom"
  case pools = "bins"
  case worstResidual = "worst_residual"
  case weights
  case tested
  case zeros
  case notFinite = "not_finite"
  case allMean = "all_mean"
  case allStd = "all_std"
  case allRms = "all_rms"
  case allMinimum = "all_min"
  case allMaximum = "all_max"
  case allKurtosis = "all_kurtosis"
  case skewness
  case excessKurtosis = "excess_kurtosis"
  case low, high
  case fanIn = "fan_in"
  case fanOut = "fan_out"
  case gain
  /// Of a layer's tensor.
  case trueFanIn = "true_fan_in"
  case layerGain = "layer_gain"
}

/// The readings of a tensor's weights, each worked out when it is asked for.
package final class SampleReadings {
  private let measurement: Measurement
  private lazy var scores = Scores(measurement)
  private lazy var fit = GoodnessOfFit(measurement)

  /// Reads a measurement.
  package init(_ measurement: Measurement) { self.measurement = measurement }

  /// Everything there is to read.
  package var all: [Reading] { SampleName.allCases.map { self[$0] } }

  /// What is read beside theory, in the order of every table: mean, spread, bound and extremes.
  package var besideTheory: [Reading] {
    // Of some laws the root mean square is exact, and so the measure of spread.
    let spread: SampleName = measurement.law.hasExactRootMeanSquare ? .rms : .std
    return [.mean, spread, .bound, .minimum, .maximum].map { self[$0] }
  }

  /// One reading.
  package subscript(name: SampleName) -> Reading {
    let (law, recipe) = (measurement.law, measurement.source.recipe)
    let (all, drawnLaw) = (measurement.allMoments, law.ofDrawnWeights)
    let (moments, isExact) = (measurement.moments, law.hasExactRootMeanSquare)
    func reading(
      _ unit: Reading.Unit, _ importance: Int = 0, isScale: Bool = true, theory: Double? = nil,
      isMedian: Bool = false, sample: Double? = nil, z: Double? = nil
    ) -> Reading {
      Reading(
        name: .sample(name), unit: unit, importance: importance, isScale: isScale, theory: theory,
        isMedian: isMedian, sample: sample, z: z)
    }
    func score(
      _ score: Score, _ importance: Int, isScale: Bool = true, isMedian: Bool = false
    ) -> Reading {
      reading(
        .weight, importance, isScale: isScale, theory: score.theory, isMedian: isMedian,
        sample: score.sample, z: score.z)
    }
    func count(_ count: Int?) -> Reading { reading(.count, sample: count.map(Double.init)) }
    switch name {
    case .mean: return score(scores.mean, 7, isScale: false)
    case .std:
      return reading(
        .weight, 9, theory: drawnLaw.std, sample: moments.standardDeviation,
        z: isExact ? nil : scores.std.z)
    case .rms:
      return reading(
        .weight, 9, theory: drawnLaw.rootMeanSquare, sample: moments.rootMeanSquare,
        z: isExact ? scores.std.z : nil)
    case .bound: return score(scores.bound, 8)
    case .minimum: return score(scores.minimum, 4, isMedian: true)
    case .maximum: return score(scores.maximum, 5, isMedian: true)
    case .kurtosis:
      return reading(
        .none, 3, isScale: false, theory: drawnLaw.kurtosis,
        sample: moments.excessKurtosis + 3)
    case .distance: return reading(.share, sample: measurement.kolmogorovSmirnov?.statistic)
    case .probability:
      return reading(.share, 6, isScale: false, sample: measurement.kolmogorovProbability)
    case .chiSquare: return reading(.none, sample: fit?.chiSquare.statistic)
    case .chiSquareProbability: return reading(.share, sample: fit?.chiSquare.pValue)
    case .degreesOfFreedom: return count(fit?.chiSquare.degreesOfFreedom)
    case .pools: return count(fit?.chiSquare.poolCount)
    case .worstResidual: return reading(.none, sample: fit?.worstResidual)
    case .weights: return reading(.count, 2, sample: Double(measurement.drawnCount))
    case .tested: return count(moments.count)
    case .zeros: return count(measurement.zeroCount)
    case .notFinite: return count(moments.nonFiniteCount)
    case .allMean: return reading(.weight, theory: law.mean, sample: all.mean)
    case .allStd: return reading(.weight, theory: law.std, sample: all.standardDeviation)
    case .allRms: return reading(.weight, theory: law.rootMeanSquare, sample: all.rootMeanSquare)
    case .allMinimum: return reading(.weight, sample: all.minimum)
    case .allMaximum: return reading(.weight, sample: all.maximum)
    case .allKurtosis: return reading(.none, theory: law.kurtosis, sample: all.excessKurtosis + 3)
    case .skewness: return reading(.none, sample: all.skewness)
    case .excessKurtosis:
      return reading(.none, theory: law.kurtosis - 3, sample: all.excessKurtosis)
    case .low: return reading(.weight, theory: law.support?.low)
    case .high: return reading(.weight, theory: law.support?.high)
    case .fanIn: return count(recipe.fans?.fanIn)
    case .fanOut: return count(recipe.fans?.fanOut)
    case .gain: return reading(.none, sample: recipe.gain)
    case .trueFanIn:
      return reading(.none, theory: measurement.layerTensor?.role.trueFans?.fanIn)
    case .layerGain:
      func gain(_ size: Double) -> Double? {
        measurement.layerTensor?.gain(meanSquare: size * size)
      }
      return reading(
        .none, theory: gain(law.rootMeanSquare),
        sample: all.count > 0 ? gain(all.rootMeanSquare) : nil)
    }
  }
}

extension Measurement {
  // The tensor of a layer that is measured; nil of one that stands alone.
  fileprivate var layerTensor: LayerTensor? { tensor.layer?.tensor }
}

public import Measurements
internal import Scenes

/// The numbers that the screen needs; whoever runs the explorer has them made.
public struct Work: Hashable, Sendable {
  /// The sample of the scene's tensor.
  public var sample: MeasurementRequest?
  /// The sample of the pinned tensor.
  public var pinnedSample: MeasurementRequest?

  /// Needs so much; nothing unless it is said.
  public init(sample: MeasurementRequest? = nil, pinnedSample: MeasurementRequest? = nil) {
    self.sample = sample
    self.pinnedSample = pinnedSample
  }
}

extension Model {
  /// What the present scene needs; nothing of a tensor that PyTorch refuses.
  public var work: Work {
    guard refusal == nil else { return Work() }
    switch scene.view {
    case .distribution:
      return Work(
        sample: MeasurementRequest(
          tensor: scene.tensor, comparedWith: scene.pinned?.withAnySeed),
        pinnedSample: scene.pinned.map {
          MeasurementRequest(tensor: $0, comparedWith: scene.tensor.withAnySeed)
        })
    case .matrix: return Work()
    }
  }

  /// Whether the sample on the screen is all of the present tensor's.
  public var isCurrent: Bool {
    measurement.map { $0.request == work.sample && $0.isComplete } ?? false
  }

  /// Whether nothing more will come for the present scene.
  public var isSettled: Bool {
    let work = work
    return [(work.sample, measurement), (work.pinnedSample, pinnedMeasurement)].allSatisfy {
      $0.0 == nil || ($0.0 == $0.1?.request && $0.1?.isComplete == true)
    }
  }
}

extension Tensor {
  /// The tensor with one seed for all: cells are shared whatever the seed.
  fileprivate var withAnySeed: Tensor { Tensor(initializer: initializer, shape: shape) }
}

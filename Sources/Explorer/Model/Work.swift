internal import Initializers
package import Measurements
package import Networks
internal import Scenes
package import Spectra

/// The numbers that the screen needs; whoever runs the explorer has them made.
package struct Work: Hashable, Sendable {
  /// The sample of the scene's tensor.
  package var sample: MeasurementRequest?
  /// The sample of the pinned tensor.
  package var pinnedSample: MeasurementRequest?
  /// The scene's tensor as a matrix.
  package var matrix: MatrixRequest?
  /// The pinned tensor as a matrix.
  package var pinnedMatrix: MatrixRequest?
  /// The signal through the scene's network.
  package var propagation: PropagationRequest?
  /// The signal through the pinned network.
  package var pinnedPropagation: PropagationRequest?

  /// Needs nothing.
  package init() {}
}

extension Model {
  /// What the present scene needs; nothing of a tensor that PyTorch refuses.
  package var work: Work {
    var work = Work()
    guard refusal == nil else { return work }
    let (tensor, pinned) = (scene.tensor, scene.pinned)
    switch scene.view {
    case .distribution:
      work.sample = MeasurementRequest(tensor: tensor)
      work.pinnedSample = pinned.map { MeasurementRequest(tensor: $0) }
    case .propagation:
      work.propagation = Pin(tensor, network: scene.network).request
      work.pinnedPropagation = scene.pin?.request
    case .matrix:
      guard let layout else { return work }
      let cells = MatrixArrangement(layout, isComparing: pinned != nil).cells(self)
      let request = { (tensor: Tensor) in
        MatrixRequest(
          tensor: tensor, cellRows: cells.rows, cellColumns: cells.columns,
          known: spectrum(of: tensor))
      }
      work.matrix = request(tensor)
      work.pinnedMatrix = pinned.map(request)
    }
    return work
  }

  // The singular values that were found for a picture of another size, or on the other side.
  private func spectrum(of tensor: Tensor) -> SpectrumOutcome? {
    [matrix, pinnedMatrix].compactMap(\.self)
      .first { $0.request.tensor == tensor && $0.outcome != .pending }?.outcome
  }

  /// Whether the sample on the screen is all of the present tensor's.
  package var isCurrent: Bool {
    measurement.map { $0.request == work.sample && $0.isComplete } ?? false
  }

  /// Whether nothing more will come for the present scene.
  package var isSettled: Bool {
    let work = work
    func isDone<Request: Equatable>(_ wanted: Request?, _ found: Request?, _ isFinished: Bool?)
      -> Bool
    {
      wanted == nil || (wanted == found && isFinished == true)
    }
    return isDone(work.sample, measurement?.request, measurement?.isComplete)
      && isDone(work.pinnedSample, pinnedMeasurement?.request, pinnedMeasurement?.isComplete)
      && isDone(work.matrix, matrix?.request, matrix?.isComplete)
      && isDone(work.pinnedMatrix, pinnedMatrix?.request, pinnedMatrix?.isComplete)
      && isDone(work.propagation, propagation?.request, propagation?.isFinished)
      && isDone(work.pinnedPropagation, pinnedPropagation?.request, pinnedPropagation?.isFinished)
  }
}

extension Pin {
  /// What its network asks for; nil if its numbers make no network.
  fileprivate var request: PropagationRequest? {
    (try? network.network(for: tensor)).map { PropagationRequest(tensor: tensor, network: $0) }
  }
}

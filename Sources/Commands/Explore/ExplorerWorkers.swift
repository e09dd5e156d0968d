internal import Explorer
internal import Measurements
internal import Propagation
internal import Spectra
private import Synchronization

/// The threads that make the explorer's numbers, one for each kind and tensor.
final class ExplorerWorkers: Sendable {
  private let sample: MeasurementWorker
  private let pinnedSample: MeasurementWorker
  private let matrix: MatrixWorker
  private let pinnedMatrix: MatrixWorker
  private let propagation: PropagationWorker
  private let pinnedPropagation: PropagationWorker
  private let requested = Mutex(Work())

  /// Starts the threads.
  ///
  /// - Parameter wakeUp: called on one of them whenever there is something to take.
  init(wakeUp: @escaping @Sendable () -> Void) {
    sample = MeasurementWorker(wakeUp: wakeUp)
    pinnedSample = MeasurementWorker(wakeUp: wakeUp)
    matrix = MatrixWorker(wakeUp: wakeUp)
    pinnedMatrix = MatrixWorker(wakeUp: wakeUp)
    propagation = PropagationWorker(wakeUp: wakeUp)
    pinnedPropagation = PropagationWorker(wakeUp: wakeUp)
  }

  /// Has the numbers made that were not asked for before, giving up those they replace.
  func carryOut(_ work: Work) {
    let before = requested.withLock { requested in
      defer { requested = work }
      return requested
    }
    if let request = work.sample, request != before.sample { sample.measure(request) }
    if let request = work.pinnedSample, request != before.pinnedSample {
      pinnedSample.measure(request)
    }
    if let request = work.matrix, request != before.matrix { matrix.request(request) }
    if let request = work.pinnedMatrix, request != before.pinnedMatrix {
      pinnedMatrix.request(request)
    }
    if let request = work.propagation, request != before.propagation {
      propagation.request(request)
    }
    if let request = work.pinnedPropagation, request != before.pinnedPropagation {
      pinnedPropagation.request(request)
    }
  }

  /// What has been finished, or has come so far, since the last time.
  func take() -> [Message] {
    [sample, pinnedSample].compactMap { $0.take().map(Message.measured) }
      + [matrix, pinnedMatrix].compactMap { $0.take().map(Message.decomposed) }
      + [propagation, pinnedPropagation].compactMap { $0.take().map(Message.propagated) }
  }

  /// Stops the threads.
  func stop() {
    sample.stop()
    pinnedSample.stop()
    matrix.stop()
    pinnedMatrix.stop()
    propagation.stop()
    pinnedPropagation.stop()
  }
}

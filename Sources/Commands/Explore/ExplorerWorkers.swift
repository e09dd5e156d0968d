internal import Background
internal import Explorer
internal import Measurements
internal import Networks
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
  /// - Throws: `BackgroundThreadError` where the system has no thread left.
  init(wakeUp: @escaping @Sendable () -> Void) throws(BackgroundThreadError) {
    sample = try MeasurementWorker(wakeUp: wakeUp)
    pinnedSample = try MeasurementWorker(wakeUp: wakeUp)
    matrix = try MatrixWorker(wakeUp: wakeUp)
    pinnedMatrix = try MatrixWorker(wakeUp: wakeUp)
    propagation = try PropagationWorker(wakeUp: wakeUp)
    pinnedPropagation = try PropagationWorker(wakeUp: wakeUp)
  }

  /// Has the numbers made that were not asked for before, giving up those that nobody wants now.
  func carryOut(_ work: Work) {
    let before = requested.withLock { requested in
      defer { requested = work }
      return requested
    }
    if work.sample != before.sample { sample.measure(work.sample) }
    if work.pinnedSample != before.pinnedSample { pinnedSample.measure(work.pinnedSample) }
    if work.matrix != before.matrix { matrix.request(work.matrix) }
    if work.pinnedMatrix != before.pinnedMatrix { pinnedMatrix.request(work.pinnedMatrix) }
    if work.propagation != before.propagation { propagation.request(work.propagation) }
    if work.pinnedPropagation != before.pinnedPropagation {
      pinnedPropagation.request(work.pinnedPropagation)
    }
  }

  /// What has been finished, or has come so far, since the last time.
  func take() -> [Message] {
    [sample, pinnedSample].compactMap { $0.take().map(Message.init) }
      + [matrix, pinnedMatrix].compactMap { $0.take().map(Message.init) }
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

extension Message {
  fileprivate init(_ report: MeasurementWorker.Report) {
    self =
      switch report {
      case .report(let measurement): .measured(measurement)
      case .failed(let request, let error): .notMeasured(request, error)
      }
  }

  fileprivate init(_ report: MatrixWorker.Report) {
    self =
      switch report {
      case .report(let measurement): .decomposed(measurement)
      case .failed(let request, let error): .notDecomposed(request, error)
      }
  }
}

private import Background

/// Measures matrices on a thread of its own; a newer request makes an older one void.
public final class MatrixWorker: Sendable {
  private let worker: Worker<MatrixRequest, MatrixMeasurement>

  /// Starts the thread.
  ///
  /// - Parameter wakeUp: called on that thread whenever there is something to take.
  public init(wakeUp: @escaping @Sendable () -> Void) {
    worker = Worker(wakeUp: wakeUp) { try? MatrixRun($0) }
  }

  /// Asks for a matrix, giving up whatever was under way.
  public func request(_ request: MatrixRequest) { worker.request(request) }

  /// Takes the newest numbers, if there are any that were not taken yet.
  public func take() -> MatrixMeasurement? { worker.take() }

  /// Ends the thread once it has given up its work.
  public func stop() { worker.stop() }
}

package import Background
package import Initializers

/// Measures matrices on a thread of its own; a newer request makes an older one void.
package final class MatrixWorker: Sendable {
  /// The picture and singular values of a request, or why there are none.
  package typealias Report = Outcome<MatrixRequest, MatrixMeasurement, InitializerError>

  private let worker: Worker<MatrixRequest, Report?>

  /// Starts the thread.
  ///
  /// - Parameter wakeUp: called on that thread whenever there is something to take.
  /// - Throws: `BackgroundThreadError` where the system has no thread left.
  package init(wakeUp: @escaping @Sendable () -> Void) throws(BackgroundThreadError) {
    worker = try Worker(wakeUp: wakeUp) {
      Attempt($0) { (request) throws(InitializerError) in try MatrixRun(request) }
    }
  }

  /// Asks for a matrix, giving up whatever was under way; nil asks for nothing.
  package func request(_ request: MatrixRequest?) {
    if let request { worker.request(request) } else { worker.cancel() }
  }

  /// Takes the newest numbers, if there are any that were not taken yet.
  package func take() -> Report? { worker.take() ?? nil }

  /// Ends the thread once it has given up its work.
  package func stop() { worker.stop() }
}

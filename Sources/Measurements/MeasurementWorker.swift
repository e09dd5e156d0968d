package import Background
package import Initializers

/// Measures tensors on a thread of its own; a newer tensor makes an older one void.
///
/// Where LAPACK works on a tensor, an orthogonal one, it cannot be given up halfway. The thread is
/// then left to itself, and another takes the newer tensor.
package final class MeasurementWorker: Sendable {
  /// The numbers of a request, or why there are none.
  package typealias Report = Outcome<MeasurementRequest, Measurement, InitializerError>

  private let worker: Worker<MeasurementRequest, Report?>

  /// Starts the thread.
  ///
  /// - Parameter wakeUp: called on that thread whenever there is something to take.
  /// - Throws: `BackgroundThreadError` where the system has no thread left.
  package init(wakeUp: @escaping @Sendable () -> Void) throws(BackgroundThreadError) {
    worker = try Worker(wakeUp: wakeUp) {
      Attempt($0) { (request) throws(InitializerError) in try MeasurementRun(request) }
    }
  }

  /// Asks for a tensor's numbers, giving up whatever was under way; nil asks for nothing.
  package func measure(_ request: MeasurementRequest?) {
    if let request { worker.request(request) } else { worker.cancel() }
  }

  /// Takes the newest numbers, if there are any that were not taken yet.
  package func take() -> Report? { worker.take() ?? nil }

  /// Ends the thread once it has given up its work.
  package func stop() { worker.stop() }
}

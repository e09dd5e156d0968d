package import Background

/// Sends signals through networks on a thread of its own; a newer request makes an older one void.
package final class PropagationWorker: Sendable {
  private let worker: Worker<PropagationRequest, PropagationOutcome?>

  /// Starts the thread.
  ///
  /// - Parameter wakeUp: called on that thread whenever there is something to take.
  /// - Throws: `BackgroundThreadError` where the system has no thread left.
  package init(wakeUp: @escaping @Sendable () -> Void) throws(BackgroundThreadError) {
    worker = try Worker(wakeUp: wakeUp) { PropagationTask($0) }
  }

  /// Asks for a signal through a network, giving up whatever was under way; nil asks for nothing.
  package func request(_ request: PropagationRequest?) {
    if let request { worker.request(request) } else { worker.cancel() }
  }

  /// Takes the newest outcome, if there is one that was not taken yet.
  package func take() -> PropagationOutcome? { worker.take() ?? nil }

  /// Ends the thread once it has given up its work.
  package func stop() { worker.stop() }
}

private import Background
internal import Scenes

/// Measures tensors on a thread of its own; a newer tensor makes an older one void.
///
/// A tensor that is drawn as a whole, such as an orthogonal one, cannot be given up halfway. The
/// thread that draws it is then left to itself, and another takes the newer tensor.
public final class MeasurementWorker: Sendable {
  private let worker: Worker<MeasurementRequest, Measurement>

  /// Starts the thread.
  ///
  /// - Parameter wakeUp: called on that thread whenever there is something to take.
  public init(wakeUp: @escaping @Sendable () -> Void) {
    worker = Worker(wakeUp: wakeUp) { try? MeasurementRun($0) }
  }

  /// Asks for a tensor's numbers, giving up whatever was under way.
  public func measure(_ request: MeasurementRequest) { worker.request(request) }

  /// Takes the newest numbers, if there are any that were not taken yet.
  public func take() -> Measurement? { worker.take() }

  /// Ends the thread once it has given up its work.
  public func stop() { worker.stop() }
}

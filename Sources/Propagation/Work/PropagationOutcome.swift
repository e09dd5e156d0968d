/// What comes of a request.
public enum PropagationOutcome: Sendable {
  /// The signal through depth as far as it is known.
  case report(PropagationReport)
  /// The request cannot be served.
  case refused(PropagationRequest, PropagationError)

  /// Sends the signal through to the end.
  public init(of request: PropagationRequest) {
    do {
      var run = try PropagationRun(request)
      while !run.isFinished { try run.advance() }
      self = .report(run.snapshot())
    } catch {
      self = .refused(request, error)
    }
  }

  /// Whether nothing more will come.
  public var isFinished: Bool {
    switch self {
    case .report(let report): report.isFinished
    case .refused: true
    }
  }

  /// What was asked for.
  public var request: PropagationRequest {
    switch self {
    case .report(let report): report.request
    case .refused(let request, _): request
    }
  }
}
